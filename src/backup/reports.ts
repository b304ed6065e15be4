import { isAbsolute, relative } from 'node:path';
import type { Backup } from './backup.js';
import type { Restored } from './restore.js';
import { mib } from './room.js';

/** What `umec backup` says when it is done. */
export function backupReport({ manifest: { counts, gatewayId }, bytes, file }: Backup): string {
  const { documents, readings, auditEntries } = counts;
  return [
    `gateway ${gatewayId}: ${documents} documents of its state, ${readings} readings, ${auditEntries} audit entries`,
    `${file === undefined ? 'written' : shown(file)}, ${mib(bytes)} MiB. It holds the keys and secrets of the gateway: keep it where nobody`,
    'else can read it. The configuration (umec.yaml) is not in it.',
    '',
  ].join('\n');
}

/** What `umec restore` says when it is done. @param missing what this machine has not */
export function restoreReport(
  { manifest, gatewayId, released, aside }: Restored,
  missing: readonly string[],
  dir: string,
): string {
  const isSame = gatewayId === manifest.gatewayId;
  const { documents, readings } = manifest.counts;
  return [
    `${dir}: restored as of ${manifest.madeAt}: ${readings} readings, ${documents} documents of state`,
    isSame
      ? `It is gateway ${gatewayId}, as the one that was backed up. Never let both run: they would be one to everybody, and each would\n` +
        'undo what the other does. For a gateway beside it, restore with --new-identity.'
      : `It is a new gateway, ${gatewayId}, with the clients and the names of devices of ${manifest.gatewayId}, and its history. Its MEC\n` +
        'applications are not in it, and readings go to InfluxDB and the like from now on only, unless --send-again was said.',
    'Tokens and sessions of before have ended: programs get new ones by themselves, people sign in again.',
    ...released.map(
      (line) => `line ${line} was an output because a client had asked: it is as the configuration says until one asks again`,
    ),
    ...(missing.length > 0 ? ['What this machine does not have:', ...missing.map((one) => `  ${one}`)] : []),
    ...(aside === undefined ? [] : [`What was there before is in ${aside}`]),
    '',
  ].join('\n');
}

function shown(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') || isAbsolute(near) ? path : near;
}
