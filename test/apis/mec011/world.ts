import { basePath, bindHandlers, type Operation, operationsOf } from '../../../src/http/api.js';
import type { Document } from '../../../src/http/document.js';
import * as appSupport from '../../../generated/mec011-app-support.js';
import * as serviceManagement from '../../../generated/mec011-service-management.js';
import * as registry from '../../../generated/registry.js';
import { TestGateway } from '../../gateway.js';
import { LateClock } from '../../late-clock.js';
import { type Answer, ask, bodyOf, type Question } from './ask.js';
import * as bodies from '../../bodies.js';
import { identityIn, stateIn } from './state-fault.js';

export const MGMT = '/mec_service_mgmt/v1';
export const SUPPORT = '/mec_app_support/v1';
export const REGISTRY = '/registry/v1';

/** Small enough to be exceeded cheaply, larger than what the registry takes for one thing. */
export const MAX_BODY_BYTES = 65_536;

/** What an address may ask for in one go; whoever calls from 127.0.0.x as often as it likes. */
export const BURST = { reads: 2, writes: 1 };
const limits = {
  unlimited: ['127.0.0.0/24'],
  readsPerSecond: 0.1,
  readBurst: BURST.reads,
  writesPerSecond: 0.1,
  writeBurst: BURST.writes,
  // everything here comes from one address, a thousand at once at times
  connectionsPerAddress: 2_000,
  connections: 2_000,
};

/** An operation as its document has it, with what checks its answers. */
export interface Declared extends Pick<Operation, 'operationId' | 'method' | 'path' | 'statuses' | 'produces'> {
  readonly base: string;
  readonly hasBody: boolean;
  /** The statuses whose answers are to have an `ETag`. */
  readonly tagged: ReadonlySet<number>;
}

/** What this suite is about: all of MEC 011, and of the registry what is for whoever manages applications. */
export const operations: readonly Declared[] = [
  ...declaredIn('mec011-service-management', serviceManagement.document),
  ...declaredIn('mec011-app-support', appSupport.document),
  ...declaredIn('registry', registry.document),
];

function declaredIn(stem: string, document: Document): Declared[] {
  const found = [...operationsOf(document)];
  const handlers = new Map(found.map(({ object }) => [object.operationId, unused] as const));
  const compiled = bindHandlers({ stem, document, handlers });
  return found
    .filter(({ object }) => stem !== 'registry' || (object.tags as readonly string[]).includes('applications'))
    .flatMap(({ object }) => {
      const operation = compiled.get(object.operationId);
      if (!operation) return [];
      const tagged = Object.entries(object.responses).filter(([, response]) => 'ETag' in headersOf(document, response));
      return {
        ...operation,
        base: basePath(document),
        hasBody: 'requestBody' in object,
        tagged: new Set(tagged.map(([status]) => Number(status))),
      };
    });
}

/** Responses stand in the operation, or among the components. */
function headersOf(document: Document, response: object): object {
  const { $ref, headers = {} } = response as { $ref?: string; headers?: object };
  if ($ref === undefined) return headers;
  const { responses } = document.components as unknown as { responses: Record<string, object> };
  return headersOf(document, responses[$ref.split('/').at(-1) ?? ''] ?? {});
}

function unused(): never {
  throw new Error('only the documents are looked at');
}

/** A gateway, and what is made on it for one test and gone after it. */
export class World implements AsyncDisposable {
  private made: string[] = [];

  private constructor(
    readonly gateway: TestGateway,
    readonly clock: LateClock,
  ) {}

  /** @param mec settings of `mec` in umec.yaml */
  static async open(mec: object = {}, maxBodyBytes = MAX_BODY_BYTES): Promise<World> {
    const settings = {
      auth: { mode: 'tokens' },
      devices: { cameras: {} },
      http: { maxBodyBytes, limits: { ...limits, lagMs: 500 } },
      mec: { transports, ...mec },
    };
    const clock = new LateClock();
    return new World(await TestGateway.start(settings, { clock }), clock);
  }

  /** As the gateway's owner, unless it says otherwise. */
  ask(question: Question): Promise<Answer> {
    return ask(this.gateway.url, { ...question, headers: { ...this.gateway.owner(), ...question.headers } });
  }

  /** @throws Error when it is not answered with a success */
  async must<T>(question: Question): Promise<T> {
    const answer = await this.ask(question);
    if (answer.status >= 300) throw new Error(`${question.method} ${question.path}: ${answer.status} ${answer.text}`);
    return (answer.text === '' ? undefined : bodyOf(answer)) as T;
  }

  /** One that the platform's management has made, with a traffic and a DNS rule; `appInstanceId` of it. */
  async application(changes: object = {}): Promise<string> {
    const body = { ...bodies.managed, ...changes };
    const { appInstanceId } = await this.must<{ appInstanceId: string }>({
      method: 'POST',
      path: `${REGISTRY}/applications`,
      body,
    });
    this.made.push(appInstanceId);
    return appInstanceId;
  }

  /** One that has come by itself. */
  async registered(changes: object = {}): Promise<string> {
    const body = { ...bodies.registration, ...changes };
    const { appInstanceId } = await this.must<{ appInstanceId: string }>({
      method: 'POST',
      path: `${SUPPORT}/registrations`,
      body,
    });
    this.made.push(appInstanceId);
    return appInstanceId;
  }

  async service(appInstanceId: string, changes: object = {}): Promise<string> {
    const path = `${MGMT}/applications/${appInstanceId}/services`;
    const body = { ...bodies.service, ...changes };
    return (await this.must<{ serInstanceId: string }>({ method: 'POST', path, body })).serInstanceId;
  }

  async toServices(appInstanceId: string, changes: object = {}): Promise<string> {
    return this.subscribed(MGMT, appInstanceId, { ...bodies.toServices, ...changes });
  }

  async toTheEnd(appInstanceId: string, changes: object = {}): Promise<string> {
    return this.subscribed(SUPPORT, appInstanceId, { ...bodies.toTheEnd, ...changes });
  }

  /** Its end is near, and waits for it to say goodbye. */
  async ending(operationAction: 'STOPPING' | 'TERMINATING'): Promise<string> {
    const appInstanceId = await this.application();
    await this.toTheEnd(appInstanceId);
    const path = `${REGISTRY}/applications/${appInstanceId}/terminate`;
    await this.must({ method: 'POST', path, body: { operationAction, maxGracefulTimeout: 3600 } });
    return appInstanceId;
  }

  /** The gateway's own identifier, under which its own services stand, and one of those. */
  async own(): Promise<{ readonly appInstanceId: string; readonly serviceId: string }> {
    const appInstanceId = identityIn(this.gateway.dir);
    const path = `${MGMT}/applications/${appInstanceId}/services`;
    const [first] = await this.must<{ serInstanceId: string }[]>({ method: 'GET', path });
    return { appInstanceId, serviceId: first?.serInstanceId ?? '' };
  }

  /** All that there is: as clients see it, and as it is kept. */
  async everything(): Promise<string> {
    const paths = [`${MGMT}/services`, `${REGISTRY}/applications`, `${REGISTRY}/services`, `${REGISTRY}/subscriptions`];
    const seen = await Promise.all(paths.map(async (path) => (await this.ask({ method: 'GET', path })).text));
    return [...seen, stateIn(this.gateway.dir)].join('\n');
  }

  /** Removes what the last test has made. */
  async clear(): Promise<void> {
    const gone = this.made.splice(0).map((id) => this.ask({ method: 'DELETE', path: `${REGISTRY}/applications/${id}` }));
    await Promise.all(gone);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.gateway.stop();
  }

  private async subscribed(root: string, appInstanceId: string, body: object): Promise<string> {
    const path = `${root}/applications/${appInstanceId}/subscriptions`;
    const { _links } = await this.must<{ _links: { self: { href: string } } }>({ method: 'POST', path, body });
    return _links.self.href.split('/').at(-1) ?? '';
  }
}

const transports = {
  broker: { name: 'broker', type: 'MB_TOPIC_BASED', protocol: 'MQTT', version: '5', uris: ['mqtt://127.0.0.1:1883'] },
};
