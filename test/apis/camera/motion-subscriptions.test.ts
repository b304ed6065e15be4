import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { document } from '../../../generated/camera.js';
import type { CloudEvent } from '../../../src/apis/platform/cloud-events.js';
import type { Json } from '../../../src/json.js';
import { startSubscriber } from '../../callbacks/subscriber.js';
import { TestGateway } from '../../gateway.js';
import { hasProgram } from '../../has-program.js';
import { Judge } from '../../security/judge.js';
import { until } from '../../until.js';
import { byWebSocket, callbackOf, ok, SubscribingApplications, told } from '../subscribing.js';
import { subscriptionContract } from '../subscription-contract.js';

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

/** A gateway that looks at a street with two cameras, and what applications do at it. */
class Corner extends SubscribingApplications {
  private constructor(gateway: TestGateway) {
    super(gateway, '/camera/v1', 'MotionSubscription');
  }

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

  /** @returns what whoever listens hears, up to the first moment at which it is enough */
  see(isEnough: (heard: readonly CloudEvent[]) => boolean, begin: () => Promise<void> = async () => {}): Promise<CloudEvent[]> {
    return this.hear('cameras/**', async () => {
      await begin();
      return isEnough;
    });
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
      const heard = await corner.see(
        (events) => ['BEGUN', 'ENDED'].every((change) => events.some(({ data }) => data.change === change)),
        () => corner.watch(),
      );
      await until(async () => (await corner.status(path)).delivered > heard.length);
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
      const { events, closed } = await corner.connect(path);
      const isWanted = ({ data }: CloudEvent) => data.cameraId === 'lens-2' && data.zoneId === 'east' && data.change === 'BEGUN';
      const heard = await corner.see((events) => events.filter(isWanted).length === 2);
      expect(heard.length).toBeGreaterThan(2);
      await until(async () => events().some(({ id }) => id === heard.at(-1)?.id));
      expect(events().filter((event) => !isWanted(event))).toEqual([]);
      expect(events().filter(({ id }) => heard.some((one) => one.id === id))).toEqual(heard.filter(isWanted));
      await corner.send('DELETE', path);
      await closed;
    }, 120_000);
  });

  describe('A subscription to motion', () => {
    subscriptionContract(() => corner, {
      criteria: [{ cameraIds: ['lens-1'], zoneIds: ['gate'], changes: ['BEGUN', 'ENDED'] }],
      refused: [
        ['no way to be told', 400, {}],
        ['no cameras at all', 400, { ...byWebSocket, filteringCriteria: { cameraIds: [] } }],
        ['a zone twice', 400, { ...byWebSocket, filteringCriteria: { zoneIds: ['gate', 'gate'] } }],
        ['a change that there is not', 400, { ...byWebSocket, filteringCriteria: { changes: ['PAUSED'] } }],
        ['what there is no word for', 400, { ...byWebSocket, filteringCriteria: { lineIds: ['4'] } }],
        ['another type', 400, { ...byWebSocket, subscriptionType: 'EdgeSubscription' }],
        ['a camera that there is not', 404, { ...byWebSocket, filteringCriteria: { cameraIds: ['lens-1', 'lens-3'] } }],
        ['an address that must not be called', 400, { callbackReference: 'http://192.0.2.1/' }],
      ],
    });

    it('wants all, once it is replaced by one that asks for nothing more', async () => {
      const filteringCriteria = { zoneIds: ['gate'] };
      const path = await corner.subscribe(await corner.application(), { ...byWebSocket, filteringCriteria });
      const put = await corner.send('PUT', path, { subscriptionType: corner.subscriptionType, ...byWebSocket });
      expect(put.status).toBe(200);
      expect(put.body).not.toHaveProperty('filteringCriteria');
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
      const hidden = { ...byWebSocket, filteringCriteria: { cameraIds: ['lens-2'] } };
      expect(await town.ask(app, hidden, headers)).toMatchObject({
        status: 404,
        body: { detail: 'there is no camera lens-2' },
      });
      const listener = new WebSocket(`${town.gateway.url.replace('http', 'ws')}/events/v1`, { headers });
      const listened: CloudEvent[] = [];
      listener.on('message', (data: Buffer) => listened.push(JSON.parse(data.toString()) as CloudEvent));
      await once(listener, 'open');
      const of = (cameraId: string) => (event: CloudEvent) => event.data.cameraId === cameraId;
      const heard = await town.see(
        (events) => events.filter(of('lens-2')).length > 1 && events.filter(of('lens-1')).length > 1,
        () => town.watch(),
      );
      const wanted = heard.filter(of('lens-1'));
      await until(async () => (await town.status(path)).delivered >= wanted.length);
      await until(async () => listened.some(({ id }) => id === wanted.at(-1)?.id));
      listener.close();
      expect(told(theirs).slice(0, wanted.length)).toEqual(wanted);
      const seen = [...told(theirs), ...listened.filter(({ type }) => type === 'org.umec.camera.motion.v1')];
      expect(seen.filter((event) => !of('lens-1')(event))).toEqual([]);
    }, 90_000);
  });
}
