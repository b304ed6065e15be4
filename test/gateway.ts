import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Clock, systemClock } from '../src/clock.js';
import { parseConfig } from '../src/config/config.js';
import { askDoor } from '../src/control/ask-door.js';
import type { OwnerLink, OwnerToken } from '../src/control/owner-services.js';
import { silent, type Log } from '../src/log.js';
import type { CloudEvent } from '../src/apis/platform/cloud-events.js';
import { run } from '../src/main.js';
import type { RecentLog } from '../src/recent-log.js';
import { type ClockWitness, sureWitness } from '../src/sensors/clock-trust.js';
import { tempDirectory } from './temp-directory.js';

/** Tests ask as often as they like, unless it is limits that they are about. */
const WITHOUT_END = { readsPerSecond: 1_000_000, readBurst: 1_000_000, writesPerSecond: 1_000_000, writeBurst: 1_000_000 };

interface TestOptions {
  readonly log?: Log;
  readonly recentLog?: RecentLog;
  readonly dir?: string;
  readonly clock?: Clock;
  /** Absent: the clock is believed from the beginning. */
  readonly witness?: ClockWitness;
}

/** A whole gateway, started by the same `run` as in production, on a port and in a directory of its own. */
export class TestGateway implements AsyncDisposable {
  private header: string | undefined;

  private constructor(
    readonly url: string,
    readonly dir: string,
    /** The administrator's, at the first start of one that asks for tokens. */
    readonly secret: string | undefined,
    private readonly stopping: AbortController,
    private readonly ended: Promise<void>,
  ) {}

  /**
   * @param settings as in umec.yaml; unless they say otherwise, nobody needs a token, answers are checked against the specification, and
   *   each reading is kept
   */
  static async start(
    settings: Record<string, unknown> = {},
    { log = silent, recentLog, dir = tempDirectory().path, clock = systemClock, witness = sureWitness }: TestOptions = {},
  ): Promise<TestGateway> {
    const { http, data, auth, sensors, ...others } = settings as Record<string, object>;
    const { limits, ...listening } = (http ?? {}) as { readonly limits?: object };
    const config = parseConfig(
      {
        ...others,
        auth: { mode: 'none', limits: WITHOUT_END, ...auth },
        // a busy machine is not the gateway's to refuse
        http: { listen: '127.0.0.1:0', validateResponses: true, limits: { lagMs: 60_000, ...limits }, ...listening },
        data: { dir, commitMs: 20, ...data },
        sensors: { minStoreIntervalS: 0, ...sensors },
      },
      {},
    );
    const stopping = new AbortController();
    const gateway = await new Promise<TestGateway>((resolve, reject) => {
      const ended = run(config, stopping.signal, {
        log,
        ...(recentLog && { recentLog }),
        clock,
        witness,
        onReady: (url, secret) => resolve(new TestGateway(url, dir, secret, stopping, ended)),
      });
      ended.catch(reject);
    });
    if (config.auth.mode === 'tokens') gateway.header = `Bearer ${await gateway.token()}`;
    return gateway;
  }

  /** A token as the gateway's owner gets it: for everything, unless less is asked for. */
  async token(asked: { role?: string; scopes?: readonly string[] } = {}): Promise<string> {
    return (await askDoor<OwnerToken>(this.dir, 'token', asked)).access_token;
  }

  /** The code of a link that the owner hands to a person. */
  async code(role = 'admin'): Promise<string> {
    return (await askDoor<OwnerLink>(this.dir, 'link', { role })).url.split('#sign-in=')[1] ?? '';
  }

  /** As the owner, where tokens are asked for. @param init its headers are a plain object */
  get(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, { ...init, headers: { ...this.owner(), ...(init.headers as Record<string, string>) } });
  }

  /** As the owner, where tokens are asked for. */
  webSocket(path: string): WebSocket {
    return new WebSocket(this.url.replace('http', 'ws') + path, { headers: this.owner() });
  }

  /** What shows that its owner asks; nothing where nobody needs to. */
  owner(): Record<string, string> {
    return this.header === undefined ? {} : { Authorization: this.header };
  }

  async json<T = unknown>(path: string): Promise<T> {
    const response = await this.get(path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  send(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.get(path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
  }

  /** Makes an application instance, as the platform's management does. */
  async application(appInstanceId: string, more: object = {}): Promise<void> {
    const response = await this.send('POST', '/registry/v1/applications', { appInstanceId, appName: appInstanceId, ...more });
    if (response.status !== 201) throw new Error(await response.text());
  }

  /**
   * Registers a client, in a tenant that is made for it unless it is there.
   *
   * @returns what a request of it has for headers, with a token for all that it may do
   */
  async client(details: { clientId: string; tenant?: string; [more: string]: unknown }): Promise<Record<string, string>> {
    const { clientId, tenant } = details;
    if (tenant !== undefined && (await this.get(`/access/v1/tenants/${tenant}`)).status === 404)
      await this.send('POST', '/access/v1/tenants', { tenant, devices: 'all' });
    const response = await this.send('POST', '/access/v1/clients', { name: clientId, ...details });
    if (response.status !== 201) throw new Error(await response.text());
    const { clientSecret = '' } = (await response.json()) as { clientSecret?: string };
    return this.signIn(clientId, clientSecret);
  }

  /** @returns what a request of a client with a new token has for headers */
  async signIn(clientId: string, clientSecret: string): Promise<Record<string, string>> {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const response = await fetch(`${this.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token, error } = (await response.json()) as { access_token?: string; error?: string };
    if (token === undefined) throw new Error(error);
    return { Authorization: `Bearer ${token}` };
  }

  /** Follows a topic until `signal` aborts; when this resolves nothing is missed any more. */
  async events(topic: string, signal: AbortSignal): Promise<AsyncGenerator<CloudEvent, undefined>> {
    const socket = this.webSocket(`/events/v1?topic=${encodeURIComponent(topic)}`);
    signal.addEventListener('abort', () => socket.close(), { once: true });
    const events = eventsOf(socket);
    await once(socket, 'open');
    return events;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

/** Listens from now on. */
function eventsOf(socket: WebSocket): AsyncGenerator<CloudEvent, undefined> {
  const messages: string[] = [];
  let wake = () => {};
  socket.on('message', (data: Buffer) => {
    messages.push(data.toString());
    wake();
  });
  socket.on('close', () => wake());
  return (async function* () {
    while (socket.readyState === WebSocket.OPEN || messages.length > 0) {
      const message = messages.shift();
      if (message !== undefined) yield JSON.parse(message) as CloudEvent;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    return undefined;
  })();
}
