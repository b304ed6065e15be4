import type { z } from 'zod';
import { withoutSecrets } from '../without-secrets.js';
import { lineCalled } from './chip-schema.js';
import { isNeverCalledHost } from '../outgoing/never-called.js';
import { isLoopback } from './is-loopback.js';
import { listenAddress } from './listen-address.js';
import { isSecretOfRadio } from './hidden.js';
import { listenFaults } from './listen-faults.js';
import { brokerFaults, remoteFaults } from './remote-faults.js';
import type { Config } from './schema.js';
import { settings } from './settings.js';
import { suggestion } from './suggestion.js';

/** How many unknown keys are compared with all that there are: who has more of them has not slipped with a finger. */
const MOST_COMPARED = 20;

/** Says what is wrong, a line for each thing, in the order in which it was found. */
export function describe(issues: readonly z.core.$ZodIssue[], document: unknown): string[] {
  let compared = 0;
  const hint = (path: readonly string[]) => (compared++ < MOST_COMPARED ? insteadOf(path) : '');
  return issues.flatMap((issue) => describeOne(issue, document, hint));
}

function describeOne(issue: z.core.$ZodIssue, document: unknown, hint: (path: readonly string[]) => string): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${[...path, key].join('.')}: there is no such setting${hint([...path, key])}`);
  if (issue.code === 'invalid_key') return [`${path.join('.')}: ${issue.issues.map(({ message }) => message).join('; ')}`];
  const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  const shown = found === undefined ? 'nothing' : holdsSecret(path) ? 'something else' : withoutSecrets(JSON.stringify(found));
  const expected = issue.message.replace(/^.*?[:.] [Ee]xpected /, 'expected ').replace(/, received .*$/, '');
  return [`${path.join('.') || 'the configuration'}: found ${shown}, ${expected}`];
}

function insteadOf(path: readonly string[]): string {
  if (path.length === 1 && path[0] === 'influx') return `, expected destinations: {cloud: {url, token, org, bucket}}`;
  const name = path.at(-1) ?? '';
  const inner = path.length === 1 ? [...settings()].find(([, key]) => key === name) : undefined;
  return inner ? `, did you mean ${inner[0]}.${name}?` : suggestion(name, keysAt(path.slice(0, -1)));
}

/** What nobody else is to see. */
const SECRETS: Readonly<Record<string, string>> = {
  ...{ street: 'clientSecret', sensors: 'keys', mqtt: 'password' },
};

/** Whether what stands there is a secret, or may have one inside, as the root of a file may that is a list. */
function holdsSecret([section, key, id, detail]: readonly string[]): boolean {
  if (section === undefined) return true;
  if (section === 'devices') return key === undefined || (key === 'radios' && (detail === undefined || isSecretOfRadio(detail)));
  if (section === 'destinations') return id === undefined || id === 'token';
  return section in SECRETS && (key === undefined || key === SECRETS[section]);
}

function keysAt(path: readonly string[]): string[] {
  const depth = path.length;
  return [...settings()]
    .filter((setting) => path.every((part, index) => setting[index] === part))
    .map((setting) => setting[depth] ?? '');
}

/** What each setting alone may be, but not together. */
export function impossible({ http, auth, devices, mec, street, destinations, mqtt }: Config): string[] {
  const { host, port } = listenAddress(http.listen);
  const faults = Object.entries(devices.radios)
    .filter(([radioId, { driver }]) => driver === 'bluez' && !/^hci\d+$/.test(radioId))
    .map(([radioId]) => `devices.radios.${radioId}: found driver bluez, expected its name to be the adapter's, such as hci0`);
  faults.push(...chipFaults(devices.chips), ...remoteFaults(devices.radios, auth.mode), ...brokerFaults('mqtt', mqtt));
  const { intervalS, minIntervalS, maxIntervalS } = mec.liveness;
  if (intervalS < minIntervalS || intervalS > maxIntervalS)
    faults.push(
      `mec.liveness.intervalS: found ${intervalS}, expected from ${minIntervalS} (minIntervalS) to ${maxIntervalS} (maxIntervalS)`,
    );
  if (port > 65_535) faults.push(`http.listen: found port ${port}, expected at most 65535`);
  const own = [`http://${http.listen}`, `https://${http.listen}`, http.publicUrl].flatMap((url) =>
    url !== undefined && URL.canParse(url) ? new URL(url).origin : [],
  );
  if (street && own.includes(new URL(street.registry).origin))
    faults.push(`street.registry: found ${street.registry}, expected another gateway than this one`);
  if (street && http.publicUrl === undefined && isLoopback(host) && !isLoopback(hostOf(street.registry)))
    faults.push(`http.publicUrl: found nothing, expected a URL under which this gateway can be called from ${street.registry}`);
  const issuers = auth.issuers.map(({ issuer }) => issuer);
  issuers.forEach((issuer, at) => {
    if (issuers.indexOf(issuer) < at) faults.push(`auth.issuers.${at}.issuer: found ${issuer} again, expected another one`);
  });
  if (street && (street.clientId === undefined) !== (street.clientSecret === undefined))
    faults.push('street: found one of clientId and clientSecret, expected both, or none where no tokens are asked for');
  if (street?.tokenFile !== undefined && street.clientId !== undefined)
    faults.push('street: found both clientId and tokenFile, expected one of the two');
  const secret = street?.tokenFile === undefined ? 'clientSecret' : 'tokenFile';
  if (street?.[secret] !== undefined && street.registry.startsWith('http:') && !isLoopback(hostOf(street.registry)))
    faults.push(`street.registry: found ${street.registry}, expected https: whoever is on the way could read ${secret}`);
  const sent = Object.entries(destinations).map(([name, { url }]) => [`destinations.${name}.url`, url]);
  const called = { ...(Object.fromEntries(sent) as object), 'mqtt.url': mqtt?.url, 'street.registry': street?.registry };
  for (const [key, url] of Object.entries(called))
    if (url !== undefined && isNeverCalledHost(hostOf(url)))
      faults.push(`${key}: found ${url}, expected no link-local address and none where clouds keep their machines' secrets`);
  return [...faults, ...listenFaults(http, auth.mode)];
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

/** A line has one name in all of the gateway, and one place on its chip. */
function chipFaults(chips: Config['devices']['chips']): string[] {
  const lines = Object.entries(chips).flatMap(([chipId, { lines }]) =>
    Object.entries(lines).map(([lineId, { line }]) => ({
      at: `devices.chips.${chipId}.lines.${lineId}`,
      chipId,
      lineId,
      line: line ?? lineCalled(lineId),
    })),
  );
  return lines.flatMap(({ at, chipId, lineId, line }, index) => {
    const before = lines.slice(0, index);
    const named = before.find((other) => other.lineId === lineId);
    if (named) return [`${at}: found ${lineId} twice, expected another name than ${named.at} has, and line to say which it is`];
    const wired = before.find((other) => other.chipId === chipId && String(other.line) === String(line));
    return wired ? [`${at}: found line ${line} of the chip, expected another than ${wired.at} is`] : [];
  });
}
