import type { components, operations } from '../../../generated/access.js';
import type { AuditLog } from '../../audit/audit-log.js';
import type { ChainEnds } from '../../audit/chain.js';
import type { Access } from '../../auth/access.js';
import type { Clients } from '../../auth/clients.js';
import { Delegation } from '../../auth/delegation.js';
import type { AuditEntry } from '../../audit/entry.js';
import type { AuditQuery } from '../../audit/journal.js';
import { decodeMarker, encodeMarker, foreignMarker } from '../../http/lists/marker.js';
import type { Handlers } from '../../http/operations.js';
import { linkToNext } from '../../http/paging.js';
import type { Metering } from '../../metering/metering.js';
import { fromRange } from '../sensors/mapping.js';
import { clientHandlers } from './client-handlers.js';
import { type Tenancies, tenantHandlers } from './tenant-handlers.js';
import { usageHandlers } from './usage-handlers.js';

type Schemas = components['schemas'];

const DEFAULT_LIMIT = 100;
/** ms since the epoch that a Date can say: in a file that was tampered with may stand anything. */
const MAX_TIME = 8.64e15;

export interface AccessParts extends Omit<Tenancies, 'delegation' | 'clients' | 'metering'> {
  readonly audit: Pick<AuditLog, 'page' | 'verify'>;
  readonly access: Access;
  readonly clients: Clients;
  readonly metering: Pick<Metering, 'list' | 'forget'>;
  /** Every scope that there is. */
  readonly scopes: readonly string[];
}

export function accessHandlers(parts: AccessParts): Handlers<operations> {
  const { audit, clients, metering } = parts;
  const delegation = new Delegation(parts);
  return {
    ...clientHandlers(clients, delegation),
    ...tenantHandlers({ ...parts, delegation }),
    ...usageHandlers(metering, delegation),

    async Audit_GET({ query, grant }) {
      const { what, target, client, outcome, limit = DEFAULT_LIMIT, nextpage_opaque_marker: marker } = query;
      const wanted: AuditQuery = {
        limit,
        ...(marker === undefined ? {} : { before: numberIn(marker) }),
        ...fromRange(query),
        ...(what === undefined ? {} : { what }),
        ...(target === undefined ? {} : { target }),
        ...(client === undefined ? {} : { client }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(grant.tenant === undefined ? {} : { tenant: grant.tenant }),
      };
      const { entries, next } = await audit.page(wanted);
      const headers = linkToNext('/access/v1/audit', query, next === undefined ? undefined : encodeMarker(next));
      return { status: 200, headers, body: entries.map(toEntry) };
    },

    async AuditVerification_GET() {
      const { ends, ...found } = await audit.verify();
      return {
        status: 200,
        body: { ...found, faults: [...found.faults], ends: { EVENT: toEnd(ends.EVENT), COUNT: toEnd(ends.COUNT) } },
      };
    },
  };
}

function numberIn(marker: string): number {
  const number = decodeMarker(marker);
  if (typeof number !== 'number') throw foreignMarker();
  return number;
}

function toEntry({ at, until, ...entry }: AuditEntry): Schemas['AuditEntry'] {
  return { ...entry, time: toTime(at), ...(until === undefined ? {} : { until: toTime(until) }) };
}

function toTime(ms: number): string {
  return new Date(Math.abs(ms) <= MAX_TIME ? ms : 0).toISOString();
}

function toEnd({ headNumber, head }: ChainEnds): Schemas['ChainEnd'] {
  return { number: headNumber, hash: head };
}
