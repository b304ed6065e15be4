import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { GatewayError } from '../errors.js';
import { BearerRefusal } from './bearer-refusal.js';
import type { Clients } from './clients.js';
import type { ForwardTime } from './forward-time.js';
import type { Grant } from './grants.js';
import { requireScopes } from './require-scopes.js';
import { rightsOfClient } from './rights.js';
import type { Tenants } from './tenants.js';
import type { Maker, Tokens } from './tokens.js';
import type { Shown, WayIn } from './way-in.js';

const SCOPE = 'camera:read';
/** When it ends (s since the epoch), the token, the session, if any, and the client that made it, and what proves that. */
const SIGNATURE =
  /^(\d{1,12})\.([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{43})?\.([A-Za-z0-9][A-Za-z0-9._-]{0,63})\.([A-Za-z0-9_-]{43})$/;
const nothing: ReadonlySet<string> = new Set();

export interface CameraLinksParts {
  readonly tokens: Pick<Tokens, 'makerOf' | 'isUnchanged'>;
  readonly clients: Pick<Clients, 'find'>;
  readonly tenants: Pick<Tenants, 'find'>;
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  readonly time: Pick<ForwardTime, 'now'>;
  /** 32 bytes that nobody knows; new ones at each start unless given. */
  readonly key?: Uint8Array;
}

export interface Signature {
  readonly signature: string;
  /** s */
  readonly expiresIn: number;
}

/**
 * Signs addresses of one camera, for players and whatever else can show nothing but an address. Whoever has it sees that camera's
 * pictures: until it ends, at most as long as the token that made it, and no longer than that and its client are good.
 *
 * The key is made anew at each start and never written: what it has signed lives for an hour at the most, which is no reason to keep
 * one more secret. The client is looked up when an address is used, so nothing is kept per address either.
 */
export class CameraLinks implements WayIn {
  private readonly key: Uint8Array;
  private readonly makers = new WeakMap<Grant, Maker>();

  constructor(private readonly parts: CameraLinksParts) {
    this.key = parts.key ?? randomBytes(32);
  }

  /**
   * @param expiresIn s, or less when the token that asks ends before
   * @throws GatewayError `notFound` when this camera is not to be seen; `forbidden` when it asks with no token of this gateway, or with
   *   one that takes a certificate, which a player has not
   */
  sign(grant: Grant, cameraId: string, expiresIn: number): Signature {
    if (!sees(grant, cameraId)) throw new GatewayError('notFound', `there is no camera ${cameraId}`);
    const maker = this.parts.tokens.makerOf(grant);
    if (!maker || grant.certificate !== undefined)
      throw new GatewayError('forbidden', 'addresses are signed for tokens of this gateway that are good without a certificate');
    const now = this.parts.time.now();
    const ends = Math.floor(Math.min(now + expiresIn * 1000, grant.expires) / 1000);
    const mac = this.macOf(cameraId, ends, maker);
    const { jti, sid = '', client } = maker;
    const signature = [ends, jti, sid, client.clientId, mac].join('.');
    return Object.freeze({ signature, expiresIn: Math.max(1, Math.ceil(ends - now / 1000)) });
  }

  /** @throws BearerRefusal `invalid_token`, `insufficient_scope` */
  admit({ secret, parameters: { cameraId = '' }, scopes: needed }: Shown): Grant {
    const [, ends = '', jti = '', sid, clientId = '', mac = ''] = SIGNATURE.exec(secret) ?? [];
    const client = this.parts.clients.find(clientId);
    const tenant = client && this.parts.tenants.find(client.tenant);
    const expires = Number(ends) * 1000;
    if (!tenant) throw refused();
    const maker = { client, devices: tenant.devices, jti, ...(sid === undefined ? {} : { sid }) };
    if (!isSame(mac, this.macOf(cameraId, Number(ends), maker)) || this.parts.time.now() >= expires) throw refused();
    const rights = rightsOfClient(client, tenant, this.parts.scopes);
    if (client.disabled || !this.parts.tokens.isUnchanged(maker) || !sees(rights, cameraId)) throw refused();
    const devices: ReadonlySet<string> = new Set([deviceOf(cameraId)]);
    const scopes = new Set([SCOPE].filter((scope) => rights.scopes === 'all' || rights.scopes.has(scope)));
    const grant = Object.freeze({ ...rights, client: clientId, scopes, expires, devices, appInstanceIds: nothing });
    requireScopes(grant, needed);
    this.makers.set(grant, maker);
    return grant;
  }

  /** Whether a grant that `admit` gave is still what it would give. */
  holds(grant: Grant): boolean {
    return this.lasts(grant) && this.parts.time.now() < grant.expires;
  }

  /** Whether a stream that began with a signed address may go on: until its maker's token, session or client is ended. */
  lasts(grant: Grant): boolean {
    const maker = this.makers.get(grant);
    return maker !== undefined && this.parts.tokens.isUnchanged(maker);
  }

  /** @param ends s since the epoch */
  private macOf(cameraId: string, ends: number, { client, jti, sid = '' }: Maker): string {
    const signed = JSON.stringify([cameraId, ends, jti, sid, client.clientId, client.generation]);
    return createHmac('sha256', this.key).update(signed).digest('base64url');
  }
}

function sees({ devices }: Pick<Grant, 'devices'>, cameraId: string): boolean {
  return devices === 'all' || devices.has(deviceOf(cameraId));
}

/** As the inventory of devices calls a camera. */
function deviceOf(cameraId: string): string {
  return `camera-${cameraId}`;
}

function isSame(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

function refused(): BearerRefusal {
  return new BearerRefusal('invalid_token', 'the address is not for this camera, or is good no more: ask for another');
}
