import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type Account, account, countStored } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';

const RATE = 500;
/** How the database goes each time. */
const ENDS = ['SIGTERM', 'SIGKILL', 'SIGKILL'] as const;
/** Waits are a tenth of what they are. */
const HURRY = 10;

withNeeds('influxd')('an InfluxDB that is stopped, killed and started again under 500 readings a second', () => {
  it('has every reading once', async () => {
    await using influx = await startInfluxDb();
    const found = await restart(influx);
    report({ fault: 'InfluxDB 1.6.7 stopped, killed, started', times: ENDS.length, ...found });
    expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 60_000);

  it('control: it has not when every answer is believed', async () => {
    await using influx = await startInfluxDb();
    expect((await restart(influx, 'believeEveryAnswer')).lost).toBeGreaterThan(0);
  }, 60_000);
});

async function restart(influx: TestInfluxDb, mistake?: Mistake): Promise<Account> {
  using dir = tempDirectory();
  const stream = pointStream();
  await using gateway = await GatewayUnderTest.start({
    dir: dir.path,
    target: influx,
    hurry: HURRY,
    ...(mistake ? { mistake } : {}),
  });
  await using producer = new Producer(stream, gateway.url);
  producer.start(RATE);
  for (const signal of ENDS) {
    const before = await countStored(influx, stream);
    await delivered(influx, stream, before + RATE / 5);
    await influx.stopDaemon(signal);
    const answered = producer.answered;
    await until(async () => producer.answered > answered + RATE / 2, 50); // what comes meanwhile is taken
    await influx.startDaemon();
  }
  await producer.stop();
  const { produced } = producer;
  if (mistake === undefined) await delivered(influx, stream, produced);
  await gateway.end();
  return await account({ produced, stream, influx, dir: dir.path });
}
