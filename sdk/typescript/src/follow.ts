import { Connection } from './connection.js';
import type { Gateway } from './gateway.js';
import { inTime, sleep } from './in-time.js';
import { Problem, problemOf } from './problem.js';

/** How a WebSocket is followed. */
export interface FollowOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Hears of each time that the connection is cut or cannot be made, and in how many ms it is tried again: for a log. */
  readonly onCut?: (cause: Error, againInMs: number) => void;
  /**
   * How long to wait when the connection failed so often one after the other, ms; unless given, 0.25 to 0.5 s the first time, and up to
   * 30 s. When the gateway wants more (`Retry-After`), it gets more.
   */
  readonly backOff?: (failures: number) => number;
}

const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** RFC 9110, section 15.5.22: what an address that speaks WebSocket only answers to who may come in. */
const UPGRADE_REQUIRED = 426;
/** What Node calls a certificate that is not trusted, or is of another host. Browsers do not say why there is no connection. */
const NOT_TRUSTED = /CERT(_|$)|UNABLE_TO_VERIFY|INVALID_CA/;

/**
 * One connection after the other: another when the caller is done with the one before, and until `signal` aborts.
 *
 * @param pathOf where to connect to now, with its query
 * @throws Problem when the gateway says that it will not open, ReferenceError where there is no WebSocket, TypeError when the gateway's
 *     certificate is not trusted
 */
export async function* connections(
  gateway: Gateway,
  pathOf: (signal: AbortSignal) => string | Promise<string>,
  { signal, onCut, backOff = backOffMs }: FollowOptions,
): AsyncGenerator<Connection, undefined> {
  let failures = 0;
  while (!signal?.aborted) {
    let cause = new Error('the WebSocket was closed');
    try {
      const connection = await inTime((step) => opened(gateway, pathOf, step), signal);
      const stop = () => connection.close();
      signal?.addEventListener('abort', stop);
      if (signal?.aborted) stop();
      try {
        yield connection;
      } finally {
        signal?.removeEventListener('abort', stop);
        connection.close();
      }
      if (connection.hasTold) failures = 0;
    } catch (thrown) {
      cause = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
    if (signal?.aborted) return undefined;
    if (isFinal(cause)) throw cause;
    const againInMs = Math.max(backOff(++failures), (cause instanceof Problem && cause.retryAfterMs) || 0);
    onCut?.(cause, againInMs);
    await sleep(againInMs, signal);
  }
  return undefined;
}

/** @throws Problem when it is not opened, and the gateway says why */
async function opened(
  gateway: Gateway,
  pathOf: (signal: AbortSignal) => string | Promise<string>,
  signal: AbortSignal,
): Promise<Connection> {
  const path = await pathOf(signal);
  const connection = await Connection.open(await gateway.openWebSocket(path, signal), signal);
  if (connection) return connection;
  // a WebSocket does not tell why it was not opened, but the same address asked without one does
  throw await problemOf(await gateway.fetch(new Request(gateway.url + path, { signal })));
}

/** Whether it would be the same again. */
function isFinal(cause: Error): boolean {
  if (cause instanceof Problem) return !cause.isTemporary && cause.status !== UPGRADE_REQUIRED;
  if (cause instanceof ReferenceError) return true; // there is no WebSocket, and will be none
  return cause.cause instanceof Error && 'code' in cause.cause && NOT_TRUSTED.test(String(cause.cause.code));
}

/** Doubles with each failure, and is never the same for all who were cut off together. */
function backOffMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.5 + Math.random() / 2);
}
