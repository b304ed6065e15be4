import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, ask } from '../apis/mec011/ask.js';
import { TestGateway } from '../gateway.js';

/** Who asks too much, and who asks as people do. */
const [FLOODING, OTHER] = ['127.0.0.2', '127.0.0.3'] as const;
const SNAPSHOT = '/camera/v1/cameras/lens-1/snapshot';
const READINGS = '/sensors/v1/readings';

const chips = { board: { driver: 'simulated', lines: { 22: { direction: 'OUTPUT' }, 27: { direction: 'OUTPUT' } } } };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({
    http: {
      // the machine that runs this is busy with the flood itself
      limits: {
        unlimited: ['127.0.0.1/32'],
        readsPerSecond: 5,
        readBurst: 40,
        writesPerSecond: 1,
        writeBurst: 20,
        lagMs: 86_400_000,
      },
    },
    devices: { radios: { town: { driver: 'simulated' } }, cameras: { 'lens-1': { driver: 'simulated', fps: 5 } }, chips },
  });
});
afterAll(() => gateway.stop());

const flood = (count: number, one: (at: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, at) => one(at)));
const get = (path: string, localAddress: string) => ask(gateway.url, { method: 'GET', path, localAddress });
const tally = (answers: readonly Answer[]) =>
  answers.reduce<Record<number, number>>((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});

/** Each refusal in problem details, and with the seconds after which to come again. */
function toldToWait(answers: readonly Answer[], status: number): void {
  const refused = answers.filter((answer) => answer.status === status);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers, text } of refused) {
    expect(headers['content-type']).toBe('application/problem+json');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(text)).toMatchObject({ status });
  }
}

/** What a part of the gateway has counted. */
async function counted(part: string, counter: string): Promise<number> {
  const subsystems = await gateway.json<{ name: string; counters: Record<string, number> }[]>('/registry/v1/subsystems');
  return subsystems.find(({ name }) => name.includes(part))?.counters[counter] ?? NaN;
}
const frames = () => counted('lens-1', 'frames');

describe('A9 business flow', () => {
  it('a flood of snapshots from one address is told to wait, others see the camera, and it captures once for all', async () => {
    const before = await frames();
    const began = performance.now();
    const [answers, other] = await Promise.all([flood(200, () => get(SNAPSHOT, FLOODING)), get(SNAPSHOT, OTHER)]);
    const seconds = (performance.now() - began) / 1_000;
    toldToWait(answers, 429);
    expect(Object.keys(tally(answers))).toEqual(['200', '429']);
    expect(tally(answers)[200]).toBeLessThanOrEqual(40 + 5 * Math.ceil(seconds));
    expect(other.status).toBe(200);
    // five in a second, whoever asks
    expect((await frames()) - before).toBeLessThanOrEqual(5 * Math.ceil(seconds) + 2);
  });

  it('a flood of pictures in sizes of their own waits in a bounded queue, and what is beyond it is told to wait', async () => {
    const answers = await flood(120, (at) =>
      ask(gateway.url, { method: 'GET', path: `${SNAPSHOT}?width=${100 + at}&format=PNG`, localAddress: '127.0.0.1' }),
    );
    toldToWait(answers, 503);
    expect(Object.keys(tally(answers))).toEqual(['200', '503']);
    expect((await get(SNAPSHOT, OTHER)).status).toBe(200);
  });

  it('a flood of readings from one address is told to wait, and what was taken is kept whole', async () => {
    const point = (at: number) => [{ measurement: 'flood', tags: { at: String(at) }, fields: { value: at } }];
    const answers = await flood(100, (at) =>
      ask(gateway.url, { method: 'POST', path: READINGS, localAddress: FLOODING, body: point(at) }),
    );
    toldToWait(answers, 429);
    expect(Object.keys(tally(answers))).toEqual(['204', '429']);
    const other = await ask(gateway.url, { method: 'POST', path: READINGS, localAddress: OTHER, body: point(1_000) });
    expect(other.status).toBe(204);
    const kept = await gateway.json<unknown[]>(`${READINGS}?measurement=flood&limit=1000`);
    expect(kept).toHaveLength((tally(answers)[204] ?? 0) + 1);
  });

  it('a flood of writes to one line is told to wait, moves it no oftener than it may be, and no other line', async () => {
    const line = (lineId: number) => `/gpio/v1/lines/${lineId}/value`;
    const write = (lineId: number, value: number) =>
      ask(gateway.url, { method: 'PUT', path: line(lineId), localAddress: '127.0.0.1', body: { value } });
    const began = performance.now();
    const answers = await flood(500, (at) => write(22, at % 2));
    const seconds = (performance.now() - began) / 1_000;
    toldToWait(answers, 429);
    const { 200: set = 0, ...others } = tally(answers);
    // 503 is for those that find too many waiting
    expect(Object.keys(others).filter((status) => !['429', '503'].includes(status))).toEqual([]);
    expect(set).toBeLessThanOrEqual(40 + 20 * Math.ceil(seconds));
    expect(await counted('gpio', 'writes')).toBe(set);
    expect((await write(27, 1)).status).toBe(200);
    expect(await gateway.json('/gpio/v1/values')).toMatchObject({ 27: 1 });
  });
});
