import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, median, rounds } from '../benchmark.js';
import { Program } from '../programs.js';

const RUNS = 5;

/** From the start of the process to the first 200 of `/readyz`, with a fresh data directory. */
export const startFirstAnswer: Benchmark = async (_, effort) => {
  const [ours, express]: [number[], number[]] = [[], []];
  for (let run = 0; run < rounds(RUNS, effort); run++) {
    ours.push(await msToAnswer((dir) => Program.gateway(dir)));
    express.push(await msToAnswer((dir) => Program.express(dir)));
  }
  const reference = { name: 'express', value: median(express) };
  return [figure({ name: 'start to first answer', value: median(ours), unit: 'ms', reference, aim: '≤ 1,000 ms' })];
};

async function msToAnswer(start: (dir: string) => Promise<Program>): Promise<number> {
  using dir = tempDirectory();
  const began = performance.now();
  await using program = await start(dir.path);
  await program.answers();
  return performance.now() - began;
}
