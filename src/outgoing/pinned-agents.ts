import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { GatewayError, messageOf } from '../errors.js';
import type { Reach } from './reach.js';

type OnSocket = (error: Error | null, socket: Duplex) => void;

/** Where a connection is to go, as an agent is told. */
interface Asked {
  readonly host?: string | null;
  readonly port?: number | string | null;
}

/**
 * Agents for clients that are not ours (a library, a WebSocket): their connections go only to addresses that were judged, and
 * stay open for the next request.
 */
export function pinnedAgents(reach: Reach): { readonly http: http.Agent; readonly https: https.Agent } {
  return { http: new PinnedHttp(reach), https: new PinnedHttps(reach) };
}

class PinnedHttp extends http.Agent {
  constructor(private readonly reach: Reach) {
    super({ keepAlive: true });
  }

  override createConnection(asked: http.ClientRequestArgs, onSocket?: OnSocket): Duplex | null | undefined {
    if (isRefused(this.reach, asked, onSocket)) return undefined;
    return super.createConnection({ ...asked, lookup: pinnedLookup(this.reach, asked) }, onSocket);
  }
}

class PinnedHttps extends https.Agent {
  constructor(private readonly reach: Reach) {
    super({ keepAlive: true, minVersion: 'TLSv1.2', rejectUnauthorized: true });
  }

  override createConnection(asked: https.RequestOptions, onSocket?: OnSocket): Duplex | null | undefined {
    if (isRefused(this.reach, asked, onSocket)) return undefined;
    return super.createConnection({ ...asked, lookup: pinnedLookup(this.reach, asked) }, onSocket);
  }
}

/** An address is connected to without a look-up. Whoever asks hears of it as of every failed connection. */
function isRefused(reach: Reach, { host, port }: Asked, onSocket?: OnSocket): boolean {
  if (isIP(host ?? '') === 0 || reach.allows(host ?? '', Number(port))) return false;
  const error = new GatewayError('forbidden', `${host ?? ''} is where calls may not go`);
  if (!onSocket) throw error;
  process.nextTick(onSocket, error);
  return true;
}

/** Looks up names, and gives those of their addresses that may be called. */
export function pinnedLookup(reach: Reach, { port }: Asked): LookupFunction {
  return (host, options, done) => {
    reach.addresses({ host, isAddress: false, port: Number(port) }).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (options.all) done(null, found);
        else done(null, found[0]?.address ?? '', found[0]?.family);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(messageOf(error)), []),
    );
  };
}
