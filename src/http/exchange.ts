import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import type { Admitted } from './answer.js';
import { certificateOf } from './certificate-of.js';
import { clientAddress, isSecure, prefixOf } from './client-address.js';
import type { AnyCall, Credentials } from './operations.js';
import type { Unanswered } from './unanswered.js';

/** A call as its handler sees it: what was admitted, and what only the exchange itself can tell. It is frozen. */
export class Exchange implements AnyCall {
  readonly path: AnyCall['path'];
  readonly query: AnyCall['query'];
  readonly header: AnyCall['header'];
  readonly body: AnyCall['body'];
  readonly grant: AnyCall['grant'];
  readonly remoteAddress: string;
  readonly #req: IncomingMessage;
  readonly #res: ServerResponse;
  readonly #unanswered: Unanswered;
  #controller: AbortController | undefined;

  constructor(
    admitted: Admitted,
    readonly accepted: string | undefined,
    req: IncomingMessage,
    res: ServerResponse,
    unanswered: Unanswered,
  ) {
    // one by one: an object of always the same shape is made in a tenth of the time
    this.path = admitted.path;
    this.query = admitted.query;
    this.header = admitted.header;
    this.body = admitted.body;
    this.grant = admitted.grant;
    this.remoteAddress = clientAddress(req);
    this.#req = req;
    this.#res = res;
    this.#unanswered = unanswered;
    Object.freeze(this);
  }

  /** Those of this very request, also when its call was admitted with another. */
  get credentials(): Credentials {
    return credentialsOf(this.#req);
  }

  get isSecure(): boolean {
    return isSecure(this.#req);
  }

  get prefix(): string {
    return prefixOf(this.#req);
  }

  get accepts(): AnyCall['accepts'] {
    const req = this.#req;
    return (type) => req.headers.accept === undefined || new Negotiator(req).mediaType([type]) !== undefined;
  }

  /** Made when it is first asked for: it is dear, and few handlers ask. */
  get signal(): AbortSignal {
    return (this.#controller ??= this.#unanswered.begin(this.#res, this.grant)).signal;
  }

  /** Whoever is done need not hear that nobody waits. */
  end(): void {
    if (this.#controller) this.#unanswered.end(this.#controller);
  }
}

function credentialsOf(req: IncomingMessage): Credentials {
  const { authorization, cookie } = req.headers;
  const certificate = certificateOf(req);
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}
