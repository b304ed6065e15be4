import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RuuviGatewayRadio } from '../../../src/devices/ruuvi-gateway/radio.js';
import { GatewayError } from '../../../src/errors.js';
import type { Advertisement } from '../../../src/sensors/radio.js';
import { ManualClock } from '../../manual-clock.js';

const MAC = 'CB:B8:33:4C:88:4F';
const data = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';
const post = (...entries: object[]) => ({
  data: { tags: Object.fromEntries(entries.map((entry, at) => [at === 0 ? MAC : `AA:AA:AA:AA:AA:0${at}`, entry])) },
});

let clock: ManualClock;
let radio: RuuviGatewayRadio;
let heard: Advertisement[];
/** What becomes of the next ones. */
let kept: Promise<void>;
let stop: AbortController;
let listening: Promise<void>;
beforeEach(() => {
  clock = new ManualClock();
  radio = new RuuviGatewayRadio({ radioId: 'attic', clock, token: 'a token of 24 characters' });
  heard = [];
  kept = Promise.resolve();
  stop = new AbortController();
  listening = radio.listen((advertisement) => {
    heard.push(advertisement);
    return kept;
  }, stop.signal);
});
afterEach(async () => {
  stop.abort();
  await listening;
});

describe('A Ruuvi Gateway that posts', () => {
  it('is SUSPENDED until it does, and again when it has not for a minute', async () => {
    expect(radio.health.value).toMatchObject({ state: 'SUSPENDED', reason: expect.stringContaining('/receivers/attic/') });
    await radio.bring(post({ data }));
    expect(radio.health.value).toEqual({ state: 'ACTIVE' });
    await clock.advance(59_000);
    expect(radio.health.value).toEqual({ state: 'ACTIVE' });
    await clock.advance(1_000);
    expect(radio.health.value).toMatchObject({
      state: 'SUSPENDED',
      reason: expect.stringContaining('nothing has come for 60 s'),
    });
    await radio.bring(post());
    expect(radio.health.value).toEqual({ state: 'ACTIVE' });
  });

  it('hands on each advertisement with its company, payload and strength', async () => {
    expect(await radio.bring(post({ rssi: '-60', data }, { data: 'no' }))).toEqual({ taken: 1, malformed: 1 });
    expect(heard).toEqual([
      {
        address: MAC,
        rssi: -60,
        companyId: 0x0499,
        payload: Buffer.from(data.slice(14), 'hex'),
        receivedAt: clock.now(),
      },
    ]);
    expect(radio.counters).toEqual({ advertisements: 1, malformed: 1, restarts: 0, refused: 0, untimely: 0 });
  });

  it('hands on what tags with the oldest firmware say: data of a service', async () => {
    const url = `10F703${Buffer.from('ruu.vi/#AjwYAMFc').toString('hex')}`;
    await radio.bring(post({ data: `0201060303AAFE${(3 + url.length / 2).toString(16)}16AAFE${url}` }));
    expect(heard).toMatchObject([{ address: MAC, serviceUuid: 0xfeaa, payload: Buffer.from(url, 'hex') }]);
    expect(radio.counters).toMatchObject({ advertisements: 1, malformed: 0 });
  });

  it('says when it heard it, as far as that can be', async () => {
    const now = clock.now() / 1000;
    const day = 86_400;
    for (const timestamp of [now - 10, now - day, now + 5, now - day - 1, now + 6, 0, -5, undefined])
      await radio.bring(post({ timestamp, data }));
    expect(heard.map(({ receivedAt }) => receivedAt / 1000 - now)).toEqual([-10, -day, 0, 0, 0, 0, 0, 0]);
    expect(radio.counters.untimely).toBe(4);
  });

  it('counts damaged advertising data, and what came whole of it', async () => {
    await radio.bring(post({ data: `${data}1BFF` }, { data: '020106' }));
    expect([heard.length, radio.counters]).toEqual([1, expect.objectContaining({ advertisements: 1, malformed: 1 })]);
  });

  it('is answered when it is kept', async () => {
    let keep = () => {};
    kept = new Promise((resolve) => (keep = resolve));
    let answered = false;
    const answer = radio.bring(post({ data })).then(() => (answered = true));
    await clock.advance(1_000);
    expect(answered).toBe(false);
    keep();
    await answer;
  });

  it('is told so when that takes too long', async () => {
    kept = new Promise(() => {});
    const answer = expect(radio.bring(post({ data }))).rejects.toMatchObject({ code: 'unavailable' });
    await clock.advance(20_000);
    await answer;
  });

  it('says how long ago something was, by clocks such as that of the machine', async () => {
    const wall = new ManualClock(clock.now() - 1_800_000);
    await using other = new RuuviGatewayRadio({ radioId: 'cellar', clock, wall, token: 'a token of 24 characters' });
    const ended = other.listen((one) => void heard.push(one), stop.signal);
    for (const ago of [0, 7, 86_400, -5]) await other.bring(post({ timestamp: wall.now() / 1000 - ago, data }));
    expect(heard.map(({ receivedAt }) => (clock.now() - receivedAt) / 1000)).toEqual([0, 7, 86_400, 0]);
    expect(other.counters.untimely).toBe(0);
    stop.abort();
    await ended;
  });

  it('is told that it was not kept', async () => {
    kept = Promise.reject(new GatewayError('unavailable', 'the disk is full'));
    await expect(radio.bring(post({ data }, { data }))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('counts what is no post', async () => {
    await expect(radio.bring({ tags: {} })).rejects.toMatchObject({ code: 'invalid' });
    expect([radio.counters.refused, radio.health.value.state]).toEqual([1, 'SUSPENDED']);
  });

  it('is not heard once nobody listens', async () => {
    stop.abort();
    await listening;
    await expect(radio.bring(post({ data }))).rejects.toMatchObject({ code: 'unavailable' });
    expect(radio.health.value.state).toBe('SUSPENDED');
  });
});
