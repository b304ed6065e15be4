import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, rounds } from '../benchmark.js';
import { Program } from '../programs.js';

const SNAPSHOT = '/camera/v1/cameras/lens-1/snapshot';
const CAMERAS = '{ lens-1: { driver: simulated, fps: 30 } }';
/** Until then what is kept fills up: pictures, and memory that is given back to nobody. */
const WARM_UP = 10_000;
const SNAPSHOTS = 10_000;
const AT_ONCE = 8;
/** As the camera sent it, thumbnails, parts of it in other formats, several of them, and a new one. */
const ASKED = [
  ...['?max_age_ms=1000', '?max_age_ms=1000&width=160', '?max_age_ms=1000&width=320&format=WEBP&quality=60'],
  ...['?max_age_ms=1000&region=pct:25,25,50,50&rotate=90', '?max_age_ms=1000&region=0,0,64,64&region=square&width=64', ''],
];

/** Resident memory after 10,000 more snapshots of all kinds, beside that after the first 10,000. */
export const snapshotMemory: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  await using gateway = await Program.gateway(dir.path, { UMEC_DEVICES_CAMERAS: CAMERAS, UMEC_AUTH_MODE: 'none' });
  await gateway.answers();
  await look(gateway.url, rounds(WARM_UP, effort));
  const before = gateway.residentMb;
  const count = rounds(SNAPSHOTS, effort);
  await look(gateway.url, count);
  const reference = { name: 'before', value: before };
  return [
    figure({ name: `memory after ${count} more snapshots`, value: gateway.residentMb, unit: 'MB', reference, aim: '≤ 1.1×' }),
  ];
};

async function look(url: string, count: number): Promise<void> {
  let next = 0;
  const reader = async () => {
    while (next < count) {
      const path = SNAPSHOT + (ASKED[next++ % ASKED.length] ?? '');
      const response = await fetch(url + path);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`GET ${path}: ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
}
