import type { Benchmark } from '../benchmark.js';
import { cannedOf, compareServers, READ_AIMS } from '../compare-servers.js';

const PATH = '/mec_service_mgmt/v1/services';

/** What whoever asks again costs, when nothing has changed. */
export const httpServicesUnchanged: Benchmark = async (servers, effort) => {
  const canned = await cannedOf(servers, PATH);
  const headers = { 'If-None-Match': canned.etag ?? '' };
  return compareServers(servers, { name: 'GET services, 304', path: PATH, headers, aims: READ_AIMS }, canned, effort);
};
