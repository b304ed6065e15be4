import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayError } from '../errors.js';
import { rawProblem, toProblemDetails } from './problem.js';

/** What node:http calls an error of the client. */
export type ClientError = Error & { readonly code?: string; readonly reason?: string };

/**
 * Refuses what node:http cannot read as a request, or not in time, once and in the words of every other refusal; then the
 * connection ends, since nobody can say where a next request would begin.
 *
 * @see RFC 9112, clauses 2.2 and 6.3
 */
export class Unreadable {
  private readonly last = new WeakMap<Duplex, ServerResponse>();

  /**
   * @param counters of what is refused here
   * @param headers of every answer
   */
  constructor(
    private readonly counters: { tooSlow: number; malformed: number },
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The answer to the latest request of a connection. */
  answering(res: ServerResponse): void {
    this.last.set(res.req.socket, res);
  }

  /** What node:http's `clientError` event is given to. */
  refuse(error: ClientError, socket: Duplex): void {
    const refusal = refusalOf(error);
    if (!refusal || !socket.writable) return void socket.destroy();
    this.counters[refusal.code === 'requestTimeout' ? 'tooSlow' : 'malformed']++;
    const bytes = rawProblem(toProblemDetails(refusal), this.headers);
    const res = this.last.get(socket);
    // what was asked before is answered before
    if (res?.req.complete && !res.writableFinished) res.once('finish', () => socket.end(bytes, () => socket.destroy()));
    else if (res?.headersSent && !res.writableFinished) socket.destroy();
    else socket.end(bytes, () => socket.destroy());
  }
}

/** @returns undefined when the connection itself has failed, and nobody is there to be told */
function refusalOf({ code = '', reason, message }: ClientError): GatewayError | undefined {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new GatewayError('requestTimeout', 'the request did not come in time');
  if (code === 'HPE_HEADER_OVERFLOW')
    return new GatewayError('headersTooLarge', 'the request line and the headers are too large: expected at most 16 KiB');
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return new GatewayError('tooLarge', 'the chunks of the body have extensions of more than 16 KiB');
  if (!code.startsWith('HPE_')) return undefined;
  return new GatewayError('invalid', `this is no request of HTTP/1.1: ${reason ?? message}`);
}
