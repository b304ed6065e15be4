import { setTimeout as sleep } from 'node:timers/promises';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure } from '../benchmark.js';
import { Program } from '../programs.js';

const SETTLE_MS = 15_000;
const TOWN = {
  UMEC_DEVICES_RADIOS: '{ simulated-town: { driver: simulated, tags: 50 } }',
  UMEC_DEVICES_CAMERAS: '{ lens-1: { driver: simulated } }',
};

/** Resident memory with 200 tags and a camera while nobody looks. */
export const memoryIdle: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  await using gateway = await Program.gateway(dir.path, TOWN);
  await using express = await Program.express(dir.path);
  await using node = Program.node(dir.path);
  await Promise.all([gateway.answers(), express.answers()]);
  await sleep(SETTLE_MS * effort);
  const ours = { name: 'memory at idle, 200 tags and a camera', value: gateway.residentMb, unit: 'MB' };
  return [
    figure({ ...ours, reference: { name: 'node', value: node.residentMb }, aim: '≤ 120 MB' }),
    figure({ ...ours, reference: { name: 'express', value: express.residentMb } }),
  ];
};
