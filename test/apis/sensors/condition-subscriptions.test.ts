import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { document } from '../../../generated/sensors.js';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import type { Json } from '../../../src/json.js';
import { isBeyond } from '../../../src/sensors/conditions/threshold.js';
import { ButtonClock } from '../../button-clock.js';
import { startSubscriber } from '../../callbacks/subscriber.js';
import { TestGateway } from '../../gateway.js';
import { Judge } from '../../security/judge.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';
import { byWebSocket, callbackOf, ok, type Status, SubscribingApplications, told } from '../subscribing.js';
import { subscriptionContract } from '../subscription-contract.js';

/** Of five each is heard in a whole millisecond. */
const devices = { radios: { town: { driver: 'simulated', tags: 5 } } };
/** How strong a tag is heard differs from reading to reading. */
const weak = { kind: 'THRESHOLD', field: 'rssi', below: -70, hysteresis: 2 } as const;
const A_WHILE_MS = 30_000;

const changesIn = (events: readonly CloudEvent[]) => events.map(({ time, data }) => [time, data.mac, data.change, data.value]);

/** A gateway that hears some tags, and what applications do at it. */
class Town extends SubscribingApplications {
  private constructor(
    gateway: TestGateway,
    readonly clock: ButtonClock,
  ) {
    super(gateway, '/sensors/v1', 'ConditionSubscription');
  }

  static async open(dir = tempDirectory().path, clock = new ButtonClock()): Promise<Town> {
    return new Town(await TestGateway.start({ devices }, { dir, clock }), clock);
  }

  /** Tags are heard. @returns their readings */
  listen(ms = A_WHILE_MS): Promise<CloudEvent[]> {
    return this.hear('sensors/**', async () => {
      const before = await this.counted('sensors', 'readings');
      await this.clock.advance(ms);
      const count = (await this.counted('sensors', 'readings')) - before;
      return ({ length }) => length === count;
    });
  }
}

/** What is to be told of readings. @param weakTags those that are weak already, kept up to date */
function expected(heard: readonly CloudEvent[], weakTags = new Set<unknown>(), macs?: readonly unknown[]): unknown[] {
  return heard.flatMap(({ data: { mac, time, rssi } }) => {
    const was = weakTags.has(mac);
    const is = isBeyond(weak, rssi as number | undefined, was);
    if (is === was || (macs && !macs.includes(mac))) return [];
    if (is) weakTags.add(mac);
    else weakTags.delete(mac);
    return [[time, mac, is ? 'ENTERED' : 'LEFT', rssi]];
  });
}

let town: Town;
beforeAll(async () => {
  town = await Town.open();
  await town.listen();
});
afterAll(() => town[Symbol.asyncDispose]());

describe('A subscriber to a threshold', () => {
  it('is posted each crossing of each tag once, in order, as a CloudEvent', async () => {
    await using subscriber = await startSubscriber(ok);
    const path = await town.subscribe(await town.application(), {
      filteringCriteria: { condition: weak },
      ...callbackOf(subscriber),
    });
    const crossings = expected(await town.listen());
    expect(crossings.length).toBeGreaterThan(3);
    await until(async () => (await town.status(path)).delivered >= crossings.length);
    const events = told(subscriber);
    expect(changesIn(events)).toEqual(crossings);
    expect(new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(events.length);
    const [judge, schema] = [new Judge(), { $ref: '#/components/schemas/ConditionEvent' }];
    for (const event of events) expect(judge.faultOf(document, schema, event as unknown as Json)).toBeUndefined();
    for (const { headers } of subscriber.received) expect(headers['content-type']).toBe('application/cloudevents+json');
    expect(events[0]).toMatchObject({ data: { subscriptionId: path.split('/').at(-1), condition: weak } });
    expect(await town.status(path)).toMatchObject({ subscriptionType: 'ConditionSubscription', pending: 0, dropped: 0 });
    await town.send('DELETE', path);
  });

  it('hears of the tags that it has asked for, in either spelling, through a WebSocket', async () => {
    const tags = await town.gateway.json<{ mac: string }[]>('/sensors/v1/tags');
    const macs = tags.slice(0, 2).map(({ mac }) => mac);
    const filteringCriteria = { macs: macs.map((mac) => mac.toLowerCase()), condition: weak };
    const path = await town.subscribe(await town.application(), { ...byWebSocket, filteringCriteria });
    expect((await town.send('GET', path)).body).toMatchObject({ filteringCriteria: { macs, condition: weak } });
    const crossings = expected(await town.listen(), new Set(), macs);
    await until(async () => (await town.status(path)).pending === crossings.length);
    const { events, closed } = await town.connect(path);
    await until(async () => (await town.status(path)).pending === 0);
    expect(changesIn(events())).toEqual(crossings);
    await town.send('DELETE', path);
    await closed;
  });
});

describe('A subscription to a condition', () => {
  subscriptionContract(() => town, {
    criteria: [
      { condition: { kind: 'THRESHOLD', field: 'dewPoint', above: 15 } },
      { condition: { kind: 'THRESHOLD', field: 'temperature', below: 0, hysteresis: 0.5 } },
      { condition: { kind: 'SILENCE', seconds: 600 } },
      { condition: { kind: 'RATE', field: 'pressure', perMinute: 10, seconds: 300, hysteresis: 2 } },
    ],
    refused: [
      ['no way to be told', 400, { filteringCriteria: { condition: weak } }],
      ['no condition', 400, { ...byWebSocket }],
      ['an empty one', 400, { ...byWebSocket, filteringCriteria: {} }],
      ['no limit', 400, { ...byWebSocket, filteringCriteria: { condition: { kind: 'THRESHOLD', field: 'rssi' } } }],
      ['two limits', 400, { ...byWebSocket, filteringCriteria: { condition: { ...weak, above: 1 } } }],
      ['a field without numbers', 400, { ...byWebSocket, filteringCriteria: { condition: { ...weak, field: 'mac' } } }],
      ['a negative hysteresis', 400, { ...byWebSocket, filteringCriteria: { condition: { ...weak, hysteresis: -1 } } }],
      ['a silence of a moment', 400, { ...byWebSocket, filteringCriteria: { condition: { kind: 'SILENCE', seconds: 9 } } }],
      [
        'any rate',
        400,
        { ...byWebSocket, filteringCriteria: { condition: { kind: 'RATE', field: 'rssi', perMinute: 0, seconds: 60 } } },
      ],
      ['no tags', 400, { ...byWebSocket, filteringCriteria: { macs: [], condition: weak } }],
      ['a tag that there is not', 404, { ...byWebSocket, filteringCriteria: { macs: ['02:00:00:00:00:01'], condition: weak } }],
    ],
  });
});

describe('After a restart', () => {
  it('what was not delivered before it is delivered, what is so is not told again, and what happens now is', async () => {
    const { path: dir } = tempDirectory();
    let isWell = false;
    await using subscriber = await startSubscriber((response, request) => {
      if (isWell) ok(response, request);
      else response.writeHead(503).end();
    });
    const before = await Town.open(dir);
    const path = await before.subscribe(await before.application(), {
      filteringCriteria: { condition: weak },
      ...callbackOf(subscriber),
    });
    const weakTags = new Set<unknown>();
    const early = expected(await before.listen(), weakTags);
    expect(weakTags.size).toBeGreaterThan(0);
    await until(async () => (await before.status(path)).pending === early.length);
    await subscriber.asked;
    await before[Symbol.asyncDispose]();
    const failed = told(subscriber).length;
    isWell = true;
    await using after = await Town.open(dir, new ButtonClock(before.clock.now() + 60_000));
    await until(async () => (await after.status(path)).pending === 0);
    expect(changesIn(told(subscriber).slice(failed))).toEqual(early);
    const later = expected(await after.listen(), weakTags);
    expect(later.length).toBeGreaterThan(0);
    await until(async () => (await after.status(path)).delivered === early.length + later.length);
    const all = told(subscriber).slice(failed);
    expect(changesIn(all)).toEqual([...early, ...later]);
    expect(new Set(all.map(({ source, id }) => `${source} ${id}`)).size).toBe(all.length);
  }, 40_000);

  it('a silence goes on, of a radio that is no more, and is told once', async () => {
    const { path: dir } = tempDirectory();
    await using subscriber = await startSubscriber(ok);
    const condition = { kind: 'SILENCE', seconds: 60 };
    const clock = new ButtonClock();
    const heard = await Town.open(dir, clock);
    await heard.listen();
    await heard.subscribe(await heard.application(), { filteringCriteria: { condition }, ...callbackOf(subscriber) });
    const macs = (await heard.gateway.json<{ mac: string }[]>('/sensors/v1/tags')).map(({ mac }) => mac);
    await heard[Symbol.asyncDispose]();
    for (let start = 0; start < 2; start++) {
      await using gateway = await TestGateway.start({ devices: { radios: {} } }, { dir, clock });
      await clock.advance(90_000);
      await until(async () => {
        const [status] = await gateway.json<Status[]>('/registry/v1/subscriptions');
        return status?.pending === 0 && subscriber.received.length >= macs.length;
      });
    }
    const events = told(subscriber);
    expect(events.map(({ data }) => data.mac).sort()).toEqual(macs);
    for (const { data } of events) expect(data).toMatchObject({ change: 'ENTERED', condition });
  }, 40_000);
});
