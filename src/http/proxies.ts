import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { GatewayError } from '../errors.js';
import { parseIpAddress } from '../ip-address.js';
import { Networks } from '../networks.js';
import { rememberForwarded } from './client-address.js';
import { addressOf, type Hops, standardHops, usualHops } from './hops.js';

/** Which headers proxies speak by. Only these are heard: a proxy hands on what the client says by the others. */
export type ForwardedHeader = 'x-forwarded' | 'forwarded';

export interface ProxyOptions {
  /** Networks of proxies that are trusted. */
  readonly networks: readonly string[];
  readonly header: ForwardedHeader;
  /** What proxies take off our paths when they do not say so; begins with a slash, or is empty. */
  readonly prefix: string;
  /** Whether nobody but these, and this machine, may ask. */
  readonly only: boolean;
}

export const noProxies: ProxyOptions = { networks: [], header: 'x-forwarded', prefix: '', only: false };

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const PREFIX = /^(?:\/[A-Za-z0-9._~-]+){1,16}\/?$/;
const MOST_PREFIX_CHARACTERS = 256;

/**
 * Hears what trusted proxies say of their clients, and nobody else.
 *
 * The client is the right-most address of the chain that is no proxy's: each proxy adds the one that it sees at the right, and what
 * stands further left is only what the client says of itself.
 */
export class Proxies {
  private readonly trusted: Networks;
  private readonly mayAsk: Networks;
  private readonly judged = new WeakMap<Socket, { readonly isTrusted: boolean; readonly mayAsk: boolean }>();

  constructor(private readonly options: ProxyOptions = noProxies) {
    this.trusted = new Networks(options.networks);
    this.mayAsk = new Networks([...options.networks, ...LOOPBACK]);
  }

  /**
   * From now on `clientAddress` and its neighbours know who asks.
   *
   * @throws GatewayError `invalid` when a proxy says something that cannot be understood; `forbidden` for whoever goes around it
   */
  hear(req: IncomingMessage): void {
    const { networks, header, prefix, only } = this.options;
    if (networks.length === 0) return;
    const { isTrusted, mayAsk } = this.judge(req.socket);
    if (only && !mayAsk)
      throw new GatewayError('forbidden', 'this gateway is to be called through its proxy (http.trustedProxies)');
    if (!isTrusted) return;
    const hops = header === 'forwarded' ? standardHops(req) : usualHops(req);
    const { address, at } = this.clientOf(req.socket.remoteAddress ?? '', hops.addresses);
    const { host, isSecure } = hops.said(at);
    rememberForwarded(req, {
      address,
      isSecure,
      prefix: prefixIn(req.headers['x-forwarded-prefix']) ?? prefix,
      ...(host === undefined ? {} : { host }),
    });
  }

  private judge(socket: Socket) {
    let judged = this.judged.get(socket);
    if (!judged) {
      const address = parseIpAddress((socket.remoteAddress ?? '').replace(/%.*/s, ''));
      judged = {
        isTrusted: address !== undefined && this.trusted.allows(address),
        mayAsk: address !== undefined && this.mayAsk.allows(address),
      };
      this.judged.set(socket, judged);
    }
    return judged;
  }

  /** @returns where in the chain it was found too; -1 for the proxy itself, which asks for nobody */
  private clientOf(proxy: string, chain: Hops['addresses']): { readonly address: string; readonly at: number } {
    let client = { address: proxy, at: -1 };
    for (let at = chain.length - 1; at >= 0; at--) {
      const address = addressOf(chain[at] ?? '');
      // a proxy that does not say for whom it asks stands for its clients
      if (address === undefined) return client;
      client = { address, at };
      const parsed = parseIpAddress(address);
      if (!parsed || !this.trusted.allows(parsed)) return client;
    }
    return client;
  }
}

function prefixIn(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === '' || header === '/') return undefined;
  if (typeof header !== 'string' || header.length > MOST_PREFIX_CHARACTERS || !PREFIX.test(header))
    throw new GatewayError('invalid', 'X-Forwarded-Prefix: expected one path such as /umec');
  return header.replace(/\/$/, '');
}
