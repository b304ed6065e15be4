import type { components } from '../../../../generated/access.js';
import { access } from '../../api.js';
import { Shown } from '../../parts/asked.js';
import { Moment } from '../../parts/moment.js';
import { type ListExchange, type Marked, More, usePaged } from '../../parts/paged.js';
import { Table } from '../../parts/table.js';
import { texts } from '../../texts/index.js';

type Used = components['schemas']['Usage'];

/** @param filter which of it; all when empty */
function used(filter: string, page: Marked): ListExchange<Used> {
  const query = { ...(filter !== '' && { filter }), ...page };
  // it would be CSV for whoever asks for that
  return access.GET('/usage', { params: { query } }) as ListExchange<Used>;
}

/** What clients have used: all of them, those of a tenant, or one. */
export function Usage({ client, tenant }: { client?: string; tenant?: string }) {
  const only = [client === undefined ? [] : `(eq,client,${client})`, tenant === undefined ? [] : `(eq,tenant,${tenant})`].flat();
  const listed = usePaged((page) => used(only.join(';'), page), [client, tenant]);
  const { usage, usageColumns: columns, noUsage: none, othersTogether } = texts.clients;
  return (
    <section aria-labelledby="usage">
      <h2 id="usage">{usage}</h2>
      <Shown asked={listed}>
        {(used) => (
          <Table
            {...{ caption: usage, columns, none, rows: used }}
            keyOf={(one) => `${one.tenant}/${one.client ?? ''}`}
            cells={({ tenant: of, client: who, since, reads, writes, refused, bytesSent, points }) => [
              of,
              who ?? othersTogether,
              <Moment time={since} />,
              ...[reads, writes, refused].map(numberOf),
              sizeOf(bytesSent),
              numberOf(points),
            ]}
          />
        )}
      </Shown>
      <More of={listed} />
    </section>
  );
}

const numberOf = (count: number): string => count.toLocaleString(texts.language);

/** Each a thousand times the one before. What a browser makes of bytes by itself it calls BB from 10⁹ on. */
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
const DIGITS = { maximumSignificantDigits: 3 };

function sizeOf(bytes: number): string {
  const power = UNITS.findLastIndex((_, at) => bytes >= 1000 ** at);
  return `${(bytes / 1000 ** Math.max(power, 0)).toLocaleString(texts.language, DIGITS)} ${UNITS[power] ?? 'B'}`;
}
