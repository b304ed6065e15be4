import { type Benchmark, figure, rounds } from '../benchmark.js';
import { ServerProcess } from '../servers/server-process.js';
import { StreamReaders } from '../stream-readers.js';

const PATH = '/camera/v1/cameras/lens-1/stream';
const LEAVE = 1_000;
const TOGETHER = 50;

/** What streams leave behind that were left in the middle of a picture: the memory of the gateway after a thousand of them, and after another. */
export const cameraLeft: Benchmark = async (_, effort) => {
  await using gateway = await ServerProcess.start('fan-out', 'gateway');
  const leave = async () => {
    for (let round = 0; round < rounds(LEAVE / TOGETHER, effort); round++) {
      using readers = await StreamReaders.open(gateway.url + PATH, TOGETHER);
      await readers.all();
    }
    return gateway.residentMb;
  };
  const before = await leave();
  const after = await leave();
  const reference = { name: `${LEAVE} before`, value: before };
  return [figure({ name: `memory, ${LEAVE} streams left`, value: after, unit: 'MB', reference, aim: '≤ 1.1×' })];
};
