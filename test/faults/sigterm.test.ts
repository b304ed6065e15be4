import { expect, it } from '@jest/globals';
import { startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { type Account, account } from './lab/account.js';
import { delivered } from './lab/delivered.js';
import { GatewayUnderTest } from './lab/gateway-process.js';
import type { Mistake } from './lab/mistake.js';
import { withNeeds } from './lab/needs.js';
import { Producer } from './lab/producer.js';
import { report } from './lab/report.js';
import { pointStream } from './lab/stream.js';
import { Upstream } from './lab/upstream.js';

const ANSWERS_AFTER_MS = 10_000;
/** More than one batch. */
const READINGS = 5_000;

withNeeds('influxd')('a gateway that is asked to stop while a server takes 10 s to answer', () => {
  it('is gone within 10 s, and nothing is lost or doubled', async () => {
    await using influx = await startInfluxDb();
    const { ms, found } = await stopWhileAsking(influx);
    report({ fault: 'SIGTERM, server that takes 10 s', times: 1, ...found, figures: `gone after ${(ms / 1000).toFixed(1)} s` });
    expect(ms).toBeLessThan(10_000);
    expect(found).toEqual({ produced: READINGS, stored: READINGS, held: 0, dropped: 0, lost: 0, doubled: 0 });
  }, 60_000);

  it('control: what moves its cursor before the answer has lost readings', async () => {
    await using influx = await startInfluxDb();
    const { found } = await stopWhileAsking(influx, 'moveBeforeTheAnswer');
    expect(found.lost).toBeGreaterThan(0);
  }, 60_000);
});

/** Started again at a server that answers at once. */
async function stopWhileAsking(influx: TestInfluxDb, mistake?: Mistake): Promise<{ ms: number; found: Account }> {
  using dir = tempDirectory();
  await using upstream = await Upstream.start(influx);
  const stream = pointStream();
  const asked = new Promise<void>((resolve) => {
    upstream.always = ({ response, store }) => {
      resolve();
      const answer = setTimeout(() => void store().then(({ status }) => response.writeHead(status).end()), ANSWERS_AFTER_MS);
      response.once('close', () => clearTimeout(answer));
    };
  });
  await using gateway = await GatewayUnderTest.start({ dir: dir.path, target: upstream.target, ...(mistake ? { mistake } : {}) });
  await new Producer(stream, gateway.url).bring(READINGS);
  await asked;
  const ms = await gateway.end();
  const parts = { produced: READINGS, stream, influx, dir: dir.path };
  const { lost } = await account(parts);
  await gateway.start({ target: influx });
  await delivered(influx, stream, READINGS - lost);
  await gateway.end();
  return { ms, found: await account(parts) };
}
