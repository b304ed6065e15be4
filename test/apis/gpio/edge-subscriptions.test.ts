import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { document } from '../../../generated/gpio.js';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import type { Json } from '../../../src/json.js';
import { ButtonClock } from '../../button-clock.js';
import { type Answering, startSubscriber, type Subscriber } from '../../callbacks/subscriber.js';
import { TestGateway } from '../../gateway.js';
import { Judge } from '../../security/judge.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';

const input = { direction: 'INPUT', activeLow: true, bias: 'PULL_UP', edge: 'BOTH', debounceUs: 5_000 };
const LINES = Object.fromEntries(
  [4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((lineId) => [lineId, { ...input, name: `button ${lineId}` }]),
);
const devices = { chips: { board: { driver: 'simulated', lines: LINES } } };
/** Long enough that somebody has pressed most of the buttons. */
const A_WHILE_MS = 9_000;

const ok: Answering = (response) => response.writeHead(204).end();
const callbackOf = ({ port }: Subscriber) => ({ callbackReference: `http://127.0.0.2:${port}/edges` });
const byWebSocket = { websockNotifConfig: { requestWebsocketUri: true } };
const told = ({ received }: Subscriber): CloudEvent[] => received.map(({ body }) => JSON.parse(body) as CloudEvent);
const subscriptionsOf = (app: string): string => `/gpio/v1/applications/${app}/subscriptions`;

interface Status {
  readonly pending: number;
  readonly delivered: number;
  readonly dropped: number;
}

/** A gateway with buttons, and what applications do at it. */
class Board implements AsyncDisposable {
  private constructor(
    readonly gateway: TestGateway,
    readonly clock: ButtonClock,
  ) {}

  static async open(settings: object = {}, dir = tempDirectory().path, clock = new ButtonClock()): Promise<Board> {
    return new Board(await TestGateway.start({ devices, ...settings }, { dir, clock }), clock);
  }

  /** A new application. */
  async application(): Promise<string> {
    const made = await this.send('POST', '/registry/v1/applications', { appName: 'lights' });
    return made.body.appInstanceId as string;
  }

  async send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const response = await (body === undefined
      ? this.gateway.get(path, { method, headers })
      : this.gateway.send(method, path, body, headers));
    const text = await response.text();
    const { status } = response;
    return { status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }

  /** @returns where the subscription is */
  async subscribe(app: string, changes: object, headers: Record<string, string> = {}): Promise<string> {
    const body = { subscriptionType: 'EdgeSubscription', ...changes };
    const made = await this.send('POST', subscriptionsOf(app), body, headers);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.headers.get('location') ?? '';
  }

  async status(path: string): Promise<Status> {
    const all = await this.gateway.json<(Status & { _links: { self: { href: string } } })[]>('/registry/v1/subscriptions');
    const found = all.find(({ _links }) => _links.self.href === path);
    if (!found) throw new Error(`no subscription at ${path}`);
    return found;
  }

  /** Somebody presses buttons. @returns what whoever listens at the moment hears of it */
  async press(): Promise<CloudEvent[]> {
    const stop = new AbortController();
    const events = await this.gateway.events('lines/**', stop.signal);
    const before = await this.edges();
    await this.clock.advance(A_WHILE_MS);
    const heard: CloudEvent[] = [];
    const count = (await this.edges()) - before;
    for await (const event of events) if (heard.push(event) === count) break;
    stop.abort();
    expect(count).toBeGreaterThan(5);
    return heard;
  }

  private async edges(): Promise<number> {
    const all = await this.gateway.json<{ name: string; counters: Record<string, number> }[]>('/registry/v1/subsystems');
    return all.find(({ name }) => name === 'gpio')?.counters.edges ?? NaN;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.gateway.stop();
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
    const { websocketUri } = (await board.send('GET', path)).body.websockNotifConfig as { websocketUri: string };
    const socket = new WebSocket(websocketUri);
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => {
      frames.push(data.toString());
      socket.send('HTTP/1.1 204 No Content\r\n\r\n');
    });
    await once(socket, 'open');
    await until(async () => (await board.status(path)).pending === 0);
    const parts = frames.map((frame) => frame.split('\r\n\r\n'));
    expect(parts.map(([, text = '']) => JSON.parse(text) as unknown)).toEqual(heard);
    for (const [head, text = ''] of parts)
      expect(head).toBe(
        `POST ${path} HTTP/1.1\r\nContent-Type: application/cloudevents+json\r\nContent-Length: ${Buffer.byteLength(text)}`,
      );
    const closed = once(socket, 'close');
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
  it('says all that was asked for, is listed, replaced and removed by whoever knows it as it is', async () => {
    const [app, other] = [await board.application(), await board.application()];
    const asked = { subscriptionType: 'EdgeSubscription', callbackReference: 'http://127.0.0.2:9/edges' };
    const filteringCriteria = { lineIds: ['4'], edges: ['RISING'] };
    const made = await board.send('POST', subscriptionsOf(app), { ...asked, filteringCriteria });
    const path = made.headers.get('location') ?? '';
    expect(made).toMatchObject({ status: 201, body: { ...asked, filteringCriteria, _links: { self: { href: path } } } });
    const got = await board.send('GET', path);
    expect(got.body).toEqual(made.body);
    const listed = { href: path, subscriptionType: 'EdgeSubscription', rel: 'EdgeSubscription' };
    expect((await board.send('GET', subscriptionsOf(app))).body).toMatchObject({ _links: { subscriptions: [listed] } });
    expect((await board.send('GET', subscriptionsOf(other))).body).toMatchObject({ _links: { subscriptions: [] } });

    const before = { 'If-Match': got.headers.get('etag') ?? '' };
    // what is shown can be sent as it is
    const put = await board.send('PUT', path, { ...got.body, ...byWebSocket }, before);
    const { callbackReference: _none, ...told } = made.body;
    const websocketUri = `${board.gateway.url.replace('http', 'ws')}${path}/websocket`;
    expect(put).toMatchObject({ status: 200, body: { ...told, websockNotifConfig: { websocketUri } } });
    expect(put.body).not.toHaveProperty('callbackReference');
    expect((await board.send('PUT', path, asked, before)).status).toBe(412);
    expect((await board.send('DELETE', path, undefined, before)).status).toBe(412);
    expect((await board.send('DELETE', path, undefined, { 'If-Match': put.headers.get('etag') ?? '' })).status).toBe(204);
    expect((await board.send('GET', path)).status).toBe(404);
  });

  it.each<[string, number, object]>([
    ['no way to be told', 400, {}],
    ['what there is no word for', 400, { ...byWebSocket, filteringCritera: {} }],
    ['no lines at all', 400, { ...byWebSocket, filteringCriteria: { lineIds: [] } }],
    ['an edge that there is not', 400, { ...byWebSocket, filteringCriteria: { edges: ['BOTH'] } }],
    ['another type', 400, { ...byWebSocket, subscriptionType: 'SerAvailabilityNotificationSubscription' }],
    ['a line that there is not', 404, { ...byWebSocket, filteringCriteria: { lineIds: ['4', '3'] } }],
    ['an address that must not be called', 400, { callbackReference: 'http://192.0.2.1/' }],
  ])('with %s is none: %i', async (_, status, changes) => {
    const body = { subscriptionType: 'EdgeSubscription', ...changes };
    const app = await board.application();
    expect((await board.send('POST', subscriptionsOf(app), body)).status).toBe(status);
    expect((await board.send('GET', subscriptionsOf(app))).body).toMatchObject({ _links: { subscriptions: [] } });
  });

  it('is none of the other APIs, and none of another application', async () => {
    const [app, other] = [await board.application(), await board.application()];
    const path = await board.subscribe(app, byWebSocket);
    const id = path.split('/').at(-1) ?? '';
    const others = [
      `/mec_service_mgmt/v1/applications/${app}`,
      `/mec_app_support/v1/applications/${app}`,
      `/gpio/v1/applications/${other}`,
    ];
    for (const root of others) expect((await board.send('GET', `${root}/subscriptions/${id}`)).status).toBe(404);
    await board.send('DELETE', path);
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
    const made = await town.send('POST', '/registry/v1/applications', { appName: 'lights' }, headers);
    const { appInstanceId } = made.body as { appInstanceId: string };
    const ours = await town.application();
    const path = await town.subscribe(appInstanceId, callbackOf(theirs), headers);
    const other = await town.subscribe(ours, callbackOf(everybody));
    const hidden = { subscriptionType: 'EdgeSubscription', ...byWebSocket, filteringCriteria: { lineIds: ['5'] } };
    expect(await town.send('POST', subscriptionsOf(appInstanceId), hidden, headers)).toMatchObject({
      status: 404,
      body: { detail: 'there is no line 5' },
    });
    expect((await town.send('POST', subscriptionsOf(ours), hidden, headers)).status).toBe(403);
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
