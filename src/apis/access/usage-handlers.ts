import { document, type components, type operations } from '../../../generated/access.js';
import type { Delegation } from '../../auth/delegation.js';
import { List } from '../../http/lists/list.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import type { Usage } from '../../metering/account.js';
import type { Metering } from '../../metering/metering.js';

type Schemas = Immutable<components['schemas']>;

const COLUMNS = ['tenant', 'client', 'since', 'reads', 'writes', 'refused', 'bytesSent', 'points'] as const;

export function usageHandlers(
  metering: Pick<Metering, 'list'>,
  delegation: Pick<Delegation, 'sees'>,
): Handlers<Pick<operations, 'Usage_GET'>> {
  return {
    Usage_GET({ query, grant, accepted }) {
      const seen = metering.list().filter(({ tenant }) => delegation.sees(grant, tenant));
      const { headers, body } = usageList.answer(seen, query, '/access/v1/usage');
      if (accepted === 'application/json') return { status: 200, headers, body };
      return { status: 200, headers, type: 'text/csv;charset=utf-8;header=present', body: toCsv(body) };
    },
  };
}

function toUsage({ tenant, client, since, reads, writes, refused, bytesSent, points }: Usage): Schemas['Usage'] {
  const who = { tenant, ...(client === undefined ? {} : { client }) };
  return { ...who, since: new Date(since).toISOString(), reads, writes, refused, bytesSent, points };
}

/** @see RFC 4180 */
function toCsv(rows: readonly Schemas['Usage'][]): Uint8Array {
  const lines = rows.map((row) => COLUMNS.map((column) => toField(row[column])));
  return Buffer.from([COLUMNS, ...lines].map((line) => `${line.join(',')}\r\n`).join(''));
}

function toField(value: string | number = ''): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const usageList = new List({
  document,
  schema: 'Usage',
  pageSize: 500,
  key: ({ number }: Usage) => number,
  represent: toUsage,
});
