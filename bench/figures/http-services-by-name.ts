import type { Benchmark } from '../benchmark.js';
import { cannedOf, compareServers } from '../compare-servers.js';

const PATH = '/mec_service_mgmt/v1/services?ser_name=umec-sensors';

/** A list that is made for the one who asks. */
export const httpServicesByName: Benchmark = async (servers, effort) =>
  compareServers(servers, { name: 'GET services?ser_name', path: PATH, aim: '≤ 8×' }, await cannedOf(servers, PATH), effort);
