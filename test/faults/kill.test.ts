import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { type Account, account } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import { killAgainAndAgain } from './lab/kill.js';
import type { Mistake } from './lab/mistake.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { pointStream } from './lab/stream.js';
import { type Behaviour, Upstream } from './lab/upstream.js';

withNeeds('influxd')('a gateway that is killed', () => {
  it('has lost nothing that it acknowledged, and sent nothing twice', async () => {
    await using influx = await startInfluxDb();
    const found = await killAgainAndAgain(influx, 4, 7);
    expect(found).toMatchObject({ stored: found.produced, lost: 0, doubled: 0 });
  }, 60_000);

  const silent: Behaviour = () => undefined;
  const storesAndIsSilent: Behaviour = async ({ store }) => {
    await store();
  };
  it.each<[string, Mistake | undefined, Behaviour, Partial<Account>]>([
    ['a batch that nobody has answered is sent again', undefined, silent, { stored: 40, lost: 0, doubled: 0 }],
    [
      'a batch that was stored and not answered is stored once',
      undefined,
      storesAndIsSilent,
      { stored: 40, lost: 0, doubled: 0 },
    ],
    ['control: it is lost when the cursor moves before the answer', 'moveBeforeTheAnswer', silent, { stored: 0, lost: 40 }],
    [
      'control: it is doubled when a line is not made of its row alone',
      'sendWithTheTimeOfSending',
      storesAndIsSilent,
      { stored: 40, doubled: 40 },
    ],
  ])(
    '%s',
    async (_, mistake, behaviour, expected) => {
      await using influx = await startInfluxDb();
      expect(await killWhileAsking(influx, behaviour, expected, mistake)).toMatchObject(expected);
    },
    60_000,
  );
});

/** Forty readings are acknowledged; the gateway dies when the server has them and before it has said so, and is started again. */
async function killWhileAsking(
  influx: TestInfluxDb,
  behaviour: Behaviour,
  expected: Partial<Account>,
  mistake?: Mistake,
): Promise<Account> {
  using dir = tempDirectory();
  await using upstream = await Upstream.start(influx);
  const stream = pointStream();
  const met = new Promise<void>((resolve) => {
    upstream.always = async (asked) => {
      await behaviour(asked);
      resolve();
    };
  });
  const options = { dir: dir.path, target: upstream.target, ...(mistake ? { mistake } : {}) };
  await using gateway = await GatewayUnderTest.start(options);
  await using producer = new Producer(stream, gateway.url);
  await producer.bring(40);
  await met;
  await gateway.end('SIGKILL');
  await gateway.start({ target: influx });
  const { stored = 0, doubled = 0 } = expected;
  await delivered(influx, stream, stored + doubled);
  await gateway.end();
  return await account({ produced: producer.produced, stream, influx, dir: dir.path });
}
