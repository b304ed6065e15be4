import { Connection } from './connection.js';
import type { Gateway } from './gateway.js';
import { Problem, problemOf } from './problem.js';

/** How a WebSocket is followed. */
export interface FollowOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Hears of each time that the connection is cut or cannot be made, and in how many ms it is tried again: for a log. */
  readonly onCut?: (cause: Error, againInMs: number) => void;
  /** How long to wait when the connection failed so often one after the other, ms; between 0.5 s and 30 s unless given. */
  readonly backOff?: (failures: number) => number;
}

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;
/** However long the gateway wants: what is beyond a timer's range would be over at once. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;
/** RFC 9110, section 15.5.22: what an address that speaks WebSocket only answers to who may come in. */
const UPGRADE_REQUIRED = 426;

/**
 * One connection after the other: another when the caller is done with the one before, and until `signal` aborts.
 *
 * @param pathOf where to connect to now, with its query
 * @throws Problem when the gateway says that it will not open, ReferenceError where there is no WebSocket
 */
export async function* connections(
  gateway: Gateway,
  pathOf: () => string | Promise<string>,
  { signal, onCut, backOff = backOffMs }: FollowOptions,
): AsyncGenerator<Connection, undefined> {
  let failures = 0;
  while (!signal?.aborted) {
    let path: string | undefined;
    let cause: Error;
    try {
      path = await pathOf();
      const connection = await Connection.open(await gateway.openWebSocket(path));
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
      cause = new Error('the WebSocket was closed');
    } catch (error) {
      cause = await whyNot(gateway, path, error);
    }
    if (signal?.aborted) return undefined;
    const againInMs = Math.max(
      backOff(++failures),
      Math.min(LONGEST_RETRY_AFTER_MS, (cause instanceof Problem && cause.retryAfterMs) || 0),
    );
    onCut?.(cause, againInMs);
    await sleep(againInMs, signal);
  }
  return undefined;
}

/**
 * A WebSocket does not tell why it was not opened, but the same address asked without one does.
 *
 * @returns what may be over the next time
 * @throws Problem when it would be the same again
 */
async function whyNot(gateway: Gateway, path: string | undefined, thrown: unknown): Promise<Error> {
  if (thrown instanceof ReferenceError) throw thrown; // there is no WebSocket, and will be none
  const isKnown = thrown instanceof Problem || path === undefined;
  const cause = isKnown ? toError(thrown) : await askWhy(gateway, path).catch((error: unknown) => toError(error));
  if (cause instanceof Problem && !cause.isTemporary && cause.status !== UPGRADE_REQUIRED) throw cause;
  return cause;
}

async function askWhy(gateway: Gateway, path: string): Promise<Error> {
  return problemOf(await gateway.fetch(new Request(gateway.url + path, { signal: AbortSignal.timeout(LONGEST_MS) })));
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Doubles with each failure, and is never the same for all who were cut off together. */
function backOffMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.5 + Math.random() / 2);
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    if (signal?.aborted) done();
  });
}
