import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { Destination } from './destination.js';
import { TimeLimit } from './time-limit.js';

/** A subscriber that does not take the connection by then is tried at its next address. */
const CONNECT_MS = 3_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_INTERIM_ANSWERS = 16;
const MAX_REASON = 200;
const ENDED = 'ended the connection without an answer';

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter?: string }
  /** Nothing was sent: another address may be tried. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string };

export interface ExchangeParts {
  readonly clock: Clock;
  /** Certificates to trust instead of those that Node brings, as PEM. */
  readonly ca?: string | readonly string[];
}

/**
 * Posts a JSON text to a URI at one address, over a connection of its own that is gone when this resolves.
 *
 * The status is the answer. What follows is read so that the other side ends in peace, but neither to its end nor with care.
 *
 * @param address an IP address: no name is looked up any more
 * @param signal ends it at any point
 * @returns never rejects
 */
export function exchange(
  uri: Destination,
  address: string,
  body: Uint8Array,
  { clock, ca }: ExchangeParts,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = (uri.isSecure ? https : http).request({
      ...options(uri, address, body),
      signal,
      ...(ca ? { ca: [ca].flat() } : {}),
    });
    const course: Course = { isConnected: false, interimAnswers: 0 };
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
        drain(response, () => request.destroy());
      })
      .on('error', (error) => fail(describe(error)))
      .on('close', () => {
        connecting[Symbol.dispose]();
        resolve(outcomeOf(course));
      });
    request.end(body);
  });
}

/** What has happened on one connection. */
interface Course {
  isConnected: boolean;
  interimAnswers: number;
  answer?: http.IncomingMessage;
  /** The first thing that went wrong. */
  failure?: string;
}

function outcomeOf({ answer, isConnected, failure = ENDED }: Course): Outcome {
  if (!answer) return { kind: isConnected ? 'broken' : 'unreachable', reason: failure.slice(0, MAX_REASON) };
  const retryAfter = answer.headers['retry-after'];
  return { kind: 'answered', status: answer.statusCode ?? 0, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

function options(uri: Destination, address: string, body: Uint8Array): https.RequestOptions {
  return {
    method: 'POST',
    host: address,
    port: uri.port,
    path: uri.path,
    agent: false,
    setHost: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    headers: {
      Host: uri.authority,
      'Content-Type': 'application/json',
      'Content-Length': body.byteLength,
      'User-Agent': 'umec-gateway',
      Connection: 'close',
    },
    // an IP address is no server name; its certificate is compared with `host`
    servername: uri.isAddress ? '' : uri.host.replace(/\.$/, ''),
    minVersion: 'TLSv1.2',
    // said aloud, so that no variable of the environment turns it off
    rejectUnauthorized: true,
  };
}

/** Reads an answer to its end or to where patience ends. */
function drain(response: http.IncomingMessage, done: () => void): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) done();
  });
  response.on('end', done).on('error', done);
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
