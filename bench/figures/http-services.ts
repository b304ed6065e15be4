import type { Benchmark } from '../benchmark.js';
import { cannedOf, compareServers, READ_AIMS } from '../compare-servers.js';

const PATH = '/mec_service_mgmt/v1/services';

/** What every MEC application begins with. */
export const httpServices: Benchmark = async (servers, effort) =>
  compareServers(servers, { name: 'GET services', path: PATH, aims: READ_AIMS }, await cannedOf(servers, PATH), effort);
