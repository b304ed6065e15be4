import { describe, expect, it } from '@jest/globals';
import { ButtonClock } from '../../button-clock.js';
import type { ClockWitness } from '../../../src/sensors/clock-trust.js';
import { TestGateway } from '../../gateway.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';

const SET = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;
/** The published vector of data format 5. */
const HEARD = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';

/** A clock that begins in 1970, as that of a Pi does, until somebody sets it. */
class PiClock extends ButtonClock {
  set = 0;
  constructor() {
    super(0);
  }
  override now(): number {
    return super.now() + this.set;
  }
}

/** A gateway to which others bring advertisements, and applications readings. */
class Brought implements AsyncDisposable {
  private constructor(
    readonly gateway: TestGateway,
    readonly clock: PiClock,
  ) {}

  static async start(clock = new PiClock(), options: { dir?: string; witness?: ClockWitness } = {}): Promise<Brought> {
    const devices = { radios: { attic: { driver: 'ruuvi-gateway', token: 'a-token-of-24-characters-' } } };
    return new Brought(await TestGateway.start({ devices }, { clock, ...options }), clock);
  }

  add(point: object = {}): Promise<Response> {
    return this.post('/sensors/v1/readings', [{ measurement: 'people', fields: { count: 1 }, ...point }]);
  }

  /** @param sequence of the measurement */
  bring(sequence: number): Promise<Response> {
    const data = `${HEARD.slice(0, 46)}${sequence.toString(16).padStart(4, '0')}${HEARD.slice(50)}`;
    const body = { data: { tags: { 'CB:B8:33:4C:88:4F': { rssi: -60, timestamp: this.clock.now() / 1000, data } } } };
    return this.post('/sensors/v1/receivers/attic/advertisements', body);
  }

  /** When the points of a measurement were, in the order of time, after the first. */
  async times(measurement: string): Promise<readonly number[]> {
    const page = await this.gateway.json<{ time: string }[]>(`/sensors/v1/readings?measurement=${measurement}`);
    return page.map(({ time }) => Date.parse(time) - SET);
  }

  async subsystem(): Promise<unknown> {
    return (await this.gateway.json<{ name: string }[]>('/registry/v1/subsystems')).find(({ name }) => name === 'clock');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.gateway[Symbol.asyncDispose]();
  }

  private post(path: string, body: unknown): Promise<Response> {
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer a-token-of-24-characters-' };
    return this.gateway.get(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}

describe('While the clock is not set', () => {
  it('readings without a time of their own are refused at once, and it is seen why', async () => {
    await using brought = await Brought.start();
    const refused = await brought.add();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('is not set') });
    expect((await brought.add({ time: '2026-11-21T11:00:00Z' })).status).toBe(204);
    expect(await brought.subsystem()).toMatchObject({ state: 'SUSPENDED', counters: { steps: 0, marked: 0, waiting: 0 } });
    brought.clock.set = SET;
    expect((await brought.add()).status).toBe(204);
    expect(await brought.times('people')).toEqual([-60 * MINUTE, 0]);
    await brought.clock.advance(1_000);
    expect(await brought.subsystem()).toMatchObject({ state: 'ACTIVE', counters: { steps: 1 } });
  });

  it('what is brought is answered for when it is on disk: it waits there, and gets its true time', async () => {
    await using brought = await Brought.start();
    expect((await brought.bring(1)).status).toBe(200);
    await brought.clock.advance(MINUTE);
    expect((await brought.bring(1)).status).toBe(200);
    expect(await brought.times('ruuvi_measurements')).toEqual([]);
    brought.clock.set = SET;
    await brought.clock.advance(1_000);
    await until(async () => (await brought.times('ruuvi_measurements')).length > 0);
    expect(await brought.times('ruuvi_measurements')).toEqual([0]);
  });

  it('what waits when the gateway is stopped is not taken again by the next, and kept by it once', async () => {
    using dir = tempDirectory();
    const clock = new PiClock();
    const first = await Brought.start(clock, { dir: dir.path });
    for (const sequence of [1, 2]) expect((await first.bring(sequence)).status).toBe(200);
    await first[Symbol.asyncDispose]();
    await using brought = await Brought.start(clock, { dir: dir.path });
    for (const sequence of [1, 2, 3]) expect((await brought.bring(sequence)).status).toBe(200);
    clock.set = SET;
    await clock.advance(1_000);
    await until(async () => (await brought.times('ruuvi_measurements')).length >= 3);
    expect(await brought.times('ruuvi_measurements')).toEqual([0, 1, 2]);
  });
});

describe('While nobody vouches for the clock', () => {
  const unsure = { boot: 'this', uptimeMs: () => 0, vouches: () => Promise.resolve(false) };

  it('what comes waits, readings without a time of their own are refused, and it is seen why', async () => {
    const clock = new PiClock();
    clock.set = SET - 72 * 60 * MINUTE;
    await using brought = await Brought.start(clock, { witness: unsure });
    expect((await brought.bring(1)).status).toBe(200);
    expect([(await brought.add()).status, (await brought.add({ time: '2026-11-21T11:00:00Z' })).status]).toEqual([503, 204]);
    expect(await brought.subsystem()).toMatchObject({
      state: 'SUSPENDED',
      reason: expect.stringContaining('nobody vouches yet'),
    });
    await clock.advance(MINUTE);
    clock.set = SET;
    expect((await brought.add()).status).toBe(204);
    await clock.advance(1_000);
    await until(async () => (await brought.times('ruuvi_measurements')).length > 0);
    expect(await brought.times('ruuvi_measurements')).toEqual([0]);
    expect(await brought.subsystem()).toMatchObject({ state: 'ACTIVE' });
  });
});

describe('When the clock is put back by less than an hour', () => {
  it('what comes then is later than what came before, whoever brings it', async () => {
    const clock = new PiClock();
    clock.set = SET;
    await using brought = await Brought.start(clock);
    for (const [sequence, back] of [0, 0, 59 * MINUTE, 59 * MINUTE].entries()) {
      clock.set = SET - back;
      await clock.advance(MINUTE);
      expect((await brought.bring(sequence)).status).toBe(200);
      expect((await brought.add()).status).toBe(204);
    }
    const minutes = [1, 2, 2.5, 3];
    expect((await brought.times('ruuvi_measurements')).map((ms) => ms / MINUTE)).toEqual(minutes);
    expect((await brought.times('people')).map((ms) => ms / MINUTE)).toEqual(minutes);
  });
});
