import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import type { WebSocket } from 'ws';
import type { Access } from '../auth/access.js';
import { GatewayError } from '../errors.js';
import type { Log } from '../log.js';
import type { Account } from '../metering/account.js';
import type { Metering, Taken } from '../metering/metering.js';
import type { Operation } from './api.js';
import type { AuditTrail } from './audit-trail.js';
import { prefixOf } from './client-address.js';
import { type Coded, codedFor, gzipTag, isText } from './coding.js';
import { isNoneMatch, isUnmodified, knownTag, requireSame } from './conditions.js';
import { encode } from './encode.js';
import { Exchange } from './exchange.js';
import { isHead } from './head.js';
import { HEADERS_OF_ALL } from './headers-of-all.js';
import type { LongAnswer, LongAnswers } from './long-answers.js';
import type { AnyCall, AnyReply, Bytes } from './operations.js';
import { requireOwnPage } from './own-page.js';
import { prefixedBytes, prefixedHeader } from './prefixed.js';
import { problemHeaders, sendProblem, toProblemDetails } from './problem.js';
import { sendParts } from './send-parts.js';
import { sendPoured } from './send-poured.js';
import { Unanswered } from './unanswered.js';
import type { Upgrades } from './upgrade.js';

/** An admitted request, waiting for what only the exchange itself can tell. */
export type Admitted = Omit<AnyCall, 'accepted' | 'accepts' | 'credentials' | 'remoteAddress' | 'isSecure' | 'prefix' | 'signal'>;

/** Names and values by turns, for one `writeHead`. */
type Headers = string[];

/** Turns an admitted request into bytes: negotiation, the handler, conditions, problem details. It never throws. */
export type Answer = (
  operation: Operation,
  admitted: Admitted,
  req: IncomingMessage,
  res: ServerResponse,
) => Promise<void> | undefined;

export interface AnswererParts {
  readonly log: Log;
  /** Whose application instances are whose. */
  readonly access: Pick<Access, 'requireOwn'>;
  /** Checks each answer against the specification; what does not fit is a 500 and an error in the log. */
  readonly validateResponses: boolean;
  /** Opens the WebSockets that handlers accept. */
  readonly upgrades: Upgrades;
  /** Watches what goes on after it was let in. */
  readonly long: Pick<LongAnswers, 'watch'>;
  /** Aborts when the gateway stops, and ends the streams with it. */
  readonly stopping: AbortSignal;
  /** Is told what was done, before the one who did it. */
  readonly audit?: AuditTrail | undefined;
  /** Counts what is used, and refuses what is too much: also where an answer is given again. */
  readonly metering?: Pick<Metering, 'admit' | 'take'> | undefined;
}

export function answerer(parts: AnswererParts): Answer {
  const { log, access, validateResponses, upgrades, long, stopping, audit, metering } = parts;
  const unanswered = new Unanswered(stopping, long);
  return (operation, admitted, req, res) => {
    let exchange: Exchange | undefined;
    let account: Account | undefined;
    let taken: Taken | undefined;
    let isTold = false;
    /** Once: what goes wrong on the way to the client changes nothing. */
    const tell = (status: number, client?: string) => {
      if (!isTold) audit?.answered(req, operation, admitted.grant, status, client);
      isTold = true;
    };
    const reply = (reply: AnyReply) => {
      if (validateResponses) checkReply(operation, reply);
      tell(reply.status, reply.client);
      const watch: Watch = (answer) => long.watch(admitted.grant, answer);
      if (reply.body && isStream(reply.body)) watchStream(res, watch);
      if (!reply.accept) return send(reply, operation, req, res, account);
      upgrades.accept(req, res, watchedSocket(reply.accept, watch));
      if (taken) giveBackWithSocket(taken, req);
      taken = undefined;
    };
    const fail = (thrown: unknown) => {
      taken?.giveBack();
      tell(toProblemDetails(thrown).status);
      if (res.closed) return;
      if (!(thrown instanceof GatewayError)) log.error({ err: thrown, operationId: operation.operationId }, 'a request failed');
      sendProblem(res, declared(operation, thrown, validateResponses, log), problemHeaders(thrown));
    };
    const end = () => {
      exchange?.end();
      if (taken?.isPlace) taken.giveBack();
    };
    try {
      account = metering?.admit(admitted.grant, operation.method);
      if (operation.isForOwnPage) requireOwnPage(req);
      // whatever is done to an application instance, only its own client does
      if (admitted.path.appInstanceId !== undefined) access.requireOwn(admitted.grant, admitted.path.appInstanceId);
      exchange = new Exchange(admitted, negotiate(req, operation.produces), req, res, unanswered);
      taken = metering?.take(operation.operationId, admitted.grant, admitted.body);
      const made = operation.handler(exchange);
      // what is there already is sent at once
      const sent = made instanceof Promise ? made.then(reply) : reply(made);
      if (sent instanceof Promise) return sent.catch(fail).finally(end);
    } catch (thrown) {
      fail(thrown);
    }
    end();
    return undefined;
  };
}

/** A WebSocket goes on after its answer, and its connection ends whatever becomes of it. */
function giveBackWithSocket(taken: Taken, { socket }: IncomingMessage): void {
  if (socket.destroyed) taken.giveBack();
  else socket.once('close', () => taken.giveBack());
}

/** Until what it returns is called. */
type Watch = (answer: LongAnswer) => () => void;

/** RFC 6455, clause 7.4.1 */
const POLICY_VIOLATION = 1008;

function watchedSocket(accept: (socket: WebSocket) => void, watch: Watch): (socket: WebSocket) => void {
  return (socket) => {
    const end = () => socket.close(POLICY_VIOLATION, 'what let you in has ended');
    socket.once('close', watch({ end, cut: () => socket.terminate() }));
    accept(socket);
  };
}

/** A stream that must end is cut, so that nobody takes it for whole. */
function watchStream(res: ServerResponse, watch: Watch): void {
  const cut = () => void res.destroy();
  if (!res.closed) res.once('close', watch({ end: cut, cut }));
}

function negotiate(req: IncomingMessage, produces: readonly string[]): string | undefined {
  if (produces.length === 0 || req.headers.accept === undefined) return produces[0];
  const accepted = new Negotiator(req).mediaType([...produces]);
  if (accepted === undefined)
    throw new GatewayError(
      'notAcceptable',
      `Accept is ${req.headers.accept}, but this is to be had only as ${produces.join(', ')}`,
    );
  return accepted;
}

/** @returns when a stream has been sent; nothing for what is whole */
function send(
  reply: AnyReply,
  operation: Operation,
  req: IncomingMessage,
  res: ServerResponse,
  account: Account | undefined,
): Promise<void> | undefined {
  // all in one list for writeHead: setting them one by one takes longer than what most handlers do
  const prefix = prefixOf(req);
  const headers: Headers = [...HEADERS_OF_ALL];
  for (const name in reply.headers) {
    const value = reply.headers[name];
    if (value !== undefined) headers.push(name, String(prefixedHeader(name, value, prefix)));
  }
  const { body, type = 'application/json' } = reply;
  const isCodable = body !== undefined && reply.status === 200 && operation.isCompressible && isText(type);
  if (operation.produces.length > 1) vary(res, headers, isCodable ? 'Accept, Accept-Encoding' : 'Accept');
  else if (isCodable) vary(res, headers, 'Accept-Encoding');
  if (body === undefined) res.writeHead(reply.status, headers).end();
  else if (isStream(body)) return sendStream(body, reply, headers, req, res, account);
  else {
    const isConditional = operation.statuses.has(412);
    return sendWhole({ reply, body, type, isCodable, isConditional }, headers, req, res, account);
  }
  return undefined;
}

/** Beside what it varies by already. */
function vary(res: ServerResponse, headers: Headers, by: string): void {
  headers.push('Vary', res.hasHeader('Vary') ? `${String(res.getHeader('Vary'))}, ${by}` : by);
}

interface Whole {
  readonly reply: AnyReply;
  readonly body: object;
  readonly type: string;
  /** Whether it may be sent compressed. */
  readonly isCodable: boolean;
  /** Whether it is given on the conditions of `If-Match` and `If-Unmodified-Since`: its specification says 412. */
  readonly isConditional: boolean;
}

/** @returns when it was compressed, where that takes long */
function sendWhole(
  whole: Whole,
  headers: Headers,
  req: IncomingMessage,
  res: ServerResponse,
  account: Account | undefined,
): Promise<void> | undefined {
  const { reply, body, type, isCodable, isConditional } = whole;
  const { status } = reply;
  const { bytes: own, etag: ownTag } = encode(body);
  const { etag = ownTag } = reply;
  const isRead = status === 200 && req.method === 'GET';
  if (isRead && isConditional) requireSame(req.headers, etag, reply.headers?.['Last-Modified']);
  if (reply.headers?.['Cache-Control'] === undefined) headers.push('Cache-Control', 'private, no-cache');
  const known = isRead ? knownBy(req, reply, etag, isCodable) : undefined;
  if (known !== undefined) {
    res.writeHead(304, [...headers, 'ETag', known]).end();
    return undefined;
  }
  const prefix = prefixOf(req);
  const bytes = prefix === '' || body instanceof Uint8Array ? own : prefixedBytes(body, prefix);
  const write = ({ bytes, isGzip }: Coded) => {
    headers.push('ETag', isGzip ? gzipTag(etag) : etag);
    if (isGzip) headers.push('Content-Encoding', 'gzip');
    headers.push('Content-Type', type, 'Content-Length', String(bytes.length));
    res.writeHead(status, headers).end(bytes);
    account?.count('bytesSent', isHead(req) ? 0 : bytes.length);
  };
  const coded = isCodable ? codedFor(req, bytes) : { bytes, isGzip: false };
  if (coded instanceof Promise) return coded.then(write);
  write(coded);
  return undefined;
}

/** @returns the tag of the representation, when the client has it already */
function knownBy({ headers }: IncomingMessage, reply: AnyReply, etag: string, isCodable: boolean): string | undefined {
  const lastModified = reply.headers?.['Last-Modified'];
  if (typeof lastModified === 'string' && isUnmodified(headers, lastModified)) return etag;
  return knownTag(headers['if-none-match'], etag, isCodable);
}

/** The headers go out with its first part, so that what goes wrong before is still a problem with a status. */
async function sendStream(
  body: Stream,
  reply: AnyReply,
  headers: Headers,
  req: IncomingMessage,
  res: ServerResponse,
  account: Account | undefined,
): Promise<void> {
  headers.push('Cache-Control', 'no-store');
  if (reply.etag !== undefined) headers.push('ETag', reply.etag);
  if (reply.etag !== undefined && isNoneMatch(req.headers['if-none-match'], reply.etag)) {
    res.writeHead(304, headers).end();
    return;
  }
  headers.push('Content-Type', reply.type ?? '');
  if (isHead(req)) {
    res.writeHead(reply.status, headers).end();
    return;
  }
  const begin = () => void res.writeHead(reply.status, headers);
  const sent = (bytes: number) => account?.count('bytesSent', bytes);
  if (typeof body === 'function') return sendPoured(res, body, begin, sent);
  const parts = body[Symbol.asyncIterator]();
  const first = await parts.next();
  begin();
  await sendParts(res, first, parts, sent);
}

/** What goes on after its first part. */
type Stream = Exclude<Bytes, Uint8Array>;

function isStream(body: object | Bytes): body is Stream {
  return typeof body === 'function' || Symbol.asyncIterator in body;
}

/** The reply, if the specification says it; a handler is typed by it, but values can be out of bounds. */
function checkReply(operation: Operation, { status, type, body }: AnyReply): void {
  if (!operation.statuses.has(status))
    throw new Error(`${operation.operationId} answered ${status}, which its specification does not declare`);
  const validate = operation.statuses.get(status)?.();
  if (!validate || body === undefined || type !== undefined) return;
  // what is checked is what the client gets: members that are undefined are not written
  if (!validate(JSON.parse(JSON.stringify(body))))
    throw new Error(`${operation.operationId} answered what its specification does not say: ${JSON.stringify(validate.errors)}`);
}

function declared(
  operation: Operation,
  thrown: unknown,
  validateResponses: boolean,
  log: Log,
): ReturnType<typeof toProblemDetails> {
  const problem = toProblemDetails(thrown);
  if (validateResponses && problem.status !== 500 && !operation.statuses.has(problem.status))
    log.error(
      { operationId: operation.operationId, ...problem },
      'an answer of a status that the specification does not declare',
    );
  return problem;
}
