import type { Observed } from '../../events/observed.js';

/** What a server shows to whoever connects, and what it takes from them. All of it is PEM. */
export interface TlsContext {
  /** The server's certificate, and after it those that lead to its authority. */
  readonly cert: string;
  readonly key: string;
  /** Whose certificates clients may show; without it nobody is asked for one. */
  readonly ca?: string;
}

export interface Tls {
  /** Changes when certificates do, for the connections that come then. */
  readonly context: Observed<TlsContext>;
  /** For how long a browser is to come by TLS only, s (RFC 6797); 0 makes it forget. */
  readonly hstsMaxAgeS: number;
}
