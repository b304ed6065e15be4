import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Destination } from './destination.js';
import { TimeLimit } from './time-limit.js';

/** Whoever does not take the connection by then is tried at the next address. */
const CONNECT_MS = 3_000;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_INTERIM_ANSWERS = 16;
const MAX_REASON = 200;
const ENDED = 'ended the connection without an answer';

export type Outcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** In lower case; empty when there is none. */
      readonly type: string;
      readonly retryAfter?: string;
      /** As it came: nobody was asked to compress it. */
      readonly body: Buffer;
      /** Why the body is not whole. */
      readonly broken?: string;
    }
  /** Nothing was sent: another address may be tried. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string };

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface Terms {
  readonly clock: Clock;
  /** Of the answer's body. */
  readonly maxBytes: number;
  /** Certificates to trust instead of those that Node brings, as PEM. */
  readonly ca?: string | readonly string[];
}

/**
 * Puts a question to one address, over a connection of its own that is gone when this resolves.
 *
 * @param address an IP address: no name is looked up any more
 * @param signal ends it at any point
 * @returns never rejects
 */
export function exchange(
  destination: Destination,
  address: string,
  question: Question,
  { clock, maxBytes, ca }: Terms,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = (destination.isSecure ? https : http).request({
      ...options(destination, address, question),
      signal,
      ...(ca === undefined ? {} : { ca: [ca].flat() }),
    });
    const course: Course = { isConnected: false, interimAnswers: 0, body: [], isWhole: false };
    const fail = (reason: string) => {
      course.failure ??= reason; // what follows is only the end of the connection
      request.destroy();
    };
    const connecting = new TimeLimit(clock, CONNECT_MS);
    connecting.signal.addEventListener('abort', () => fail('does not take the connection'));
    const onConnect = () => {
      connecting[Symbol.dispose]();
      course.isConnected = true;
    };
    request
      .on('socket', (socket) => socket.on('connect', onConnect))
      .on('information', () => {
        if (++course.interimAnswers > MAX_INTERIM_ANSWERS) fail('answers that its answer will come, again and again');
      })
      .on('response', (response) => {
        course.answer = response;
        read(response, course, maxBytes, fail, () => request.destroy());
      })
      .on('error', (error) => fail(describe(error)))
      .on('close', () => {
        connecting[Symbol.dispose]();
        resolve(outcomeOf(course));
      });
    request.end(question.body);
  });
}

/** What has happened on one connection. */
interface Course {
  isConnected: boolean;
  interimAnswers: number;
  answer?: http.IncomingMessage;
  readonly body: Buffer[];
  isWhole: boolean;
  /** The first thing that went wrong. */
  failure?: string;
}

function outcomeOf({ answer, isConnected, body, isWhole, failure = ENDED }: Course): Outcome {
  if (!answer) return { kind: isConnected ? 'broken' : 'unreachable', reason: failure.slice(0, MAX_REASON) };
  const { 'retry-after': retryAfter, 'content-type': type = '' } = answer.headers;
  return {
    kind: 'answered',
    status: answer.statusCode ?? 0,
    type: type.toLowerCase(),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    body: Buffer.concat(body),
    ...(isWhole ? {} : { broken: failure.slice(0, MAX_REASON) }),
  };
}

function options(destination: Destination, address: string, { method, headers, body }: Question): https.RequestOptions {
  return {
    method,
    host: address,
    port: destination.port,
    path: destination.path,
    agent: false,
    setHost: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    headers: {
      Host: destination.authority,
      ...headers,
      ...(body ? { 'Content-Length': body.byteLength } : {}),
      'User-Agent': 'umec-gateway',
      Connection: 'close',
    },
    // an IP address is no server name; its certificate is compared with `host`
    servername: destination.isAddress ? '' : destination.host.replace(/\.$/, ''),
    minVersion: 'TLSv1.2',
    // said aloud, so that no variable of the environment turns it off
    rejectUnauthorized: true,
  };
}

/** Reads an answer to its end or to where patience ends. */
function read(
  response: http.IncomingMessage,
  course: Course,
  maxBytes: number,
  fail: (reason: string) => void,
  done: () => void,
): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) fail('gives an answer that does not end');
    else course.body.push(chunk);
  });
  response.on('end', () => {
    // what was too large may be complete all the same
    course.isWhole = response.complete && course.failure === undefined;
    done();
  });
  response.on('error', (error) => fail(describe(error)));
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection',
  ECONNRESET: ENDED,
  EPIPE: ENDED,
  ETIMEDOUT: 'does not take the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  HPE_HEADER_OVERFLOW: 'answers with too many headers',
};

/** A certificate's names and a garbled answer are the other side's words, so only what can be printed goes into a log. */
function describe(error: Error & { code?: string }): string {
  const { code = '' } = error;
  const words = WORDS[code] ?? (code.startsWith('HPE_') ? 'answers with what is not HTTP' : undefined);
  return words ?? `fails: ${messageOf(error).replace(/[^\x20-\x7e]/g, '?')}`;
}
