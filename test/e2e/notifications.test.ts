import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { type Answering, startSubscriber, type Subscriber } from '../callbacks/subscriber.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';

const plates = {
  serName: 'plates',
  serCategory: { href: 'https://example.org/traffic', id: 'traffic', name: 'Traffic', version: '1' },
  version: '1.0',
  state: 'ACTIVE',
  serializer: 'JSON',
  transportInfo: {
    ...{ id: 'rest', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1', security: {} },
    endpoint: { uris: ['http://127.0.0.1:9000/plates'] },
  },
};

const { endpoint } = plates.transportInfo;

interface Notification {
  readonly notificationType: string;
  readonly serviceReferences?: readonly Readonly<Record<'serName' | 'serInstanceId' | 'state' | 'changeType', string>>[];
  readonly operationAction?: string;
  readonly maxGracefulTimeout?: number;
  readonly _links: { readonly subscription: { readonly href: string }; readonly confirmTermination?: { readonly href: string } };
}

interface Subscribed {
  readonly path: string;
  readonly body: { readonly websockNotifConfig?: { readonly websocketUri: string } };
}

interface Status {
  readonly state: string;
  readonly reason?: string;
  readonly pending: number;
  readonly delivered: number;
  readonly dropped: number;
  readonly lastSuccess?: string;
  readonly lastFailure?: string;
}

const ok: Answering = (response) => response.writeHead(204).end();

/** What programs do to a gateway, wherever it runs. */
class Client {
  constructor(readonly url: string) {}

  async call(method: string, path: string, body?: unknown, status?: number): Promise<Response> {
    const json = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, this.url), { method, ...json });
    if (status !== undefined && response.status !== status)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  async register(appName = 'app'): Promise<string> {
    const response = await this.call('POST', '/mec_app_support/v1/registrations', { appName, endpoint }, 201);
    return ((await response.json()) as { appInstanceId: string }).appInstanceId;
  }

  async offer(app: string, changes: object = {}): Promise<string> {
    const path = `/mec_service_mgmt/v1/applications/${app}/services`;
    return (await this.call('POST', path, { ...plates, ...changes }, 201)).headers.get('location') ?? '';
  }

  async subscribe(app: string, changes: object): Promise<Subscribed> {
    return this.subscribeTo('mec_service_mgmt', app, { subscriptionType: 'SerAvailabilityNotificationSubscription', ...changes });
  }

  async subscribeToEnd(app: string, changes: object): Promise<Subscribed> {
    const subscriptionType = 'AppTerminationNotificationSubscription';
    return this.subscribeTo('mec_app_support', app, { subscriptionType, appInstanceId: app, ...changes });
  }

  async status({ path }: Subscribed): Promise<Status> {
    const all = (await (await this.call('GET', '/registry/v1/subscriptions', undefined, 200)).json()) as (Status & {
      _links: { self: { href: string } };
    })[];
    const found = all.find(({ _links }) => _links.self.href === path);
    if (!found) throw new Error(`no subscription at ${path}`);
    return found;
  }

  private async subscribeTo(api: string, app: string, body: object): Promise<Subscribed> {
    const response = await this.call('POST', `/${api}/v1/applications/${app}/subscriptions`, body, 201);
    return { path: response.headers.get('location') ?? '', body: (await response.json()) as Subscribed['body'] };
  }
}

const urlOf = ({ port }: Subscriber): string => `http://127.0.0.2:${port}/told`;
const notifications = ({ received }: Subscriber): Notification[] => received.map(({ body }) => JSON.parse(body) as Notification);
const changesTold = (subscriber: Subscriber): string[] =>
  notifications(subscriber).flatMap(({ serviceReferences = [] }) =>
    serviceReferences.map(({ changeType, serName, state }) => `${changeType} ${serName} ${state}`),
  );

let gateway: TestGateway;
let client: Client;
beforeAll(async () => {
  gateway = await TestGateway.start();
  client = new Client(gateway.url);
});
afterAll(() => gateway.stop());

describe('A subscriber to services', () => {
  it('is told what is added, changes and goes, as far as it wants to know, and sees that it was', async () => {
    await using subscriber = await startSubscriber(ok);
    const app = await client.register();
    const filteringCriteria = { serCategories: [plates.serCategory], states: ['ACTIVE'] };
    const subscription = await client.subscribe(app, { callbackReference: urlOf(subscriber), filteringCriteria });
    const { serCategory: _category, ...uncategorised } = plates;
    const service = await client.offer(app);
    await client.call('POST', `/mec_service_mgmt/v1/applications/${app}/services`, uncategorised, 201);
    await client.call('PUT', service, { ...plates, state: 'INACTIVE' }, 200); // not wanted
    await client.call('PUT', service, plates, 200);
    await client.call('PUT', service, { ...plates, state: 'ACTIVE', version: '2.0' }, 200);
    await client.call('DELETE', service, undefined, 204);
    const told = [
      'ADDED plates ACTIVE',
      'STATE_CHANGED plates ACTIVE',
      'ATTRIBUTES_CHANGED plates ACTIVE',
      'REMOVED plates ACTIVE',
    ];
    await until(async () => (await client.status(subscription)).delivered === told.length);
    expect(changesTold(subscriber)).toEqual(told);
    for (const { notificationType, _links } of notifications(subscriber)) {
      expect(notificationType).toBe('SerAvailabilityNotification');
      expect(_links.subscription.href).toBe(gateway.url + subscription.path);
    }
    const { lastSuccess = '', ...status } = await client.status(subscription);
    expect(status).toMatchObject({ state: 'ACTIVE', pending: 0, dropped: 0 });
    expect(status).not.toHaveProperty('lastFailure');
    expect(Math.abs(Date.now() - Date.parse(lastSuccess))).toBeLessThan(10_000);
  });

  it('hears a test first when it asks for one', async () => {
    await using subscriber = await startSubscriber(ok);
    const app = await client.register();
    const subscription = await client.subscribe(app, { callbackReference: urlOf(subscriber), requestTestNotification: true });
    await client.offer(app);
    await until(async () => (await client.status(subscription)).delivered === 2);
    expect(notifications(subscriber)).toMatchObject([
      { notificationType: 'TestNotification', _links: { subscription: { href: gateway.url + subscription.path } } },
      { notificationType: 'SerAvailabilityNotification' },
    ]);
  });

  it('is told nothing any more when it has unsubscribed', async () => {
    await using subscriber = await startSubscriber(ok);
    await using other = await startSubscriber(ok);
    const app = await client.register();
    const { path } = await client.subscribe(app, { callbackReference: urlOf(subscriber) });
    await client.subscribe(app, { callbackReference: urlOf(other) });
    await client.call('DELETE', path, undefined, 204);
    await client.offer(app);
    await other.asked;
    expect(subscriber.received).toEqual([]);
  });
});

describe('A subscriber that', () => {
  it.each<[string, Answering, string]>([
    ['fails', (response) => response.writeHead(500).end(), 'answers 500'],
    ['asks to be left alone', (response) => response.writeHead(503, { 'Retry-After': '1' }).end(), 'answers 503'],
    ['redirects', (response) => response.writeHead(307, { Location: 'http://127.0.0.2:1/' }).end(), 'redirects are not followed'],
    ['resets', (response) => response.destroy(), 'ended the connection'],
  ])('%s is told again until it answers, and others are told meanwhile', async (_, answering, reason) => {
    let isWell = false;
    await using ill = await startSubscriber((response, request) => (isWell ? ok : answering)(response, request));
    await using well = await startSubscriber(ok);
    const app = await client.register();
    const subscription = await client.subscribe(app, { callbackReference: urlOf(ill) });
    const other = await client.subscribe(app, { callbackReference: urlOf(well) });
    const service = await client.offer(app);
    await until(async () => (await client.status(subscription)).state === 'SUSPENDED');
    expect(await client.status(subscription)).toMatchObject({ pending: 1, reason: expect.stringContaining(reason) });
    expect((await client.status(subscription)).lastFailure).toBeDefined();
    await client.call('DELETE', service, undefined, 204);
    await until(async () => (await client.status(other)).delivered === 2);
    isWell = true;
    await until(async () => (await client.status(subscription)).pending === 0);
    expect(await client.status(subscription)).toMatchObject({ state: 'ACTIVE', delivered: 2, dropped: 0 });
    expect([...new Set(changesTold(ill))]).toEqual(['ADDED plates ACTIVE', 'REMOVED plates ACTIVE']);
  });

  it('hangs, or never ends its answer, holds up nobody', async () => {
    await using hanging = await startSubscriber(() => undefined);
    await using endless = await startSubscriber((response) => {
      const pour = (): void => {
        if (!response.destroyed) response.write('x'.repeat(8_192), () => setImmediate(pour));
      };
      response.writeHead(200);
      pour();
    });
    await using well = await startSubscriber(ok);
    const app = await client.register();
    const stuck = await client.subscribe(app, { callbackReference: urlOf(hanging) });
    const [poured, other] = [
      await client.subscribe(app, { callbackReference: urlOf(endless) }),
      await client.subscribe(app, { callbackReference: urlOf(well) }),
    ];
    const service = await client.offer(app);
    await hanging.asked;
    await until(async () => (await client.status(other)).delivered === 1);
    await client.call('DELETE', service, undefined, 204);
    await until(async () => (await client.status(other)).delivered === 2);
    await until(async () => (await client.status(poured)).delivered === 2); // its status was an answer
    expect(await client.status(stuck)).toMatchObject({ pending: 2, delivered: 0 });
  });
});

/** The other side of a WebSocket that notifications come on; it answers when a test says so. */
async function openWebSocket({
  body,
}: Subscribed): Promise<{ socket: WebSocket; frames: string[]; next: () => Promise<string> }> {
  const socket = new WebSocket(body.websockNotifConfig?.websocketUri ?? '');
  const frames: string[] = [];
  let seen = 0;
  socket.on('message', (data: Buffer, isBinary: boolean) => frames.push(isBinary ? 'binary' : data.toString()));
  await once(socket, 'open');
  const next = async () => {
    if (frames.length === seen) await once(socket, 'message');
    return frames[seen++] ?? '';
  };
  return { socket, frames, next };
}

const inFrame = (frame: string): Notification => JSON.parse(frame.slice(frame.indexOf('\r\n\r\n') + 4)) as Notification;

describe('A subscriber by WebSocket', () => {
  const byWebSocket = { websockNotifConfig: { requestWebsocketUri: true } };

  it('gets each notification as a request in a frame of text, the next when it has answered', async () => {
    const app = await client.register();
    const subscription = await client.subscribe(app, { ...byWebSocket, requestTestNotification: true });
    expect(await client.status(subscription)).toMatchObject({
      state: 'SUSPENDED',
      reason: 'its WebSocket is not open',
      pending: 1,
    });
    const { socket, frames, next } = await openWebSocket(subscription);
    const test = await next();
    const [head = '', text = ''] = test.split('\r\n\r\n');
    const length = Buffer.byteLength(text);
    expect(head).toBe(`POST ${subscription.path} HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${length}`);
    expect(inFrame(test)).toMatchObject({ notificationType: 'TestNotification' });
    await client.offer(app, { serName: 'plätze' });
    expect(frames).toHaveLength(1);
    socket.send('HTTP/1.1 204 No Content\r\n\r\n');
    const told = await next();
    expect(inFrame(told).serviceReferences).toMatchObject([{ serName: 'plätze', changeType: 'ADDED' }]);
    expect(told).toContain(`Content-Length: ${Buffer.byteLength(told.slice(told.indexOf('\r\n\r\n') + 4))}`);
    socket.send('HTTP/1.1 204');
    await until(async () => (await client.status(subscription)).delivered === 2);
    expect(await client.status(subscription)).toMatchObject({ state: 'ACTIVE', pending: 0 });
    socket.close();
    await until(async () => (await client.status(subscription)).state === 'SUSPENDED');
  });

  it('gets on the next connection what it has not answered, and a second one takes over from the first', async () => {
    const app = await client.register();
    const subscription = await client.subscribe(app, byWebSocket);
    const first = await openWebSocket(subscription);
    await client.offer(app);
    const told = await first.next();
    const ended = once(first.socket, 'close');
    const second = await openWebSocket(subscription);
    expect(await second.next()).toBe(told);
    expect((await ended)[0]).toBe(1000);
    second.socket.terminate();
    const third = await openWebSocket(subscription);
    expect(await third.next()).toBe(told);
    third.socket.send('HTTP/1.1 500 Internal Server Error\r\n\r\n');
    expect(await third.next()).toBe(told);
    third.socket.send('HTTP/1.1 204 No Content\r\n\r\n');
    await until(async () => (await client.status(subscription)).pending === 0);
    third.socket.close();
  });

  it('is closed when it says what is no answer, or answers what was not asked', async () => {
    const app = await client.register();
    const subscription = await client.subscribe(app, byWebSocket);
    for (const said of ['hello', 'HTTP/1.1 204 No Content\r\n\r\n', 'HTTP/2 204', '']) {
      const { socket } = await openWebSocket(subscription);
      const ended = once(socket, 'close');
      socket.send(said);
      expect((await ended)[0]).toBe(1008);
    }
  });

  it('stays connected when its subscription becomes another, until that is called back or gone', async () => {
    await using subscriber = await startSubscriber(ok);
    const app = await client.register();
    const subscription = await client.subscribe(app, byWebSocket);
    const { socket, next } = await openWebSocket(subscription);
    const put = (changes: object) =>
      client.call('PUT', subscription.path, { subscriptionType: 'SerAvailabilityNotificationSubscription', ...changes }, 200);
    await put({ ...byWebSocket, filteringCriteria: { serNames: ['people'] } });
    await client.offer(app);
    await client.offer(app, { serName: 'people' });
    expect(inFrame(await next()).serviceReferences).toMatchObject([{ serName: 'people' }]);
    socket.send('HTTP/1.1 204');
    const ended = once(socket, 'close');
    await put({ callbackReference: urlOf(subscriber), requestTestNotification: true });
    await Promise.all([ended, subscriber.asked]);
    await put(byWebSocket);
    const again = await openWebSocket(subscription);
    const gone = once(again.socket, 'close');
    await client.call('DELETE', subscription.path, undefined, 204);
    await gone;
  });
});

describe('An application that is to end', () => {
  const terminate = (app: string, maxGracefulTimeout: number) =>
    client.call(
      'POST',
      `/registry/v1/applications/${app}/terminate`,
      { operationAction: 'TERMINATING', maxGracefulTimeout },
      202,
    );

  it('is told so, and ends when it says that it is ready', async () => {
    await using subscriber = await startSubscriber(ok);
    await using other = await startSubscriber(ok);
    const [app, neighbour] = [await client.register(), await client.register()];
    await client.subscribeToEnd(app, { callbackReference: urlOf(subscriber) });
    await client.subscribe(neighbour, { callbackReference: urlOf(other) });
    await client.offer(app);
    await terminate(app, 3_600);
    await subscriber.asked;
    const [told] = notifications(subscriber);
    expect(told).toMatchObject({ notificationType: 'AppTerminationNotification', operationAction: 'TERMINATING' });
    expect(told?.maxGracefulTimeout).toBe(3_600);
    await client.call('GET', `/registry/v1/applications/${app}`, undefined, 200);
    await client.call('POST', told?._links.confirmTermination?.href ?? '', { operationAction: 'TERMINATING' }, 204);
    await client.call('GET', `/registry/v1/applications/${app}`, undefined, 404);
    await until(() => Promise.resolve(other.received.length === 2));
    expect(changesTold(other)).toEqual(['ADDED plates ACTIVE', 'REMOVED plates ACTIVE']);
  });

  it('ends when its time is over, also when it could not be told', async () => {
    await using subscriber = await startSubscriber((response) => response.writeHead(500).end());
    const app = await client.register();
    await client.subscribeToEnd(app, { callbackReference: urlOf(subscriber) });
    await terminate(app, 1);
    await subscriber.asked;
    await client.call('GET', `/registry/v1/applications/${app}`, undefined, 200);
    await until(async () => (await client.call('GET', `/registry/v1/applications/${app}`)).status === 404);
  });
});

describe('A gateway that is killed', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  async function startProcess(dir: string): Promise<{ client: Client; kill: () => Promise<void> }> {
    const child = spawn(process.execPath, ['--no-warnings', 'dist/src/umec.js', 'start'], {
      env: {
        ...process.env,
        UMEC_HTTP_LISTEN: '127.0.0.1:0',
        UMEC_DATA_DIR: dir,
        UMEC_AUTH_MODE: 'none',
        UMEC_DEVICES_CAMERAS: '{}',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(child);
    const kill = async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    };
    let said = '';
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      said += chunk.toString();
      const url = /ready at (\S+)/.exec(said)?.[1];
      if (url !== undefined) return { client: new Client(url), kill };
    }
    throw new Error(`it did not start: ${said}`);
  }

  it('tells after its restart what was answered for and not yet told, in order', async () => {
    using dir = tempDirectory();
    let isWell = false;
    await using subscriber = await startSubscriber((response, request) => {
      if (isWell) ok(response, request);
      else response.writeHead(503).end();
    });
    const filteringCriteria = { serNames: ['n0', 'n1', 'n2', 'n3', 'n4'] };
    const before = await startProcess(dir.path);
    const app = await before.client.register();
    const subscription = await before.client.subscribe(app, { callbackReference: urlOf(subscriber), filteringCriteria });
    for (let n = 0; n < 5; n++) await before.client.offer(app, { serName: `n${n}` });
    await before.kill(); // the moment the last was answered for
    const length = changesTold(subscriber).length;
    isWell = true;
    const { client } = await startProcess(dir.path);
    await until(async () => (await client.status(subscription)).pending === 0);
    expect(changesTold(subscriber).slice(length)).toEqual([0, 1, 2, 3, 4].map((n) => `ADDED n${n} ACTIVE`));
    expect(await client.status(subscription)).toMatchObject({ state: 'ACTIVE', delivered: 5, dropped: 0 });
  }, 40_000);
});
