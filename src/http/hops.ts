import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { GatewayError } from '../errors.js';

/** What the proxies on the way of a request say, the nearest to us at the right. */
export interface Hops {
  /** From where it came, as each has written it. */
  readonly addresses: readonly string[];
  /**
   * What was said by the proxy that wrote this address.
   *
   * @throws GatewayError `invalid`
   */
  said(at: number): { readonly host?: string; readonly isSecure: boolean };
}

const SECURE: ReadonlyMap<string, boolean> = new Map([
  ['http', false],
  ['ws', false],
  ['https', true],
  // Traefik has these for WebSockets
  ['wss', true],
]);

/** `X-Forwarded-For`, `-Proto` and `-Host`. */
export function usualHops({ headers }: Pick<IncomingMessage, 'headers'>): Hops {
  const said = (name: string) => listOf(headers[name]).at(-1);
  return {
    addresses: listOf(headers['x-forwarded-for']),
    said: () => whatWasSaid('X-Forwarded-Proto', said('x-forwarded-proto'), said('x-forwarded-host')),
  };
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const PAIR = new RegExp(`^(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)")$`);

/**
 * `Forwarded`.
 *
 * @throws GatewayError `invalid` when it cannot be understood
 * @see RFC 7239, clause 4
 */
export function standardHops({ headers }: Pick<IncomingMessage, 'headers'>): Hops {
  const text = headers.forwarded ?? '';
  const elements = text.trim() === '' ? [] : split(text, ',').map(pairsOf);
  return {
    addresses: elements.map((pairs) => pairs.get('for') ?? 'unknown'),
    said: (at) => whatWasSaid('Forwarded: proto', elements[at]?.get('proto'), elements[at]?.get('host')),
  };
}

/**
 * The address of `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` and `[2001:db8::1]:4711`.
 *
 * @returns undefined for a proxy's word that it does not say (RFC 7239, clause 6: `unknown` and what begins with "_")
 * @throws GatewayError `invalid`
 */
export function addressOf(node: string): string | undefined {
  const [, bracketed, dotted] = /^(?:\[([\da-f:.]+)\]|([\d.]+))(?::\d{1,5})?$/i.exec(node) ?? [];
  const address = bracketed ?? dotted ?? node;
  if (isIP(address) && !address.includes('%')) return address;
  if (/^(unknown|_[\w.-]+)(:\w+)?$/i.test(node)) return undefined;
  throw new GatewayError('invalid', 'the proxy says from where it forwards in a way that is not understood: expected an address');
}

function whatWasSaid(name: string, proto: string | undefined, host: string | undefined) {
  const isSecure = SECURE.get((proto ?? 'http').toLowerCase());
  if (isSecure === undefined) throw new GatewayError('invalid', `${name}: expected http or https`);
  return { isSecure, ...(host === undefined ? {} : { host }) };
}

function listOf(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  return text.trim() === '' ? [] : text.split(',').map((one) => one.trim());
}

function pairsOf(element: string): Map<string, string> {
  const pairs = split(element, ';').map((pair): [string, string] => {
    const [, name, token, quoted] = PAIR.exec(pair) ?? [];
    if (name === undefined) throw new GatewayError('invalid', 'Forwarded: expected pairs such as for=192.0.2.1;proto=https');
    return [name.toLowerCase(), token ?? (quoted ?? '').replace(/\\(.)/g, '$1')];
  });
  const named = new Map(pairs);
  if (named.size < pairs.length) throw new GatewayError('invalid', 'Forwarded: a name stands twice in one element');
  return named;
}

/** Not within quotation marks. */
function split(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) at++;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}
