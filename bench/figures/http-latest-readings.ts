import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.js';
import { cannedOf, compareServers, READ_AIMS } from '../compare-servers.js';

const PATH = '/sensors/v1/readings/latest';
const EVERY_TAG_HEARD_MS = 5_000;

/** What a dashboard asks for again and again: the latest readings of 200 tags while they measure, about 140 KB. */
export const httpLatestReadings: Benchmark = async (servers, effort) => {
  await servers.open();
  await sleep(EVERY_TAG_HEARD_MS);
  const { json, ...canned } = await cannedOf(servers, PATH);
  const asked = { name: 'GET readings/latest', path: PATH, aims: READ_AIMS };
  // the references have their answer finished: to write that much anew each time would be most of what they do
  return compareServers(servers, asked, { ...canned, bytes: Buffer.from(JSON.stringify(json)) }, effort);
};
