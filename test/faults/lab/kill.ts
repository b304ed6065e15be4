import { setTimeout as sleep } from 'node:timers/promises';
import type { TestInfluxDb } from '../../influxdb.js';
import { tempDirectory } from '../../temp-directory.js';
import { type Account, account } from './account.js';
import { delivered } from './delivered.js';
import { GatewayUnderTest } from './gateway-process.js';
import { Producer } from './producer.js';
import { seeded } from './seeded.js';
import { pointStream } from './stream.js';

const RATE = 500;
/** How long it serves before it is killed, at most. */
const LIFE_MS = 400;
/** One of so many kills comes while it starts. */
const STARTING = 4;

/**
 * Kills a gateway at random moments under 500 readings a second, some of them while it starts, and starts it again.
 *
 * @returns what became of the readings once the last one was left alone
 */
export async function killAgainAndAgain(influx: TestInfluxDb, times: number, seed: number): Promise<Account> {
  using dir = tempDirectory();
  const random = seeded(seed);
  const stream = pointStream(`killed_${seed}`);
  await using gateway = await GatewayUnderTest.prepare({ dir: dir.path, target: influx });
  await using producer = new Producer(stream, gateway.url);
  producer.start(RATE);
  for (let n = 0; n < times; n++) {
    const started = gateway.begin();
    if (n % STARTING !== 0) await started;
    await sleep(random() * LIFE_MS);
    await gateway.end('SIGKILL');
  }
  await gateway.start();
  await producer.stop();
  const { produced } = producer;
  await delivered(influx, stream, produced);
  await gateway.end();
  return await account({ produced, stream, influx, dir: dir.path });
}
