import type { DestinationStatus } from '../../../destinations/destinations.js';
import { type Family, labelSet } from './exposition.js';

interface Measure {
  readonly name: string;
  readonly type: Family['type'];
  readonly help: string;
  readonly of: (status: DestinationStatus) => number;
}

const MEASURES: readonly Measure[] = [
  { name: 'up', type: 'gauge', help: 'Whether it is ACTIVE.', of: ({ health }) => (health.state === 'ACTIVE' ? 1 : 0) },
  {
    name: 'lag_readings',
    type: 'gauge',
    help: 'Rows that are still to be sent; of very many, at most.',
    of: ({ lag }) => lag.readings,
  },
  { name: 'lag_seconds', type: 'gauge', help: 'The age of the oldest of them, by its own time.', of: ({ lag }) => lag.seconds },
  {
    name: 'rejections',
    type: 'gauge',
    help: 'Rows that it refused, as far as they are kept.',
    of: ({ rejections }) => rejections,
  },
  { name: 'stored_total', type: 'counter', help: 'Rows that it has taken.', of: ({ counters }) => counters.stored },
  { name: 'rejected_total', type: 'counter', help: 'Rows that it has refused.', of: ({ counters }) => counters.rejected },
  { name: 'filtered_total', type: 'counter', help: 'Rows that were passed over.', of: ({ counters }) => counters.filtered },
  { name: 'requests_total', type: 'counter', help: 'Requests to it.', of: ({ counters }) => counters.requests },
  { name: 'failures_total', type: 'counter', help: 'Requests to be made again.', of: ({ counters }) => counters.failures },
  {
    name: 'dropped_unsent_total',
    type: 'counter',
    help: 'Rows that made room before it had them, over all starts.',
    of: ({ droppedUnsent }) => droppedUnsent,
  },
  {
    name: 'dropped_rejections_total',
    type: 'counter',
    help: 'Refused rows that made room for newer ones, over all starts.',
    of: ({ droppedRejections }) => droppedRejections,
  },
];

/** How each destination does. */
export function destinationFamilies(statuses: readonly DestinationStatus[]): Family[] {
  return MEASURES.map(({ name, type, help, of }) => ({
    ...{ name: `umec_destination_${name}`, type, help },
    samples: statuses.map((status) => ({ labels: labelSet({ destination: status.destinationId }), value: of(status) })),
  }));
}
