import { setTimeout as delay } from 'node:timers/promises';
import { type Benchmark, type Figure, figure, rounds } from '../benchmark.js';
import { ServerProcess } from '../servers/server-process.js';
import { StreamReaders } from '../stream-readers.js';

const PATH = '/camera/v1/cameras/lens-1/stream';
const READERS = 50;
const ROUND_S = 4;
const ROUNDS = 3;

interface Measured {
  cpuMicros: number;
  pictures: number;
  /** from the exposure of a picture until a reader has all of it, ms */
  readonly delays: number[];
}

/** One camera of 720p at 30 pictures a second, and 50 who look: the gateway and bare node:http in turns. */
export const cameraFanOut: Benchmark = async (_, effort) => {
  await using ours = await ServerProcess.start('fan-out', 'gateway');
  await using theirs = await ServerProcess.start('fan-out', 'bare');
  const [gateway, bare] = [nothing(), nothing()];
  // what the compiler does in the first seconds is nothing that goes on
  for (const server of [ours, theirs]) await look(server, effort, nothing());
  for (let round = 0; round < rounds(ROUNDS, effort); round++) {
    await look(ours, effort, gateway);
    await look(theirs, effort, bare);
  }
  return figuresOf(gateway, bare);
};

const nothing = (): Measured => ({ cpuMicros: 0, pictures: 0, delays: [] });

/** Adds what a while of looking costs and gives, without its beginning. */
async function look(server: ServerProcess, effort: number, measured: Measured): Promise<void> {
  using readers = await StreamReaders.open(server.url + PATH, READERS);
  await readers.all();
  readers.forget();
  const before = await server.cpuMicros();
  await delay(ROUND_S * 1000 * effort);
  measured.cpuMicros += (await server.cpuMicros()) - before;
  measured.pictures += readers.delays.length;
  for (const one of readers.delays) measured.delays.push(one);
}

function figuresOf(gateway: Measured, bare: Measured): readonly Figure[] {
  const compare = (name: string, unit: string, aim: string, value: (measured: Measured) => number) =>
    figure({ name, unit, aim, value: value(gateway), reference: { name: 'node:http', value: value(bare) } });
  const each = ({ cpuMicros, pictures }: Measured) => cpuMicros / pictures;
  const p99 = ({ delays }: Measured) => delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.99)] ?? NaN;
  return [
    compare(`720p30 to ${READERS} readers`, 'µs CPU', '≤ 1.3×', each),
    compare(`720p30 to ${READERS}, p99`, 'ms', '≤ 10 ms', p99),
  ];
}
