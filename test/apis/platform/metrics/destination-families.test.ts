import { expect, it } from '@jest/globals';
import { destinationFamilies } from '../../../../src/apis/platform/metrics/destination-families.js';
import type { DestinationStatus } from '../../../../src/destinations/destinations.js';
import { active } from '../../../../src/registry/health.js';

const status: DestinationStatus = {
  ...{ destinationId: 'cloud', url: 'http://x', speaks: 'influxdb', health: active },
  lag: { readings: 2, seconds: 3 },
  counters: { stored: 4, rejected: 5, filtered: 6, requests: 7, failures: 8 },
  ...{ droppedUnsent: 9, rejections: 10, droppedRejections: 11 },
};

it('Each number of a destination is the metric of its name', () => {
  const families = destinationFamilies([status]);
  expect(Object.fromEntries(families.map(({ name, samples }) => [name, [...samples][0]?.value]))).toEqual({
    umec_destination_up: 1,
    umec_destination_lag_readings: 2,
    umec_destination_lag_seconds: 3,
    umec_destination_stored_total: 4,
    umec_destination_rejected_total: 5,
    umec_destination_filtered_total: 6,
    umec_destination_requests_total: 7,
    umec_destination_failures_total: 8,
    umec_destination_dropped_unsent_total: 9,
    umec_destination_rejections: 10,
    umec_destination_dropped_rejections_total: 11,
  });
});
