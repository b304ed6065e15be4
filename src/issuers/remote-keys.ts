import { z } from 'zod';
import type { KeySource } from '../auth/outside/issuer-keys.js';
import { GatewayError } from '../errors.js';
import { destinationOf } from '../outgoing/destination.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { readSmall, readToken } from '../outgoing/small-file.js';

/** For each of the two answers. */
const ANSWER_WITHIN_MS = 5_000;
const MAX_ANSWER_BYTES = 64 * 1024;

const keySet = z.object({ keys: z.array(z.unknown()) });
const discovery = z.object({ issuer: z.string(), jwks_uri: z.string().max(2048) });

export interface RemoteKeysParts {
  /** To whom the configuration names. */
  readonly outgoing: Outgoing;
  readonly issuer: string;
  /** Where its keys are; without it the issuer is asked. */
  readonly jwksUri?: string;
  /** Certificates to trust instead of those that Node brings: a file of PEM. */
  readonly caFile?: string;
  /** Shown to whoever has the keys: a file with a bearer token. */
  readonly tokenFile?: string;
}

/**
 * The keys of an issuer, asked over HTTP. Files are read each time, since a cluster renews them.
 *
 * An issuer that is asked where its keys are may send us to itself only: an address of another origin has to stand in the
 * configuration, like every other place that the gateway calls.
 *
 * @see OpenID Connect Discovery 1.0, clause 4; RFC 7517, clause 5
 */
export class RemoteKeys implements KeySource {
  constructor(private readonly parts: RemoteKeysParts) {}

  async fetch(): Promise<readonly unknown[]> {
    const { keys } = await this.get(this.parts.jwksUri ?? (await this.discover()), keySet, 'a set of keys');
    return keys;
  }

  private async discover(): Promise<string> {
    const { issuer } = this.parts;
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const found = await this.get(url, discovery, 'the configuration of an OpenID provider');
    if (found.issuer !== issuer) throw unavailable(`${url} is that of another issuer`);
    if (!URL.canParse(found.jwks_uri) || new URL(found.jwks_uri).origin !== new URL(issuer).origin)
      throw unavailable(`${url} says that the keys are elsewhere; set jwksUri if you trust that place`);
    return found.jwks_uri;
  }

  private async get<T>(url: string, shape: z.ZodType<T>, what: string): Promise<T> {
    const { outgoing, caFile, tokenFile } = this.parts;
    const ca = caFile === undefined ? undefined : await readSmall(caFile);
    const token = tokenFile === undefined ? undefined : await readToken(tokenFile);
    const headers = { Accept: 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
    const patience = { withinMs: ANSWER_WITHIN_MS, maxBytes: MAX_ANSWER_BYTES, ...(ca === undefined ? {} : { ca }) };
    const { status, body } = await outgoing.ask(destinationOf(new URL(url)), { method: 'GET', headers }, patience);
    if (status !== 200) throw unavailable(`${url} answers ${status}`);
    try {
      return shape.parse(JSON.parse(body.toString('utf8')));
    } catch {
      throw unavailable(`${url} is not ${what}`);
    }
  }
}

function unavailable(message: string): GatewayError {
  return new GatewayError('unavailable', message);
}
