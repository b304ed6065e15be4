import type { Benchmark } from '../benchmark.js';
import { cannedOf, compareServers, READ_AIMS } from '../compare-servers.js';

const PATH = '/mec_service_mgmt/v1/services?ser_name=umec-sensors';

/** A list that is made for the one who asks. */
export const httpServicesByName: Benchmark = async (servers, effort) =>
  compareServers(servers, { name: 'GET services?ser_name', path: PATH, aims: READ_AIMS }, await cannedOf(servers, PATH), effort);
