import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { parseConfig } from '../../../src/config/config.js';
import type { Machine } from '../../../src/http/tls/names.js';
import { type OpenTls, openTls } from '../../../src/http/tls/open-tls.js';
import { ManualClock } from '../../manual-clock.js';

/** What was logged. */
export class Words {
  readonly warned: string[] = [];
  readonly told: string[] = [];
  readonly log = {
    warn: (...words: unknown[]) => void this.warned.push(words.map(String).join(' ')),
    info: (...words: unknown[]) => void this.told.push(words.map(String).join(' ')),
  };
}

interface Setting {
  readonly machine?: Machine;
  readonly words?: Words;
  /** ms since the epoch */
  readonly now?: number;
}

/** A machine whose name and addresses nobody changes but the test. */
export const board: Machine = { hostname: () => 'board', addresses: () => ['192.0.2.7'] };

/** @param settings of `http.tls` */
export async function tlsOf(dataDir: string, settings: object, { machine = board, words, now }: Setting = {}): Promise<OpenTls> {
  const config = parseConfig({ http: { tls: settings }, data: { dir: dataDir } }, {});
  const { log } = words ?? new Words();
  const tls = await openTls(config, { clock: new ManualClock(now), log, machine });
  if (!tls) throw new Error('there is no TLS');
  return tls;
}

/** What the configuration of a gateway with a certificate of its own trusts it by. */
export function authorityOf(tls: OpenTls): string {
  return /-----BEGIN CERTIFICATE-----(?:(?!-----BEGIN)[^])*$/.exec(tls.context.value.cert)?.[0] ?? '';
}

export interface Asked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks by HTTPS, on a connection of its own. */
export async function ask(url: string, options: ConnectionOptions, headers: Record<string, string> = {}): Promise<Asked> {
  const asking = request(url, { ...options, agent: false, headers });
  asking.end();
  const [response] = (await once(asking, 'response')) as [import('node:http').IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

/** A connection whose handshake is done. */
export async function handshake(port: number, options: ConnectionOptions): Promise<TLSSocket> {
  const socket = connect({ port, host: '127.0.0.1', ...options });
  await once(socket, 'secureConnect');
  return socket;
}
