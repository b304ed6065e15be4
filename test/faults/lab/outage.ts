import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfluxDb } from '../../influxdb.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';
import { type Account, account, countStored } from './account.js';
import { GatewayUnderTest } from './gateway-process.js';
import type { Mistake } from './mistake.js';
import { Producer } from './producer.js';
import { tagStream } from './stream.js';

const TAGS = 50;
/** Readings per second, of all tags: each is heard once in 1.25 s. */
const RATE = 40;
const DAY_S = 86_400;
/** The first are heard so much less than a day ago: nothing older is believed. */
const MARGIN_MS = 10_000;
/** Requests under way, each with a reading of each tag. */
const AT_ONCE = 64;
const MIB = 2 ** 20;
const LOOK_MS = 250;

export interface Outage {
  /** Before the server is back. */
  readonly meanwhile: Account;
  readonly found: Account;
  /** MiB of files at the end of the outage. */
  readonly disk: number;
  /** MiB of memory at most during the outage, beyond what there was before. */
  readonly outageMemory: number;
  /** MiB of memory at most while everything was sent, beyond what there was when it began. */
  readonly drainMemory: number;
  /** ms until it served again with everything in its history */
  readonly restartMs: number;
  /** readings per second */
  readonly drained: number;
}

/** Of a small board. On a large machine V8 takes more before it looks what of it is garbage, and that is not what is asked here. */
const HEAP_MIB = 80;

/**
 * So many hours without a server, in as little time as the gateway takes them in; a restart in the midst of it; then the server is
 * back. Tags are 50, heard by a radio elsewhere that says when.
 */
export async function outage(influx: TestInfluxDb, hours: number, mistake?: Mistake): Promise<Outage> {
  using dir = tempDirectory();
  const produced = hours * 3_600 * RATE;
  const from = Date.now() - DAY_S * 1000 + MARGIN_MS;
  const stream = tagStream(TAGS, (number) => from + Math.round((number * 1000) / RATE));
  const options = { dir: dir.path, target: influx, heapMiB: HEAP_MIB, ...(mistake ? { mistake } : {}) };
  await using gateway = await GatewayUnderTest.start(options);
  await using producer = new Producer(stream, gateway.url, AT_ONCE);
  await producer.bring(RATE * 60);
  await until(async () => (await countStored(influx, stream)) >= RATE * 60, LOOK_MS);
  await influx.beginOutage();
  const before = gateway.memory.now;
  await producer.bring(produced - RATE * 60);
  const outageMemory = gateway.memory.most - before;
  await gateway.end();
  const disk = bytesIn(dir.path) / MIB;
  const meanwhile = await account({ produced, stream, influx, dir: dir.path });

  const restartMs = await gateway.start();
  const restarted = gateway.memory.now;
  await influx.endOutage();
  // who makes a mistake may have nothing left to send
  const drained = mistake === undefined ? await drain(gateway, produced - RATE * 60) : 0;
  const drainMemory = gateway.memory.most - restarted;
  if (mistake === undefined) await until(async () => (await countStored(influx, stream)) >= produced, LOOK_MS);
  await gateway.end();
  return {
    meanwhile,
    found: await account({ produced, stream, influx, dir: dir.path }),
    disk,
    outageMemory,
    drainMemory,
    restartMs,
    drained,
  };
}

/** @returns readings per second, from the first to the last */
async function drain(gateway: GatewayUnderTest, readings: number): Promise<number> {
  const sent = async () => (await gateway.delivery()).counters.stored ?? 0;
  await until(async () => (await sent()) > 0, LOOK_MS / 10);
  const [began, first] = [performance.now(), await sent()];
  await until(async () => (await sent()) >= readings, LOOK_MS);
  return ((readings - first) / (performance.now() - began)) * 1000;
}

function bytesIn(dir: string): number {
  return readdirSync(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
}
