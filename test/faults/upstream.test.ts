import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type Account, account, sumOf } from './lab/account.js';
import { CASES } from './lab/behaviours.js';
import { DELIVERY } from './lab/configuration.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream, type Stream } from './lab/stream.js';
import { honest, Upstream } from './lab/upstream.js';

const READINGS = 40;
/** Waits are a tenth of what they are: back-off begins with 0.1 s, and an answer may take 1 s. */
const HURRY = 10;

withNeeds('influxd')('a server that does with a batch what it likes', () => {
  const dir = tempDirectory();
  let influx: TestInfluxDb;
  let upstream: Upstream;
  let gateway: GatewayUnderTest;
  let total: Account = { produced: 0, stored: 0, held: 0, dropped: 0, lost: 0, doubled: 0 };

  beforeAll(async () => {
    influx = await startInfluxDb();
    upstream = await Upstream.start(influx);
    gateway = await GatewayUnderTest.start({ dir: dir.path, target: upstream.target, hurry: HURRY });
  }, 60_000);
  afterAll(async () => {
    report({ fault: `an upstream with ${CASES.length} behaviours`, times: CASES.length, ...total });
    await gateway[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    await influx[Symbol.asyncDispose]();
    dir[Symbol.dispose]();
  });

  it.each(CASES.map((one, at) => [one.name, one, at] as const))(
    '%s: every reading arrives once, or is kept as refused',
    async (_, one, at) => {
      const { behaviour, times, poisoned = false } = one;
      const plain = pointStream(`behaviour_${at}`);
      const stream = poisoned ? withPoison(plain) : plain;
      const refused = await refusals();
      upstream.always = times === undefined ? behaviour : honest;
      upstream.next(behaviour, times ?? 0);
      await new Producer(stream, gateway.url).bring(READINGS);
      await delivered(influx, stream, READINGS);
      await until(() => Promise.resolve(upstream.left === 0));
      await until(async () => (await gateway.delivery()).state === 'ACTIVE' && (await refusals()) === refused + Number(poisoned));
      const dropped = (await refusals()) - refused;
      const found = await account({ produced: READINGS + Number(poisoned), stream, influx, dropped });
      total = sumOf(total, found);
      expect(found).toMatchObject({ stored: READINGS, held: 0, dropped: Number(poisoned), lost: 0, doubled: 0 });
    },
  );

  it('control: what believes every answer has lost readings', async () => {
    using elsewhere = tempDirectory();
    const options = { dir: elsewhere.path, target: upstream.target, hurry: HURRY, mistake: 'believeEveryAnswer' } as const;
    await using careless = await GatewayUnderTest.start(options);
    const stream = pointStream('careless');
    upstream.next(({ response }) => void response.destroy());
    await using producer = new Producer(stream, careless.url);
    await producer.bring(READINGS);
    await until(async () => upstream.left === 0);
    await careless.end();
    expect(await account({ produced: READINGS, stream, influx, dir: elsewhere.path })).toMatchObject({ lost: READINGS });
  });

  async function refusals(): Promise<number> {
    return (await gateway.counters(DELIVERY)).rejected ?? 0;
  }
});

/** Among the readings is one whose field is of another type than in all others. */
function withPoison(stream: Stream): Stream {
  const poison = { measurement: stream.measurement, time: '2026-06-01T13:00:00Z', fields: { number: 'poison' } };
  return { ...stream, body: (numbers) => [...(stream.body(numbers) as object[]), poison] };
}
