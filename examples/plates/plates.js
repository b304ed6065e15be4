#!/usr/bin/env node
/**
 * Reads the number plates of the cars that a camera of the gateway sees, and keeps each as a reading `car-plate`.
 *
 *   UMEC_URL=http://127.0.0.1:8080 UMEC_CLIENT_ID=… UMEC_CLIENT_SECRET=… node plates.js
 *
 * PLATES_CAMERA names the camera, PLATES_HOST and PLATES_PORT where the gateway reaches this program. It ends when the gateway or
 * SIGTERM says so, or its terminal is closed.
 */
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Application } from './application.js';
import { findCamera, serviceOf, takePicture } from './camera.js';
import { Gateway, Refusal } from './gateway.js';
import { PlateReader } from './plate-reader.js';
import { readingsOf } from './readings.js';

const INTERVAL_MS = 500;
const RETRY_MS = 2_000;
/** While there is no camera. The gateway says when there is one, but what it says may be late. */
const LOOK_AGAIN_MS = 60_000;

const { UMEC_URL, UMEC_CLIENT_ID, UMEC_CLIENT_SECRET, PLATES_CAMERA, PLATES_HOST, PLATES_PORT } = process.env;
const credentials = UMEC_CLIENT_ID ? { clientId: UMEC_CLIENT_ID, clientSecret: UMEC_CLIENT_SECRET ?? '' } : undefined;
const gateway = new Gateway(UMEC_URL ?? 'http://127.0.0.1:8080', credentials);
const application = new Application(gateway);
const stopping = new AbortController();
// SIGHUP comes when the terminal is closed; then, or when nobody reads on, what is still said fails
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => stopping.abort());
process.stdout.on('error', () => stopping.abort());
const stop = AbortSignal.any([stopping.signal, application.ending.signal]);

for (const part of [live, end])
  try {
    await part();
  } catch (error) {
    failed(error);
    process.exitCode = 1;
  }

/** @throws when it cannot read, or the gateway does not want it */
async function live() {
  const reader = new PlateReader();
  await reader.begin();
  await application.listen(PLATES_HOST ?? '127.0.0.1', Number(PLATES_PORT ?? 0));
  const thatCome = { states: ['ACTIVE'], ...(PLATES_CAMERA ? { serNames: [serviceOf(PLATES_CAMERA)] } : {}) };
  const appInstanceId = await insist(() => application.begin('plates', thatCome));
  if (appInstanceId) tell('ready', { appInstanceId });
  await watch(reader);
}

async function end() {
  await application.end();
  tell('ended');
}

/** Looks whenever there is a camera, until it is to end; what fails is tried again. */
async function watch(reader) {
  while (!stop.aborted) {
    const { changed } = application; // before the question, so that no change falls between
    try {
      const { camera, elsewhere } = await findCamera(gateway, PLATES_CAMERA);
      if (camera) await look(reader, camera);
      else await waitFor(changed, elsewhere);
    } catch (error) {
      failed(error);
      await pause(RETRY_MS);
    }
  }
}

async function waitFor(changed, elsewhere) {
  const why = `no camera${PLATES_CAMERA ? ` ${PLATES_CAMERA}` : ''} is ACTIVE at ${gateway.url}`;
  tell('waiting', {
    why: elsewhere ? `${why}, but at ${elsewhere}: where that is the same gateway, UMEC_URL has to be it` : why,
  });
  await pause(LOOK_AGAIN_MS, AbortSignal.any([stop, changed]));
}

async function look(reader, camera) {
  tell('watching', { camera });
  while (!stop.aborted) {
    const next = performance.now() + INTERVAL_MS;
    const { jpeg, time } = await takePicture(gateway, camera);
    const plates = (await reader.look(jpeg, time)).map(({ plate }) => plate);
    if (plates.length > 0) await keep(readingsOf(plates, camera, time));
    await pause(Math.max(0, next - performance.now()));
  }
}

/** Sends them until they are kept: points that have a time can be sent again. */
async function keep(points) {
  if (await insist(() => gateway.ask('POST', '/sensors/v1/readings', points))) tell('kept', { points });
}

/**
 * Tries again until it goes well.
 *
 * @returns nothing when the program is to end before
 * @throws {Refusal} when it never will
 */
async function insist(attempt) {
  while (!stop.aborted) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      failed(error);
      await pause(RETRY_MS);
    }
  }
}

function pause(ms, signal = stop) {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}

function failed({ message: why }) {
  tell('failed', { why });
}

function tell(step, more) {
  process.stdout.write(`${JSON.stringify({ step, ...more })}\n`);
}
