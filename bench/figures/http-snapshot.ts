import type { Benchmark } from '../benchmark.js';
import { cannedOf, compareServers, READ_AIMS } from '../compare-servers.js';

const SNAPSHOT = '/camera/v1/cameras/lens-1/snapshot';

/** The kept frame in its own size; nothing is captured or drawn while it is measured. */
export const httpSnapshot: Benchmark = async (servers, effort) => {
  const path = `${SNAPSHOT}?max_age_ms=3600000`;
  return compareServers(
    servers,
    { name: 'GET snapshot, kept frame', path, aims: READ_AIMS },
    await cannedOf(servers, path),
    effort,
  );
};
