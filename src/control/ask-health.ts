import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { listenAddress } from '../config/listen-address.js';
import type { Config } from '../config/schema.js';
import { GatewayError, messageOf } from '../errors.js';
import { readText } from '../http/tls/certificate-files.js';
import { serverPath } from '../http/tls/own-certificate.js';

/** Whoever asks for health asks again soon, and gives up after ten seconds. */
const PATIENCE_MS = 5_000;
const MOST_CHARACTERS = 4_096;
/** Where to call a gateway that listens on every address. */
const EVERY: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Asks the gateway that has this configuration how it is, where it listens and as it speaks. By TLS it takes the gateway's own
 * certificate, whatever the date and under whatever name, and no other.
 *
 * @param path `/healthz`, whether it lives; `/readyz`, whether it serves
 * @throws GatewayError `unavailable` when it says no, or does not say yes within 5 s; `invalid` when nobody can know where it listens
 */
export async function askHealth({ http, data }: Pick<Config, 'http' | 'data'>, path: '/healthz' | '/readyz'): Promise<void> {
  const { host, port } = listenAddress(http.listen);
  if (port === 0) throw new GatewayError('invalid', `http.listen is ${http.listen}, expected a port by which it can be asked`);
  const at = { host: EVERY[host] ?? host, port, signal: AbortSignal.timeout(PATIENCE_MS) };
  try {
    const connected = await connect(at, http.tls, data.dir);
    const { status, text } = await get(connected, path, at);
    if (status !== 200) throw new Error(`it answers ${status}: ${text.trim()}`);
  } catch (cause) {
    const why = at.signal.aborted ? `it does not answer within ${PATIENCE_MS / 1000} s` : messageOf(cause);
    throw new GatewayError('unavailable', `${path} at ${http.listen}: ${why}`, { cause });
  }
}

interface At {
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

async function connect({ host, port, signal }: At, tls: Config['http']['tls'], dataDir: string): Promise<Socket> {
  if (tls.mode === 'off') {
    const plain = connectTcp({ host, port, signal });
    await once(plain, 'connect', { signal });
    return plain;
  }
  const own = new X509Certificate(await readText(tls.mode === 'own' ? serverPath(dataDir) : (tls.certificate ?? '')));
  // it is not an authority that is asked but the certificate itself that is compared, below, before anything is said
  const secure = connectTls({ host, port, rejectUnauthorized: false });
  signal.addEventListener('abort', () => secure.destroy());
  await once(secure, 'secureConnect', { signal });
  if (secure.getPeerX509Certificate()?.raw.equals(own.raw)) return secure;
  secure.destroy();
  throw new Error('somebody else answers there: it is another certificate');
}

async function get(connected: Socket, path: string, { host, port, signal }: At): Promise<{ status: number; text: string }> {
  const req = request({ host, port, path, signal, createConnection: () => connected });
  req.end();
  const [response] = (await once(req, 'response', { signal })) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) if (text.length < MOST_CHARACTERS) text += String(chunk);
  connected.destroy();
  return { status: response.statusCode ?? 0, text };
}
