import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { type Account, account, countStored } from './lab/account.js';
import { DELIVERY } from './lab/configuration.js';
import { delivered } from './lab/delivered.js';
import { FarNetwork } from './lab/far-network.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';

const RATE = 500;
/** Waits are a tenth of what they are: an answer may take 1 s. */
const HURRY = 10;

/** How the way to the server is broken, and mended once the gateway has noticed. */
const BREAKS: readonly (readonly [
  name: string,
  broken: (network: FarNetwork) => unknown,
  mended: (network: FarNetwork) => unknown,
])[] = [
  ['everything is swallowed', (network) => network.swallow(), (network) => network.letThrough()],
  ['the cable is pulled', (network) => network.pullCable(), (network) => network.plugCable()],
  [
    'the other end dies and cannot say so (half-open TCP)',
    async (network) => {
      network.swallow();
      await network.killServer();
    },
    async (network) => {
      await network.startServer();
      network.letThrough();
    },
  ],
];

withNeeds(
  'root',
  'influxd',
  'nft',
)('a gateway that a network keeps from its server', () => {
  it.each(BREAKS)(
    '%s: every reading arrives once',
    async (name, broken, mended) => {
      await using influx = await startInfluxDb();
      const found = await partition(influx, broken, mended);
      report({ fault: `network: ${name}`, times: 2, ...found });
      expect(found).toMatchObject({ stored: found.produced, held: 0, dropped: 0, lost: 0, doubled: 0 });
    },
    60_000,
  );

  it('control: some do not when every answer is believed', async () => {
    await using influx = await startInfluxDb();
    const [[, broken, mended] = []] = BREAKS;
    if (!broken || !mended) throw new Error('nothing breaks');
    expect((await partition(influx, broken, mended, 'believeEveryAnswer')).lost).toBeGreaterThan(0);
  }, 60_000);
});

type Change = (network: FarNetwork) => unknown;

async function partition(influx: TestInfluxDb, broken: Change, mended: Change, mistake?: Mistake): Promise<Account> {
  using dir = tempDirectory();
  const stream = pointStream();
  await using network = await FarNetwork.open(influx);
  const options = { dir: dir.path, target: network.target, hurry: HURRY, ...(mistake ? { mistake } : {}) };
  await using gateway = await GatewayUnderTest.start(options);
  await using producer = new Producer(stream, gateway.url);
  producer.start(RATE);
  for (let n = 0; n < 2; n++) {
    const before = await countStored(influx, stream);
    await delivered(influx, stream, before + RATE / 2);
    await broken(network);
    const { failures = 0, requests = 0 } = await gateway.counters(DELIVERY);
    await until(async () => {
      const now = await gateway.counters(DELIVERY);
      return (mistake ? (now.requests ?? 0) - requests : (now.failures ?? 0) - failures) >= 2;
    }, 50);
    await mended(network);
  }
  await producer.stop();
  const { produced } = producer;
  if (mistake === undefined) await delivered(influx, stream, produced);
  await gateway.end();
  return await account({ produced, stream, influx, dir: dir.path });
}
