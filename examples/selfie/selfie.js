#!/usr/bin/env node
/**
 * A page that takes a picture with a camera of the gateway, and shows what a model sees in it.
 *
 *   UMEC_URL=http://127.0.0.1:8080 UMEC_CLIENT_ID=… UMEC_CLIENT_SECRET=… node selfie.js
 *
 * SELFIE_HOST and SELFIE_PORT say where the page is, SELFIE_CAMERA which camera, SELFIE_CLASSIFIER which classifier. It ends when the
 * gateway or SIGTERM says so, or its terminal is closed.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Application } from './application.js';
import { Gateway } from './gateway.js';
import { Services } from './services.js';
import { takePicture } from './take-picture.js';
import { WebServer } from './web-server.js';

const { UMEC_URL, UMEC_CLIENT_ID, UMEC_CLIENT_SECRET, SELFIE_HOST, SELFIE_PORT, SELFIE_CAMERA, SELFIE_CLASSIFIER } = process.env;

const ending = new AbortController();
// SIGHUP comes when the terminal is closed; then, or when nobody reads on, what is still said fails
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => ending.abort());
process.stdout.on('error', () => ending.abort());
const tell = (step, more) => process.stdout.write(`${JSON.stringify({ step, ...more })}\n`);
const failed = (error) => tell('failed', { why: error.message });

try {
  await run();
} catch (error) {
  failed(error);
  process.exitCode = 1;
}

async function run() {
  const request = requestIn(SELFIE_CLASSIFIER ?? fileURLToPath(new URL('classifier.json', import.meta.url)));
  const credentials = UMEC_CLIENT_ID ? { clientId: UMEC_CLIENT_ID, clientSecret: UMEC_CLIENT_SECRET ?? '' } : undefined;
  const gateway = new Gateway(UMEC_URL ?? 'http://127.0.0.1:8080', credentials);
  const services = new Services(gateway, SELFIE_CAMERA, request.service.serName, ending.signal);
  const server = new WebServer(new URL('page/', import.meta.url), picture, notified);
  const insistence = { signal: ending.signal, failed: waits };
  const application = new Application(gateway, insistence);

  services.onFound = ({ camera, classifier, problem }) => {
    if (problem) tell('waits', { why: problem });
    server.tell({ problem, camera: shown(camera), classifier: shown(classifier) });
  };
  await server.listen(SELFIE_HOST ?? '127.0.0.1', Number(SELFIE_PORT ?? 8090));
  try {
    await services.begin(insistence);
    const appInstanceId = await application.begin('selfie', server.origin, server.callbackReference, services.criteria);
    await services.look();
    tell('ready', { appInstanceId, url: server.origin });
    void services.keepLooking();
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
  } catch (error) {
    // what it was told to leave undone has not failed
    if (!ending.signal.aborted) throw error;
  } finally {
    server.tellLast({ hasEnded: true });
    await application.end(actionOf(ending.signal)).finally(() => server.close());
    tell('ended');
  }

  function waits(error) {
    tell('waits', { why: error.message });
    server.tell({ problem: error.message });
  }

  async function picture() {
    try {
      return await takePicture(gateway, services.found, request);
    } catch (error) {
      // what the page says of the two may be out of date
      void services.look();
      throw error;
    }
  }

  /** Whatever has changed, what holds now is in the registry. */
  function notified({ notificationType, operationAction }) {
    if (notificationType === 'AppTerminationNotification') ending.abort(operationAction);
    if (notificationType === 'SerAvailabilityNotification') void services.look();
  }
}

/**
 * @returns {object} what a file says that the gateway is asked
 * @throws when it cannot be read, or does not name a service by which the classifier is found and its changes are told
 */
function requestIn(file) {
  try {
    const request = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof request?.service?.serName !== 'string')
      throw new Error('service.serName has to name the service of a model server');
    return request;
  } catch (cause) {
    throw new Error(`${file}: ${cause.message}`, { cause });
  }
}

/** What a page is told of a service: nothing that it has no use for. */
function shown(service) {
  return service && { name: service.name, state: service.state };
}

/** @returns {string | undefined} what the gateway has said; absent when it was somebody else who ended it */
function actionOf({ reason }) {
  return typeof reason === 'string' ? reason : undefined;
}
