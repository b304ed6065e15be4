import { open } from 'node:fs/promises';
import { GatewayError } from '../errors.js';

const MAX_BYTES = 64 * 1024;
/** @see RFC 6750, clause 2.1: b64token */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

/**
 * @returns its text; of what is longer than 64 KiB the beginning
 * @throws GatewayError `unavailable`
 */
export async function readSmall(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch (cause) {
    throw new GatewayError('unavailable', `${path} cannot be read`, { cause });
  }
}

/**
 * A bearer token that lies in a file and that somebody renews, as a cluster does: read it each time.
 *
 * @throws GatewayError `unavailable` when there is none
 */
export async function readToken(path: string): Promise<string> {
  const token = (await readSmall(path)).trim();
  if (!TOKEN.test(token)) throw new GatewayError('unavailable', `${path} holds no token`);
  return token;
}
