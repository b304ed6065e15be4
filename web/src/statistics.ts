import type { components } from '../../generated/sensors.js';
import { sensors } from './api.js';
import type { MeasuredField } from './fields.js';
import { type ListExchange, wholeOf } from './parts/paged.js';

export type Statistics = components['schemas']['Statistics'];
export type Bucket = components['schemas']['Bucket'];

interface Wanted {
  readonly fields: readonly MeasuredField[];
  /** ms since the epoch */
  readonly from: number;
  /** As the API writes it: `15m`. */
  readonly every: string;
}

const PAGE = 1000;

/** What a tag's values came to, in equal parts of time. @throws Refused */
export function statisticsOf(mac: string, { fields, from, every }: Wanted): Promise<readonly Bucket[]> {
  const query = { fields: [...fields], from: new Date(from).toISOString(), every, limit: PAGE };
  return wholeOf((page) => {
    const params = { path: { mac }, query: { ...query, ...page } };
    // it can be had as a table too
    return sensors.GET('/tags/{mac}/statistics', { headers: { Accept: 'application/json' }, params }) as ListExchange<Bucket>;
  });
}
