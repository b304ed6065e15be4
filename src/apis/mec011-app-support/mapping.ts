import { isIP } from 'node:net';
import type { components } from '../../../generated/mec011-app-support.js';
import { GatewayError } from '../../errors.js';
import { mapOnce } from '../../http/memo.js';
import type { Immutable } from '../../immutable.js';
import type { AppInfo, RegisteredApplication } from '../../registry/application.js';
import type { DnsRule, TrafficRule } from '../../registry/rules.js';

type Schemas = Immutable<components['schemas']>;

export const ROOT = '/mec_app_support/v1';

export function registrationHref(appInstanceId: string): string {
  return `${ROOT}/registrations/${encodeURIComponent(appInstanceId)}`;
}

export const toAppInfo = mapOnce(({ registration, appInstanceId, origin }: RegisteredApplication): Schemas['AppInfo'] => ({
  ...registration,
  appInstanceId,
  isInsByMec: origin === 'MANAGEMENT',
}));

/**
 * Takes from the body what an application may say of itself, and nothing else.
 *
 * @throws GatewayError `invalid` when an attribute is missing that whoever started it makes necessary
 * @see ETSI GS MEC 011, clause 7.1.2.6
 */
export function fromAppInfo(body: Schemas['AppInfoRequest']): AppInfo {
  const { isInsByMec = false } = body;
  const required = isInsByMec ? (['appInstanceId', 'appDId'] as const) : (['endpoint'] as const);
  for (const name of required)
    if (body[name] === undefined) throw new GatewayError('invalid', `body must have ${name}, for isInsByMec is ${isInsByMec}`);
  return only(KNOWN, body as AppInfo);
}

const KNOWN = [
  'appName',
  'appProvider',
  'appCategory',
  'appDId',
  'endpoint',
  'appServiceRequired',
  'appServiceOptional',
  'appFeatureRequired',
  'appFeatureOptional',
  'appProfile',
] as const satisfies readonly (keyof AppInfo)[];

const DESTINATIONS: Record<TrafficRule['action'], number> = {
  DROP: 0,
  FORWARD_DECAPSULATED: 1,
  FORWARD_ENCAPSULATED: 1,
  PASSTHROUGH: 1,
  DUPLICATE_DECAPSULATED: 2,
  DUPLICATE_ENCAPSULATED: 2,
};

/**
 * Takes from a rule what it may say, and nothing else.
 *
 * @throws GatewayError `invalid` when an action has not as many destinations as it needs
 * @see ETSI GS MEC 011, clause 7.1.2.2, `dstInterface`
 */
export function checkTrafficRule(rule: TrafficRule): TrafficRule {
  const { action, dstInterface } = rule;
  const found = dstInterface === undefined ? 0 : Array.isArray(dstInterface) ? dstInterface.length : 1;
  const expected = DESTINATIONS[action];
  if (found !== expected)
    throw new GatewayError('invalid', `body dstInterface: found ${found}, expected ${expected} for the action ${action}`);
  return only(TRAFFIC_RULE, rule);
}

/**
 * Takes from a rule what it may say, and nothing else.
 *
 * @throws GatewayError `invalid` when the address is not of the type that is said
 * @see ETSI GS MEC 011, clause 7.1.2.3
 */
export function checkDnsRule(rule: DnsRule): DnsRule {
  const { ipAddress, ipAddressType } = rule;
  if (isIP(ipAddress) !== (ipAddressType === 'IP_V6' ? 6 : 4))
    throw new GatewayError('invalid', `body ipAddress is ${ipAddress}, expected an address of type ${ipAddressType}`);
  return only(DNS_RULE, rule);
}

const TRAFFIC_RULE: readonly (keyof TrafficRule)[] = [
  ...(['trafficRuleId', 'filterType', 'priority', 'trafficFilter', 'action', 'dstInterface', 'state'] as const),
];
const DNS_RULE: readonly (keyof DnsRule)[] = ['dnsRuleId', 'domainName', 'ipAddressType', 'ipAddress', 'ttl', 'state'];

/** What a client adds that no specification knows is not kept. */
function only<T extends object>(names: readonly (keyof T)[], object: T): T {
  return Object.fromEntries(names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]]))) as T;
}
