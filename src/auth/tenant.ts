import { GatewayError } from '../errors.js';
import { HOST } from './access.js';

/** What the programs of one tenant may use together; without a bound where one is absent. */
export interface Quotas {
  /** GET and HEAD; twice as many may come at once. */
  readonly readsPerSecond?: number;
  /** All other requests; twice as many may come at once. */
  readonly writesPerSecond?: number;
  /** Instances of MEC applications that its clients have made. */
  readonly applications?: number;
  /** MEC subscriptions of these. */
  readonly subscriptions?: number;
  /** WebSockets that follow the events, at the same time. */
  readonly eventReaders?: number;
  /** Streams of cameras, at the same time. */
  readonly streams?: number;
  /** Readings that its applications add, from midnight to midnight in UTC. */
  readonly pointsPerDay?: number;
}

export const QUOTAS = [
  'readsPerSecond',
  'writesPerSecond',
  'applications',
  'subscriptions',
  'eventReaders',
  'streams',
  'pointsPerDay',
] as const satisfies readonly (keyof Quotas)[];

/** What the host's administrators say of a tenant. */
export interface TenantDetails {
  readonly description?: string;
  /** The devices that its clients may see. */
  readonly devices: 'all' | readonly string[];
  readonly quotas: Quotas;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const DEVICE = /^[A-Za-z0-9._:-]{1,128}$/;
const DESCRIPTION = /^[^\p{Cc}]{0,256}$/u;
const MOST_DEVICES = 64;

/**
 * Takes what is known of the details, and nothing else.
 *
 * @throws GatewayError `invalid` that says what was expected
 */
export function requireTenant(tenant: string, { description, devices, quotas }: TenantDetails): TenantDetails {
  require(NAME.test(tenant), 'tenant: expected a letter or a digit, and up to 127 letters, digits, ".", "_", ":" and "-"');
  require(description === undefined || DESCRIPTION.test(description), 'description: expected up to 256 characters in one line');
  require(tenant !== HOST || devices === 'all', 'devices: the host sees all, expected "all"');
  if (devices !== 'all') {
    require(devices.length <= MOST_DEVICES, `devices: found ${devices.length}, expected at most ${MOST_DEVICES}`);
    require(devices.every((one) => DEVICE.test(one)), 'devices: one of them has characters that it may not have, or too many');
  }
  return {
    ...(description === undefined ? {} : { description }),
    devices: devices === 'all' ? devices : Object.freeze([...new Set(devices)]),
    quotas: requireQuotas(quotas),
  };
}

function requireQuotas(given: Quotas): Quotas {
  const known = QUOTAS.flatMap((name) => {
    const { [name]: most } = given;
    if (most === undefined) return [];
    const isRate = name.endsWith('PerSecond');
    const expected = isRate ? 'expected at least 0.1' : 'expected a whole number from 0';
    require(isRate
      ? Number.isFinite(most) && most >= 0.1
      : Number.isSafeInteger(most) && most >= 0, `quotas.${name}: ${expected}`);
    return [[name, most] as const];
  });
  return Object.freeze(Object.fromEntries(known));
}

function require(holds: boolean, message: string): void {
  if (!holds) throw new GatewayError('invalid', message);
}
