import type { components } from '../../../../generated/access.js';
import { access } from '../../api.js';
import { Shown } from '../../parts/asked.js';
import { Moment } from '../../parts/moment.js';
import { type ListExchange, More, pageOf, usePaged } from '../../parts/paged.js';
import { Table } from '../../parts/table.js';
import { texts } from '../../texts/index.js';

type Used = components['schemas']['Usage'];

/** @param filter which of it; all when empty */
function used(filter: string, marker?: string): ListExchange<Used> {
  const query = { ...(filter !== '' && { filter }), ...(marker !== undefined && { nextpage_opaque_marker: marker }) };
  // it would be CSV for whoever asks for that
  return access.GET('/usage', { params: { query } }) as ListExchange<Used>;
}

/** What clients have used: all of them, those of a tenant, or one. */
export function Usage({ client, tenant }: { client?: string; tenant?: string }) {
  const only = [client === undefined ? [] : `(eq,client,${client})`, tenant === undefined ? [] : `(eq,tenant,${tenant})`].flat();
  const listed = usePaged((marker) => pageOf(used(only.join(';'), marker)), [client, tenant]);
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

const SIZE = new Intl.NumberFormat(texts.language, { notation: 'compact', style: 'unit', unit: 'byte', unitDisplay: 'narrow' });
const sizeOf = (bytes: number): string => SIZE.format(bytes);
