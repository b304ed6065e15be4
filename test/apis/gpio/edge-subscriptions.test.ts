import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { document } from '../../../generated/gpio.js';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import type { Json } from '../../../src/json.js';
import { ButtonClock } from '../../button-clock.js';
import { startSubscriber } from '../../callbacks/subscriber.js';
import { TestGateway } from '../../gateway.js';
import { Judge } from '../../security/judge.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';
import { byWebSocket, callbackOf, ok, SubscribingApplications, told } from '../subscribing.js';
import { subscriptionContract } from '../subscription-contract.js';

const input = { direction: 'INPUT', activeLow: true, bias: 'PULL_UP', edge: 'BOTH', debounceUs: 5_000 };
const LINES = Object.fromEntries(
  [4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((lineId) => [lineId, { ...input, name: `button ${lineId}` }]),
);
const devices = { chips: { board: { driver: 'simulated', lines: LINES } } };
/** Long enough that somebody has pressed most of the buttons. */
const A_WHILE_MS = 9_000;

/** A gateway with buttons, and what applications do at it. */
class Board extends SubscribingApplications {
  private constructor(
    gateway: TestGateway,
    readonly clock: ButtonClock,
  ) {
    super(gateway, '/gpio/v1', 'EdgeSubscription');
  }

  static async open(settings: object = {}, dir = tempDirectory().path, clock = new ButtonClock()): Promise<Board> {
    return new Board(await TestGateway.start({ devices, ...settings }, { dir, clock }), clock);
  }

  /** Somebody presses buttons. @returns what whoever listens at the moment hears of it */
  press(): Promise<CloudEvent[]> {
    return this.hear('lines/**', async () => {
      const before = await this.counted('gpio', 'edges');
      await this.clock.advance(A_WHILE_MS);
      const count = (await this.counted('gpio', 'edges')) - before;
      expect(count).toBeGreaterThan(5);
      return ({ length }) => length === count;
    });
  }
}

let board: Board;
beforeAll(async () => {
  board = await Board.open();
});
afterAll(() => board[Symbol.asyncDispose]());

describe('A subscriber to edges', () => {
  it('is posted each of them once, in order, as the very event that listeners hear', async () => {
    await using subscriber = await startSubscriber(ok);
    const path = await board.subscribe(await board.application(), { ...callbackOf(subscriber), requestTestNotification: true });
    await until(async () => (await board.status(path)).delivered === 1);
    const heard = await board.press();
    await until(async () => (await board.status(path)).delivered === 1 + heard.length);
    const [test, ...events] = told(subscriber);
    expect(test).toEqual({
      notificationType: 'TestNotification',
      _links: { subscription: { href: board.gateway.url + path } },
    });
    expect(events).toEqual(heard);
    expect(new Set(heard.map(({ source, id }) => `${source} ${id}`)).size).toBe(heard.length);
    const types = subscriber.received.map(({ headers }) => headers['content-type']);
    expect(types).toEqual(['application/json', ...heard.map(() => 'application/cloudevents+json')]);
    const [judge, schema] = [new Judge(), { $ref: '#/components/schemas/EdgeEvent' }];
    for (const event of events) expect(judge.faultOf(document, schema, event as unknown as Json)).toBeUndefined();
    expect(await board.status(path)).toMatchObject({ subscriptionType: 'EdgeSubscription', pending: 0, dropped: 0 });
    await board.send('DELETE', path);
  });

  it('gets them through a WebSocket, the next when it has answered', async () => {
    const path = await board.subscribe(await board.application(), byWebSocket);
    const heard = await board.press();
    await until(async () => (await board.status(path)).pending === heard.length);
    const { frames, closed } = await board.connect(path);
    await until(async () => (await board.status(path)).pending === 0);
    const parts = frames.map((frame) => frame.split('\r\n\r\n'));
    expect(parts.map(([, text = '']) => JSON.parse(text) as unknown)).toEqual(heard);
    for (const [head, text = ''] of parts)
      expect(head).toBe(
        `POST ${path} HTTP/1.1\r\nContent-Type: application/cloudevents+json\r\nContent-Length: ${Buffer.byteLength(text)}`,
      );
    await board.send('DELETE', path);
    await closed;
  });

  it('hears what it has asked for', async () => {
    await using subscriber = await startSubscriber(ok);
    const filteringCriteria = { lineIds: ['4', '7', '9', '12'], edges: ['FALLING'] };
    const path = await board.subscribe(await board.application(), { ...callbackOf(subscriber), filteringCriteria });
    const heard = await board.press();
    const wanted = heard.filter(
      ({ data }) => filteringCriteria.lineIds.includes(data.lineId as string) && data.edge === 'FALLING',
    );
    expect(wanted.length).toBeGreaterThan(0);
    await until(async () => (await board.status(path)).delivered === wanted.length);
    expect(told(subscriber)).toEqual(wanted);
    await board.send('DELETE', path);
  });
});

describe('A subscription to edges', () => {
  subscriptionContract(() => board, {
    criteria: [{ lineIds: ['4'], edges: ['RISING'] }],
    refused: [
      ['no way to be told', 400, {}],
      ['what there is no word for', 400, { ...byWebSocket, filteringCritera: {} }],
      ['no lines at all', 400, { ...byWebSocket, filteringCriteria: { lineIds: [] } }],
      ['an edge that there is not', 400, { ...byWebSocket, filteringCriteria: { edges: ['BOTH'] } }],
      ['another type', 400, { ...byWebSocket, subscriptionType: 'SerAvailabilityNotificationSubscription' }],
      ['a line that there is not', 404, { ...byWebSocket, filteringCriteria: { lineIds: ['4', '3'] } }],
      ['an address that must not be called', 400, { callbackReference: 'http://192.0.2.1/' }],
    ],
  });
});

describe('After a restart', () => {
  it('what was not delivered before it is delivered, in its order and under its name, and then what happens now', async () => {
    const { path: dir } = tempDirectory();
    let isWell = false;
    await using subscriber = await startSubscriber((response, request) => {
      if (isWell) ok(response, request);
      else response.writeHead(503).end();
    });
    const before = await Board.open({}, dir);
    const path = await before.subscribe(await before.application(), callbackOf(subscriber));
    const heard = await before.press();
    await until(async () => (await before.status(path)).pending === heard.length);
    await subscriber.asked;
    await before[Symbol.asyncDispose]();
    const failed = told(subscriber);
    expect(new Set(failed.map(({ id }) => id))).toEqual(new Set([heard[0]?.id]));
    isWell = true;
    await using after = await Board.open({}, dir, new ButtonClock(before.clock.now() + 60_000));
    await until(async () => (await after.status(path)).pending === 0);
    expect(told(subscriber).slice(failed.length)).toEqual(heard);
    const later = await after.press();
    await until(async () => (await after.status(path)).delivered === heard.length + later.length);
    const all = told(subscriber).slice(failed.length);
    expect(all).toEqual([...heard, ...later]);
    expect(new Set(all.map(({ source, id }) => `${source} ${id}`)).size).toBe(all.length);
  }, 40_000);
});

describe('A tenant', () => {
  it('hears nothing of a line that it may not see, and cannot ask for it either', async () => {
    await using town = await Board.open({ auth: { mode: 'tokens' } });
    await using theirs = await startSubscriber(ok);
    await using everybody = await startSubscriber(ok);
    const seen = ['4', '9', '12'];
    await town.send('POST', '/access/v1/tenants', { tenant: 'town', devices: seen.map((lineId) => `line-${lineId}`) });
    const headers = await town.gateway.client({ clientId: 'lights', tenant: 'town', role: 'operator' });
    const [app, ours] = [await town.application(headers), await town.application()];
    const path = await town.subscribe(app, callbackOf(theirs), headers);
    const other = await town.subscribe(ours, callbackOf(everybody));
    const hidden = { ...byWebSocket, filteringCriteria: { lineIds: ['5'] } };
    expect(await town.ask(app, hidden, headers)).toMatchObject({
      status: 404,
      body: { detail: 'there is no line 5' },
    });
    expect((await town.ask(ours, hidden, headers)).status).toBe(403);
    const heard = await town.press();
    const wanted = heard.filter(({ data }) => seen.includes(data.lineId as string));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(heard.length);
    await until(async () => (await town.status(other)).delivered === heard.length);
    await until(async () => (await town.status(path)).delivered === wanted.length);
    expect(await town.status(path)).toMatchObject({ pending: 0 });
    expect(told(theirs)).toEqual(wanted);
    expect(told(everybody)).toEqual(heard);
  }, 40_000);
});
