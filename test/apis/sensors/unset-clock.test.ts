import { expect, it } from '@jest/globals';
import { ButtonClock } from '../../button-clock.js';
import { TestGateway } from '../../gateway.js';

const SET = Date.parse('2026-11-21T12:00:00Z');

/** A clock that begins in 1970, as that of a Pi does, until somebody sets it. */
class UnsetClock extends ButtonClock {
  set = 0;
  constructor() {
    super(0);
  }
  override now(): number {
    return super.now() + this.set;
  }
}

it('While the clock is not set readings without a time of their own are refused at once, and it is seen why', async () => {
  const clock = new UnsetClock();
  await using gateway = await TestGateway.start({ devices: { radios: {} } }, { clock });
  const add = (point: object) =>
    gateway.get('/sensors/v1/readings', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ measurement: 'people', fields: { count: 1 }, ...point }]),
    });
  const ofClock = async () =>
    (await gateway.json<{ name: string }[]>('/registry/v1/subsystems')).find(({ name }) => name === 'clock');
  const refused = await add({});
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('is not set') });
  expect((await add({ time: '2026-11-21T11:00:00Z' })).status).toBe(204);
  expect(await ofClock()).toMatchObject({ state: 'SUSPENDED', counters: { steps: 0, marked: 0 } });
  clock.set = SET;
  await clock.advance(1_000);
  expect((await add({})).status).toBe(204);
  const page = await gateway.json<{ time: string }[]>('/sensors/v1/readings?measurement=people');
  expect(page.map(({ time }) => Date.parse(time))).toEqual([SET - 3_600_000, SET + 1_000]);
  expect(await ofClock()).toMatchObject({ state: 'ACTIVE', counters: { steps: 1 } });
});
