import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { document } from '../../../generated/camera.js';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import type { Json } from '../../../src/json.js';
import { type Answering, startSubscriber, type Subscriber } from '../../callbacks/subscriber.js';
import { TestGateway } from '../../gateway.js';
import { hasProgram } from '../../has-program.js';
import { Judge } from '../../security/judge.js';
import { until } from '../../until.js';

const hasFfmpeg = hasProgram('ffmpeg', '-version');
/** Of each four seconds for two, from the second on that is given. */
const box = (x: number, from: number) => `drawbox=x=${x}:y=196:w=32:h=36:color=white:t=fill:enable='lt(mod(t+${from},4),2)'`;
/** Grey, and white where the zones are: now here, now there. */
const source = `color=gray:size=320x240:rate=8,${box(56, 0)},${box(216, 2)}`;
const camera = { driver: 'ffmpeg', format: 'lavfi', source };
const devices = { cameras: { 'lens-1': camera, 'lens-2': camera } };
const zone = (zoneId: string, left: number) => ({
  zoneId,
  polygon: [
    { x: left, y: 0.84 },
    { x: left + 0.05, y: 0.84 },
    { x: left + 0.05, y: 0.95 },
    { x: left, y: 0.95 },
  ],
});
const motion = { zones: [zone('west', 0.2), zone('east', 0.7)], minimumArea: 0.001, coolDownS: 0 };

const ok: Answering = (response) => response.writeHead(204).end();
const callbackOf = ({ port }: Subscriber) => ({ callbackReference: `http://127.0.0.2:${port}/motion` });
const byWebSocket = { websockNotifConfig: { requestWebsocketUri: true } };
const told = ({ received }: Subscriber): CloudEvent[] => received.map(({ body }) => JSON.parse(body) as CloudEvent);
const subscriptionsOf = (app: string): string => `/camera/v1/applications/${app}/subscriptions`;

/** A gateway that looks at a street with two cameras, and what applications do at it. */
class Corner implements AsyncDisposable {
  private constructor(readonly gateway: TestGateway) {}

  static async open(settings: object = {}): Promise<Corner> {
    return new Corner(await TestGateway.start({ devices, ...settings }));
  }

  /** From now on it looks for motion. */
  async watch(): Promise<void> {
    for (const cameraId of ['lens-1', 'lens-2']) {
      const { status } = await this.send('PUT', `/camera/v1/cameras/${cameraId}/configuration`, { motion });
      expect(status).toBe(200);
    }
  }

  async application(headers: Record<string, string> = {}): Promise<string> {
    return (await this.send('POST', '/registry/v1/applications', { appName: 'alarm' }, headers)).body.appInstanceId as string;
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
    const body = { subscriptionType: 'MotionSubscription', ...changes };
    const made = await this.send('POST', subscriptionsOf(app), body, headers);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.headers.get('location') ?? '';
  }

  async status(path: string) {
    interface Status {
      readonly pending: number;
      readonly delivered: number;
      readonly _links: { self: { href: string } };
    }
    const all = await this.gateway.json<Status[]>('/registry/v1/subscriptions');
    return all.find(({ _links }) => _links.self.href === path);
  }

  /** @returns what whoever listens hears, up to the first moment at which it is enough */
  async hear(isEnough: (heard: readonly CloudEvent[]) => boolean, begin: () => Promise<void> = async () => {}) {
    const stop = new AbortController();
    const events = await this.gateway.events('cameras/**', stop.signal);
    await begin();
    const heard: CloudEvent[] = [];
    for await (const event of events) if (heard.push(event) && isEnough(heard)) break;
    stop.abort();
    return heard;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.gateway.stop();
  }
}

if (hasFfmpeg) describe('Subscriptions to motion, of cameras that ffmpeg draws', withFfmpeg);
else it.todo('Subscriptions to motion (apt-get install ffmpeg)');

function withFfmpeg(): void {
  let corner: Corner;
  beforeAll(async () => {
    corner = await Corner.open();
  });
  afterAll(() => corner[Symbol.asyncDispose]());

  describe('A subscriber to motion', () => {
    it('is posted each beginning and each end once, in order, as the very event that listeners hear', async () => {
      await using subscriber = await startSubscriber(ok);
      const path = await corner.subscribe(await corner.application(), {
        ...callbackOf(subscriber),
        requestTestNotification: true,
      });
      const heard = await corner.hear(
        (events) => ['BEGUN', 'ENDED'].every((change) => events.some(({ data }) => data.change === change)),
        () => corner.watch(),
      );
      await until(async () => ((await corner.status(path))?.delivered ?? 0) > heard.length);
      const [test, ...events] = told(subscriber);
      expect(test).toEqual({
        notificationType: 'TestNotification',
        _links: { subscription: { href: corner.gateway.url + path } },
      });
      expect(events.slice(0, heard.length)).toEqual(heard);
      expect(new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(events.length);
      expect(subscriber.received[1]?.headers['content-type']).toBe('application/cloudevents+json');
      const [judge, schema] = [new Judge(), { $ref: '#/components/schemas/MotionEvent' }];
      for (const event of events) expect(judge.faultOf(document, schema, event as unknown as Json)).toBeUndefined();
      await corner.send('DELETE', path);
    }, 60_000);

    it('hears what it has asked for, through a WebSocket too', async () => {
      const filteringCriteria = { cameraIds: ['lens-2'], zoneIds: ['east', 'nowhere'], changes: ['BEGUN'] };
      const path = await corner.subscribe(await corner.application(), { ...byWebSocket, filteringCriteria });
      const { websocketUri } = (await corner.send('GET', path)).body.websockNotifConfig as { websocketUri: string };
      const socket = new WebSocket(websocketUri);
      const frames: CloudEvent[] = [];
      socket.on('message', (data: Buffer) => {
        frames.push(JSON.parse(data.toString().split('\r\n\r\n')[1] ?? '') as CloudEvent);
        socket.send('HTTP/1.1 204 No Content\r\n\r\n');
      });
      await once(socket, 'open');
      const isWanted = ({ data }: CloudEvent) => data.cameraId === 'lens-2' && data.zoneId === 'east' && data.change === 'BEGUN';
      const heard = await corner.hear((events) => events.filter(isWanted).length === 2);
      expect(heard.length).toBeGreaterThan(2);
      await until(async () => frames.some(({ id }) => id === heard.at(-1)?.id));
      expect(frames.filter((event) => !isWanted(event))).toEqual([]);
      expect(frames.filter(({ id }) => heard.some((one) => one.id === id))).toEqual(heard.filter(isWanted));
      const closed = once(socket, 'close');
      await corner.send('DELETE', path);
      await closed;
    }, 120_000);
  });

  describe('A subscription to motion', () => {
    it('says all that was asked for, is listed, replaced and removed by whoever knows it as it is', async () => {
      const app = await corner.application();
      const asked = { subscriptionType: 'MotionSubscription', callbackReference: 'http://127.0.0.2:9/motion' };
      const filteringCriteria = { cameraIds: ['lens-1'], zoneIds: ['gate'], changes: ['BEGUN', 'ENDED'] };
      const made = await corner.send('POST', subscriptionsOf(app), { ...asked, filteringCriteria });
      const path = made.headers.get('location') ?? '';
      expect(made).toMatchObject({ status: 201, body: { ...asked, filteringCriteria, _links: { self: { href: path } } } });
      const got = await corner.send('GET', path);
      expect(got.body).toEqual(made.body);
      const listed = { href: path, subscriptionType: 'MotionSubscription', rel: 'MotionSubscription' };
      expect((await corner.send('GET', subscriptionsOf(app))).body).toMatchObject({ _links: { subscriptions: [listed] } });
      const before = { 'If-Match': got.headers.get('etag') ?? '' };
      const put = await corner.send('PUT', path, asked, before);
      expect(put.status).toBe(200);
      expect(put.body).not.toHaveProperty('filteringCriteria');
      expect((await corner.send('PUT', path, asked, before)).status).toBe(412);
      expect((await corner.send('DELETE', path, undefined, before)).status).toBe(412);
      expect((await corner.send('DELETE', path, undefined, { 'If-Match': put.headers.get('etag') ?? '' })).status).toBe(204);
      expect((await corner.send('GET', path)).status).toBe(404);
    });

    it.each<[string, number, object]>([
      ['no way to be told', 400, {}],
      ['no cameras at all', 400, { ...byWebSocket, filteringCriteria: { cameraIds: [] } }],
      ['a zone twice', 400, { ...byWebSocket, filteringCriteria: { zoneIds: ['gate', 'gate'] } }],
      ['a change that there is not', 400, { ...byWebSocket, filteringCriteria: { changes: ['PAUSED'] } }],
      ['what there is no word for', 400, { ...byWebSocket, filteringCriteria: { lineIds: ['4'] } }],
      ['another type', 400, { ...byWebSocket, subscriptionType: 'EdgeSubscription' }],
      ['a camera that there is not', 404, { ...byWebSocket, filteringCriteria: { cameraIds: ['lens-1', 'lens-3'] } }],
      ['an address that must not be called', 400, { callbackReference: 'http://192.0.2.1/' }],
    ])('with %s is none: %i', async (_, status, changes) => {
      const body = { subscriptionType: 'MotionSubscription', ...changes };
      const app = await corner.application();
      expect((await corner.send('POST', subscriptionsOf(app), body)).status).toBe(status);
      expect((await corner.send('GET', subscriptionsOf(app))).body).toMatchObject({ _links: { subscriptions: [] } });
    });

    it('is none of the other APIs, and none of another application', async () => {
      const [app, other] = [await corner.application(), await corner.application()];
      const path = await corner.subscribe(app, byWebSocket);
      const id = path.split('/').at(-1) ?? '';
      for (const root of [`/gpio/v1/applications/${app}`, `/sensors/v1/applications/${app}`, `/camera/v1/applications/${other}`])
        expect((await corner.send('GET', `${root}/subscriptions/${id}`)).status).toBe(404);
      await corner.send('DELETE', path);
    });
  });

  describe('A tenant', () => {
    it('hears nothing of a camera that it may not see, and cannot ask for it either', async () => {
      await using town = await Corner.open({ auth: { mode: 'tokens' } });
      await using theirs = await startSubscriber(ok);
      await town.send('POST', '/access/v1/tenants', { tenant: 'town', devices: ['camera-lens-1'] });
      const headers = await town.gateway.client({ clientId: 'alarm', tenant: 'town', role: 'operator' });
      const app = await town.application(headers);
      const path = await town.subscribe(app, callbackOf(theirs), headers);
      const hidden = { subscriptionType: 'MotionSubscription', ...byWebSocket, filteringCriteria: { cameraIds: ['lens-2'] } };
      expect(await town.send('POST', subscriptionsOf(app), hidden, headers)).toMatchObject({
        status: 404,
        body: { detail: 'there is no camera lens-2' },
      });
      const listener = new WebSocket(`${town.gateway.url.replace('http', 'ws')}/events/v1`, { headers });
      const listened: CloudEvent[] = [];
      listener.on('message', (data: Buffer) => listened.push(JSON.parse(data.toString()) as CloudEvent));
      await once(listener, 'open');
      const of = (cameraId: string) => (event: CloudEvent) => event.data.cameraId === cameraId;
      const heard = await town.hear(
        (events) => events.filter(of('lens-2')).length > 1 && events.filter(of('lens-1')).length > 1,
        () => town.watch(),
      );
      const wanted = heard.filter(of('lens-1'));
      await until(async () => ((await town.status(path))?.delivered ?? 0) >= wanted.length);
      await until(async () => listened.some(({ id }) => id === wanted.at(-1)?.id));
      listener.close();
      expect(told(theirs).slice(0, wanted.length)).toEqual(wanted);
      const seen = [...told(theirs), ...listened.filter(({ type }) => type === 'org.umec.camera.motion.v1')];
      expect(seen.filter((event) => !of('lens-1')(event))).toEqual([]);
    }, 90_000);
  });
}
