import { Agent, get, type IncomingMessage } from 'node:http';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, type Figure, figure, rounds } from '../benchmark.js';
import { ServerProcess } from '../servers/server-process.js';

const PATH = '/camera/v1/cameras/lens-1/snapshot';
const ROUNDS = 10;
const ALONE = 20;
const TOGETHER = 50;

/** ms from the question to the last byte, of each */
interface Waits {
  readonly alone: number[];
  readonly together: number[];
}

/**
 * A picture that is exposed after it is asked for, of a camera that looks already: by one, and by fifty who ask at once. Whoever asks
 * waits for the next exposure, 33 ms at the longest, and for the camera to have drawn it.
 */
export const snapshotFresh: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  await using gateway = await ServerProcess.start('lens', 'gateway', dir.path);
  await using bare = await ServerProcess.start('lens', 'bare');
  const [ours, theirs] = [await warmedUp(gateway), await warmedUp(bare)];
  for (let round = 0; round < rounds(ROUNDS, effort); round++) {
    await measure(gateway, ours);
    await measure(bare, theirs);
  }
  return [
    compare('fresh snapshot at 30 fps, median', median(ours.alone), median(theirs.alone)),
    compare('fresh snapshot at 30 fps, p99', p99(ours.alone), p99(theirs.alone)),
    compare(`${TOGETHER} of them at once, p99`, p99(ours.together), p99(theirs.together)),
  ];
};

function compare(name: string, value: number, reference: number): Figure {
  return figure({ name, value, unit: 'ms', reference: { name: 'node:http', value: reference }, aim: 'at most 5 ms more' });
}

async function warmedUp(server: ServerProcess): Promise<Waits> {
  await measure(server, { alone: [], together: [] });
  return { alone: [], together: [] };
}

/** @throws Error when those who ask at once do not share frames: one, or a few where connecting takes long */
async function measure({ url }: ServerProcess, { alone, together }: Waits): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  try {
    for (let at = 0; at < ALONE; at++) alone.push((await ask(url, agent)).ms);
    const answers = await Promise.all(Array.from({ length: TOGETHER }, () => ask(url, agent)));
    together.push(...answers.map(({ ms }) => ms));
    const frames = new Set(answers.map(({ sequence }) => sequence)).size;
    if (frames > TOGETHER / 5) throw new Error(`${TOGETHER} who asked at once were shown ${frames} frames`);
  } finally {
    agent.destroy();
  }
}

async function ask(url: string, agent: Agent): Promise<{ ms: number; sequence: string }> {
  const began = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url + PATH, { agent }, resolve).once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`GET ${PATH}: ${response.statusCode}`);
  for await (const _bytes of response);
  return { ms: performance.now() - began, sequence: String(response.headers['umec-sequence']) };
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function p99(values: readonly number[]): number {
  return quantile(values, 0.99);
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}
