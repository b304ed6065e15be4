import { GatewayError } from '../errors.js';
import { requireSize } from '../registry/require-size.js';
import { type ClientKey, requireClientKeys } from './client-keys.js';

/** What people are to do here. */
export const ROLES = ['admin', 'operator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What an administrator says of a client. */
export interface ClientDetails {
  readonly name: string;
  /** What a person may do, also with what comes later; a program has `scopes` instead. */
  readonly role?: Role;
  /** What a program may ask for. */
  readonly scopes?: readonly string[];
  /** The instances of MEC applications that it owns. */
  readonly appInstanceIds: readonly string[];
  /** The devices that it may see, of those that its tenant sees; absent means all of these. */
  readonly devices?: readonly string[];
  /** To whom it belongs. */
  readonly tenant: string;
  /** With these it may sign in without a secret (private_key_jwt). */
  readonly keys?: readonly ClientKey[];
  /** Its tokens are only good with the certificate that it shows when it asks for them (RFC 8705, clause 3). */
  readonly certificateBound?: boolean;
}

/** A program that may have tokens. Never changed: an update is a new value. Its secrets are nobody's to see. */
export interface Client extends ClientDetails {
  /** Grows from client to client, so that their order survives a restart. */
  readonly number: number;
  readonly clientId: string;
  readonly disabled: boolean;
  /** Stands in its tokens. Another one ends all that were issued before, whatever the clock says. */
  readonly generation: string;
  /** ms since the epoch */
  readonly createdAt: number;
}

export const MOST_SCOPES = 64;
/** As RFC 6749, clause 3.3, has it, within bounds. */
export const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,64}$/;
export const CLIENT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const NAME = /^\S(?:[^\p{Cc}]{0,126}\S)?$/u;
const IDENTIFIER = /^[A-Za-z0-9._:-]{1,128}$/;
const MOST_IDENTIFIERS = 64;

/**
 * Takes what is known of the details, and nothing else.
 *
 * @throws GatewayError `invalid` that says what was expected; `tooLarge`
 */
export async function requireDetails(given: ClientDetails): Promise<ClientDetails> {
  const { name, scopes, appInstanceIds, devices, tenant, role, keys, certificateBound } = given;
  require(fits(name, NAME), 'name: expected up to 128 characters');
  require(fits(tenant, IDENTIFIER), 'tenant: expected up to 128 letters, digits, ".", "_", ":" and "-"');
  require(role === undefined || ROLES.includes(role), `role: expected one of ${ROLES.join(', ')}`);
  require(certificateBound === undefined || typeof certificateBound === 'boolean', 'certificateBound: expected true or false');
  require((role === undefined) !== (scopes === undefined), 'expected one of role and scopes');
  if (scopes) requireList('scopes', scopes, SCOPE, MOST_SCOPES);
  requireList('appInstanceIds', appInstanceIds, IDENTIFIER, MOST_IDENTIFIERS);
  if (devices) requireList('devices', devices, IDENTIFIER, MOST_IDENTIFIERS);
  const details = {
    name,
    ...(role === undefined ? {} : { role }),
    ...(scopes === undefined ? {} : { scopes: frozen(scopes) }),
    appInstanceIds: frozen(appInstanceIds),
    tenant,
    ...(devices === undefined ? {} : { devices: frozen(devices) }),
    ...(keys === undefined ? {} : { keys: await requireClientKeys(keys) }),
    ...(certificateBound === undefined ? {} : { certificateBound }),
  };
  requireSize('the client', details);
  return Object.freeze(details);
}

function requireList(name: string, list: readonly string[], pattern: RegExp, most: number): void {
  require(list.length <= most, `${name}: found ${list.length}, expected at most ${most}`);
  require(list.every((one) => fits(one, pattern)), `${name}: one of them has characters that it may not have, or too many`);
}

function require(holds: boolean, message: string): void {
  if (!holds) throw new GatewayError('invalid', message);
}

/** A pattern alone takes a missing name for the word "undefined". */
function fits(text: unknown, pattern: RegExp): boolean {
  return typeof text === 'string' && pattern.test(text);
}

function frozen(list: readonly string[]): readonly string[] {
  return Object.freeze([...new Set(list)]);
}
