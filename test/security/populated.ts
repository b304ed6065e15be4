import type { Json } from '../../src/json.js';
import type { Log } from '../../src/log.js';
import * as bodies from '../bodies.js';
import { ModelServer, modelServiceAt } from '../camera/inference/model-server.js';
import { tinyPicture } from '../camera/inference/posted.js';
import { TestGateway } from '../gateway.js';
import { stateIn } from '../apis/mec011/state-fault.js';
import { chips, destinations, refused } from '../apis/examples.js';
import { thingIdOfMac } from '../thing-id-of-mac.js';
import { until } from '../until.js';
import { Client } from './client.js';

const MGMT = '/mec_service_mgmt/v1';
const SUPPORT = '/mec_app_support/v1';
const GPIO = '/gpio/v1';
const SENSORS = '/sensors/v1';
const CAMERA = '/camera/v1';
const RECORDINGS = `${CAMERA}/cameras/lens-1/recordings`;
const REGISTRY = '/registry/v1';
const APPLICATIONS = 8;
const PAGE = 500;

/** Where each thing is, by the name of the path parameter that leads to it. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** A whole gateway with something of everything on it, and its log of what must not happen. */
export class Populated implements AsyncDisposable {
  readonly client: Client;
  private leaseId: string | undefined;
  private recordingId: string | undefined;

  private constructor(
    readonly gateway: TestGateway,
    /** What was logged as an error. */
    readonly errors: readonly unknown[],
    private readonly models: ModelServer,
  ) {
    this.client = new Client(gateway.url);
  }

  static async open({ devices, ...settings }: Record<string, unknown> = {}): Promise<Populated> {
    const errors: unknown[] = [];
    const gateway = await TestGateway.start(
      {
        http: { limits: { lagMs: DAY_MS } },
        devices: { radios, cameras, chips, ...(devices as object) },
        gpio,
        mec: { mp1Legacy: true },
        destinations,
        ...settings,
      },
      { log: logOf(errors) },
    );
    const stop = new AbortController();
    for await (const _reading of await gateway.events('sensors/**', stop.signal)) stop.abort();
    return new Populated(gateway, errors, await ModelServer.start());
  }

  /** Takes away what tests have made, and makes everything anew. */
  async afresh(): Promise<Known> {
    await this.clear();
    const made = await Promise.all(Array.from({ length: APPLICATIONS }, (_, at) => this.application(`app-${at}`)));
    await this.make(`${MGMT}/applications/app-0/services`, modelServiceAt(this.models.uri));
    const registered = await Promise.all(made.map(() => this.make(`${SUPPORT}/registrations`, bodies.registration)));
    await this.client.ask({ method: 'DELETE', path: '/access/v1/tenants/harbour' });
    for (const [path, body] of KEPT) await this.client.ask({ method: 'POST', path, body });
    const macs = (await this.gateway.json<{ mac: string }[]>('/sensors/v1/tags')).map(({ mac }) => mac);
    return {
      appInstanceId: [...made.map(({ appInstanceId }) => appInstanceId), ...registered],
      serviceId: made.map(({ serviceId }) => serviceId),
      subscriptionId: made.flatMap(({ subscriptionIds }) => subscriptionIds),
      trafficRuleId: [bodies.trafficRule.trafficRuleId],
      dnsRuleId: [bodies.dnsRule.dnsRuleId],
      mac: macs,
      cameraId: ['lens-1'],
      receiverId: ['attic'],
      lineId: ['27', '17', '22'],
      leaseId: [await this.lease()],
      clientId: ['plates'],
      tenant: ['town'],
      deviceId: ['camera-lens-1', 'radio-town', 'line-27', ...macs.map((mac) => `tag-${mac.replaceAll(':', '')}`)],
      document: ['sensors.json', 'platform.yaml', 'mp1-legacy.json'],
      thingId: macs.map(thingIdOfMac),
      destinationId: ['cloud'],
      rejectionId: [await this.rejection()],
      recordingId: [await this.recording()],
    };
  }

  /** Every application but the gateway's own, with what is theirs; and what a camera was told to do, which goes on. */
  async clear(): Promise<void> {
    await this.client.ask({ method: 'PUT', path: `${CAMERA}/cameras/lens-1/configuration`, body: {} });
    for (let gone = 1; gone > 0;) {
      gone = 0;
      const recordings = await this.gateway.json<{ recordingId: string }[]>(RECORDINGS);
      const others = recordings.filter(({ recordingId }) => recordingId !== this.recordingId);
      const paths = others.map(({ recordingId }) => `${RECORDINGS}/${recordingId}`);
      await this.client.askAll(
        paths.map((path) => ({ method: 'DELETE', path })),
        (_, { status }) => void (gone += Number(status === 204)),
      );
    }
    for (let left = PAGE; left === PAGE;) {
      const applications = await this.gateway.json<{ appInstanceId: string }[]>(`${REGISTRY}/applications`);
      left = applications.length;
      const paths = applications.map(({ appInstanceId }) => `${REGISTRY}/applications/${encodeURIComponent(appInstanceId)}`);
      await this.client.askAll(
        paths.map((path) => ({ method: 'DELETE', path })),
        () => {},
      );
    }
  }

  /** All that is kept for applications, as it is on disk. */
  kept(): string {
    return stateIn(this.gateway.dir);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client[Symbol.dispose]();
    await this.models[Symbol.asyncDispose]();
    await this.gateway.stop();
  }

  private async application(appInstanceId: string) {
    await this.gateway.application(appInstanceId, { ...bodies.managed, appName: appInstanceId });
    const ofApplication = (root: string) => `${root}/applications/${appInstanceId}`;
    const service = { ...bodies.service, livenessInterval: 60 };
    const serviceId = await this.make(`${ofApplication(MGMT)}/services`, service);
    const subscriptionIds = [
      await this.make(`${ofApplication(MGMT)}/subscriptions`, bodies.toServices),
      await this.make(`${ofApplication(SUPPORT)}/subscriptions`, bodies.toTheEnd),
      await this.make(`${ofApplication(GPIO)}/subscriptions`, bodies.toEdges),
      await this.make(`${ofApplication(SENSORS)}/subscriptions`, bodies.toConditions),
      await this.make(`${ofApplication(CAMERA)}/subscriptions`, bodies.toMotion),
    ];
    return { appInstanceId, serviceId, subscriptionIds };
  }

  private async lease(): Promise<string> {
    if (this.leaseId !== undefined) await this.client.ask({ method: 'DELETE', path: `/gpio/v1/leases/${this.leaseId}` });
    this.leaseId = await this.make('/gpio/v1/leases', { lineIds: ['22'], durationS: 300 });
    return this.leaseId;
  }

  /** The same again while it is there, for to make another the camera has to look. */
  private async recording(): Promise<string> {
    const path = `${RECORDINGS}/${this.recordingId ?? 'none'}`;
    if ((await this.client.ask({ method: 'GET', path })).status !== 200)
      this.recordingId = await this.make(RECORDINGS, { kind: 'STILL' });
    return this.recordingId ?? '';
  }

  private async rejection(): Promise<string> {
    await this.client.ask({ method: 'POST', path: `${SENSORS}/readings`, body: refused });
    const kept = () => this.gateway.json<{ rejectionId: string }[]>(`${REGISTRY}/destinations/cloud/rejections`);
    await until(async () => (await kept()).length > 0);
    return (await kept())[0]?.rejectionId ?? '';
  }

  private async make(path: string, body: object): Promise<string> {
    const { status, headers, text } = await this.client.ask({ method: 'POST', path, body });
    if (status !== 201) throw new Error(`POST ${path}: ${status} ${text}`);
    return headers.location?.split('/').at(-1) ?? '';
  }
}

/** What is made once more where a test has taken it away. */
const KEPT = [
  ['/access/v1/tenants', { tenant: 'town', devices: 'all' }],
  ['/access/v1/clients', { clientId: 'plates', name: 'plates', scopes: ['camera:read'] }],
] as const;
/** Making requests keeps the very thread busy that is to answer them. */
const DAY_MS = 86_400_000;
/** The one in the attic lets in whoever brings something, for here nobody needs a token. */
const radios = { town: { driver: 'simulated' }, attic: { driver: 'ruuvi-gateway' } };
const cameras = { 'lens-1': { driver: 'simulated', fps: 30 } };
const gpio = { writesPerSecond: 1_000, writeBurst: 10_000 };

function logOf(errors: unknown[]): Log {
  const levels = ['debug', 'info', 'warn', 'error', 'fatal'].map((level): [string, unknown] => [
    level,
    (...words: unknown[]) => {
      if (/^(error|fatal)$/.test(level)) errors.push(words);
    },
  ]);
  return Object.fromEntries(levels) as unknown as Log;
}

/** Values that mean something, for the generators. */
export function meaningful(known: Known): Readonly<Record<string, readonly Json[]>> {
  return {
    ...known,
    serInstanceId: known.serviceId ?? [],
    serName: ['street-models', 'plates'],
    model: ['street', 'cars'],
    picture: [tinyPicture.toString('latin1')],
    ser_instance_id: known.serviceId ?? [],
    serInstanceIds: known.serviceId ?? [],
    ser_name: ['plates'],
    callbackReference: [bodies.callbackReference],
    filter: ['(eq,state,ACTIVE)', '(in,serName,plates)'],
    fields: ['transportInfo', 'trafficFilter'],
    exclude_fields: ['serCategory'],
    topic: ['sensors/**', 'devices/*/state'],
    tag: ['gate=north'],
    ipAddress: ['10.0.0.1', '::1'],
    ipAddressType: ['IP_V4'],
    transportId: ['nothing'],
    'If-Match': ['*', '"none"'],
    'Umec-Lease': known.leaseId ?? [],
    lineIds: known.lineId ?? [],
    cameraIds: known.cameraId ?? [],
    macs: known.mac ?? [],
  };
}
