import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Access } from '../auth/access.js';
import type { Grants } from '../auth/grants.js';
import { type Clock, systemClock } from '../clock.js';
import { GatewayError } from '../errors.js';
import { isWritten, type Log } from '../log.js';
import type { Metering } from '../metering/metering.js';
import { answerer } from './answer.js';
import type { Api } from './api.js';
import type { AuditTrail } from './audit-trail.js';
import type { Files } from './files.js';
import { answerCors } from './cors.js';
import { type Doors, guard } from './guard.js';
import { ignoreUpgrade, wantsWebSocket } from './ignored-upgrade.js';
import { headAsGet } from './head.js';
import { problemHeaders, sendProblem, toProblemDetails } from './problem.js';
import { serveWith } from './messages.js';
import { LongAnswers } from './long-answers.js';
import { Proxies } from './proxies.js';
import { withoutQuerySecrets } from './query-secrets.js';
import { route, type Routing, type WaysIn } from './router.js';
import { Recall } from './recall.js';
import { originForm } from './target.js';
import { clientAddress } from './client-address.js';
import { defaultPatience, type LimitedServer, limitedServer } from './limits/limited-server.js';
import { Limits } from './limits/limits.js';
import { defaultLimits } from './limits/options.js';
import { type IsUrgent, urgentAmong } from './limits/urgent.js';
import type { Tls } from './tls/tls.js';
import { Unreadable } from './unreadable.js';
import { Upgrades } from './upgrade.js';

/** @see RFC 6797, clause 6.1 */
const HSTS = 'Strict-Transport-Security';

export interface ServeOptions {
  readonly doors: Doors;
  readonly grants: Grants;
  /** How to come in without a header; nobody does unless given. */
  readonly waysIn?: WaysIn;
  /** Who else is no stranger, where bodies are read. */
  readonly receivers?: Routing['receivers'];
  readonly access: Pick<Access, 'requireOwn'>;
  readonly log: Log;
  /** By which what goes on is looked at; the machine's unless given. */
  readonly clock?: Clock;
  readonly maxBodyBytes: number;
  readonly validateResponses: boolean;
  /** What is no API: the page at the root. */
  readonly files: Files;
  /** Says which of our own addresses is meant by one that others know; its own, for most. */
  readonly meant?: (target: string) => string;
  /** Who asks for others; nobody unless given. */
  readonly proxies?: Proxies;
  /** The reads that must be on time, however much else there is to do. */
  readonly urgent?: readonly string[];
  /** Is told what is done and what is refused. */
  readonly audit?: AuditTrail;
  /** Counts what is used, and refuses what is too much. */
  readonly metering?: Pick<Metering, 'admit' | 'take'>;
}

/** An address that is taken, and a server that says "not yet" until it is told what to serve. */
export class Listener implements AsyncDisposable {
  private handle: RequestListener = (_req, res) =>
    sendProblem(res, toProblemDetails(new GatewayError('unavailable', 'the gateway is starting')), { 'Retry-After': '1' });
  private readonly stopping = new AbortController();
  private readonly upgrades: Upgrades;
  private readonly watching: Disposable[] = [];

  private constructor(
    private readonly limited: LimitedServer,
    private readonly scheme: 'http' | 'https',
    private readonly limits: Limits,
    readonly address: { readonly host: string; readonly port: number },
  ) {
    this.upgrades = new Upgrades(limited.messages);
  }

  /**
   * @param limits what is taken from clients, and counts what is not
   * @param patience for how long they may take
   * @param tls what TLS is spoken with; without it HTTP is spoken as it is
   * @throws Error that says what to do when the address cannot be had
   */
  static async open(
    host: string,
    port: number,
    limits = new Limits(defaultLimits, systemClock),
    patience = defaultPatience,
    tls?: Tls,
  ): Promise<Listener> {
    const limited = limitedServer(limits, patience, tls);
    const { server } = limited;
    server.listen(port, host);
    try {
      await once(server, 'listening');
    } catch (error) {
      throw new Error(explain(error as NodeJS.ErrnoException, host, port), { cause: error });
    }
    const at = { host, port: (server.address() as AddressInfo).port };
    const listener = new Listener(limited, tls ? 'https' : 'http', limits, at);
    const hsts = tls && `max-age=${tls.hstsMaxAgeS}`;
    const unreadable = new Unreadable(limits.counters, hsts === undefined ? {} : { [HSTS]: hsts });
    const handle: RequestListener = (req, res) => {
      unreadable.answering(res);
      if (hsts !== undefined) res.setHeader(HSTS, hsts);
      listener.handle(req, res);
    };
    server.on('request', handle);
    server.on('clientError', (error, socket) => unreadable.refuse(error, socket));
    const upgrade = listener.upgrades.listener(handle);
    server.on('upgrade', (req, socket, head) =>
      wantsWebSocket(req) ? upgrade(req, socket, head) : ignoreUpgrade(server, req, socket, head),
    );
    return listener;
  }

  /** Where this machine finds it, without a slash at the end. */
  get url(): string {
    const { host, port } = this.address;
    return `${this.scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  /**
   * Serves the APIs from now on.
   *
   * @returns what ends it: nothing new is accepted, what is in flight has 5 s
   * @throws Error when a specification and its handlers do not fit together
   */
  serve(apis: readonly Api[], options: ServeOptions): AsyncDisposable {
    const {
      grants,
      waysIn,
      receivers,
      access,
      log,
      maxBodyBytes,
      validateResponses,
      audit,
      metering,
      clock = systemClock,
    } = options;
    const { upgrades } = this;
    const long = new LongAnswers(grants, clock);
    this.watching.push(long);
    const stopping = this.stopping.signal;
    const answer = answerer({ log, access, validateResponses, upgrades, long, stopping, audit, metering });
    const recall = new Recall(grants, answer);
    const app = route(apis, { grants, waysIn, receivers, answer: recall.answer, maxBodyBytes, log });
    serveWith(app, this.limited.messages);
    const isUrgent = urgentAmong(apis, options.urgent ?? []);
    this.handle = watched(options, { limits: this.limits, isUrgent, recall, app });
    this.watching.push(this.limits.watch());
    return { [Symbol.asyncDispose]: () => this.stop() };
  }

  private async stop(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    for (const watching of this.watching) watching[Symbol.dispose]();
    const { server, silent } = this.limited;
    const closed = once(server, 'close');
    server.close();
    for (const socket of silent()) socket.destroy();
    // a connection whose answer ends only now would be kept for a next request
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    this.upgrades.close();
    // node:http does not know those that have become WebSockets
    const patience = setTimeout(() => [...this.limits.connections].forEach((socket) => socket.destroy()), 5_000);
    await closed;
    clearTimeout(patience);
    clearInterval(idle);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.limited.server.listening) await this.stop();
  }
}

const itself = (target: string) => target;

interface Ways {
  readonly limits: Limits;
  readonly isUrgent: IsUrgent;
  /** The short way, for what was admitted before. */
  readonly recall: Recall;
  /** The long way. */
  readonly app: RequestListener;
}

/** What holds for every request, whichever way it then goes. */
function watched(options: ServeOptions, { limits, isUrgent, recall, app }: Ways): RequestListener {
  const { doors, files, log, audit, proxies = new Proxies(), meant = itself } = options;
  /** Not only when an answer was sent: whoever goes at once was refused all the same. What is recalled tells the audit log itself. */
  const watch = (req: IncomingMessage, res: ServerResponse) => {
    audit?.began(req);
    if (audit) res.once('close', () => audit.ended(req, res));
  };
  const refuse = (req: IncomingMessage, res: ServerResponse, error: unknown) => {
    watch(req, res);
    sendProblem(res, toProblemDetails(error), problemHeaders(error));
  };
  return (req, res) => {
    if (isWritten(log, 'debug')) logWhenDone(req, res, log);
    try {
      proxies.hear(req);
      req.url = meant(originForm(req.url ?? ''));
      guard(req, doors);
    } catch (refused) {
      refuse(req, res, refused);
      return;
    }
    if (answerCors(req, res)) return;
    const refusal = limits.refusal(req, isUrgent);
    if (refusal) {
      refuse(req, res, refusal);
      return;
    }
    headAsGet(req);
    if (recall.answersAgain(req, res) || files(req, res)) return;
    watch(req, res);
    app(req, res);
  };
}

function logWhenDone(req: IncomingMessage, res: ServerResponse, log: Log): void {
  const began = performance.now();
  // as they came: both are changed on the way
  const { method, url = '' } = req;
  res.once('close', () =>
    log.debug(
      {
        ...{ method, url: withoutQuerySecrets(url), status: res.statusCode },
        ...{ ms: performance.now() - began, client: clientAddress(req) },
      },
      'request',
    ),
  );
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  const at = `${host}:${port}`;
  if (error.code === 'EADDRINUSE') return `http.listen: ${at} is in use by another process; stop it, or choose another port`;
  if (error.code === 'EACCES') return `http.listen: this user may not listen on ${at}; choose a port above 1023`;
  if (error.code === 'EADDRNOTAVAIL') return `http.listen: this machine has no address ${host}`;
  return `http.listen: cannot listen on ${at}: ${error.message}`;
}
