import { z } from 'zod';
import { GatewayError } from '../errors.js';
import { PLAN_FILE } from '../registry/plan.js';
import { AUDIT_SCHEMA } from '../store/audit-file.js';
import { STATE_SCHEMA } from '../store/state-file.js';

/** The layout of a backup; another one gets another number. In the first there was no plan. */
const FORMAT = 2;

/** What stands first in a backup, and says what the rest is. */
export const MANIFEST = 'manifest.json';
/** What stands last: the SHA-256 of everything before it, as `sha256sum --check` reads it. */
export const SUMS = 'SHA256SUMS';
/** The manifest and the sums, at the most; each is read whole. */
export const MOST_BYTES = 65_536;

/** The databases, and the newest schema of each (`PRAGMA user_version`) that this gateway knows. */
export const DATABASES = { 'state.db': STATE_SCHEMA, 'audit.db': AUDIT_SCHEMA, 'history.db': 0 } as const;
export type DatabaseName = keyof typeof DATABASES;

/** The authority and the certificate of `http.tls.mode: own`. */
const TLS_FILES = ['tls/ca.pem', 'tls/ca.key', 'tls/server.pem'] as const;

/** What is small, and written anew as a whole: each is read at once. */
export const SMALL_FILES = [...TLS_FILES, PLAN_FILE] as const;

const FILES = ['state.db', 'audit.db', ...SMALL_FILES, 'history.db'] as const;
const count = z.int().min(0);
const database = z.enum(['state.db', 'audit.db', 'history.db']);

const manifest = z.strictObject({
  kind: z.literal('umec-backup'),
  format: z.literal([1, FORMAT]),
  /** Of the gateway's program. */
  version: z.string().max(64),
  gatewayId: z.string().max(64),
  madeAt: z.iso.datetime(),
  schemas: z.partialRecord(database, count),
  counts: z.strictObject({ documents: count, auditEntries: count, readings: count }),
  /** In the order in which they follow. */
  files: z
    .array(z.strictObject({ name: z.enum(FILES), bytes: count }))
    .max(FILES.length)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length, 'a file is named twice')
    .refine((files) => files.some(({ name }) => name === 'state.db'), 'state.db is missing'),
});

export type Manifest = z.infer<typeof manifest>;

export function newManifest(rest: Omit<Manifest, 'kind' | 'format'>): Manifest {
  return { kind: 'umec-backup', format: FORMAT, ...rest };
}

export const manifestText = (given: Manifest): string => `${JSON.stringify(given, undefined, 2)}\n`;

/** @throws GatewayError `invalid` for anything that is no manifest, or one of a newer gateway */
export function parseManifest(text: string): Manifest {
  const found = parsed(text);
  const { kind, format, version } = (found ?? {}) as { kind?: unknown; format?: unknown; version?: unknown };
  if (kind === 'umec-backup' && typeof format === 'number' && format > FORMAT)
    throw newer(`it has format ${format}, this gateway knows ${FORMAT}; it was made by version ${String(version).slice(0, 64)}`);
  const result = manifest.safeParse(found);
  if (!result.success)
    throw new GatewayError('invalid', `its ${MANIFEST} is none of a gateway: ${z.prettifyError(result.error)}`);
  const tooNew = Object.entries(result.data.schemas).find(([name, schema]) => schema > DATABASES[name as DatabaseName]);
  if (tooNew) throw newer(`its ${tooNew[0]} has schema ${tooNew[1]}, made by version ${result.data.version}`);
  return result.data;
}

export function newer(what: string): GatewayError {
  return new GatewayError('invalid', `it was made by a newer gateway: ${what}. Restore it with that version or a later one`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
