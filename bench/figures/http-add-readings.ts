import type { Benchmark } from '../benchmark.js';
import { compareServers } from '../compare-servers.js';

/** Readings of an application's own: ours are on disk when it is told so, the references' are parsed and forgotten. */
export const httpAddReadings: Benchmark = (servers, effort) => {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const body = () => JSON.stringify([reading('counter-1', ++time), reading('counter-2', time), reading('counter-3', time)]);
  const post = { path: '/sensors/v1/readings', method: 'POST', headers: { 'Content-Type': 'application/json' }, body } as const;
  return compareServers(servers, { name: 'POST readings', aims: { cpu: '≤ 12×' }, ...post }, { status: 204 }, effort);
};

function reading(meter: string, time: number) {
  return {
    measurement: 'electricity',
    tags: { meter, building: 'town hall' },
    time: new Date(time).toISOString(),
    fields: { power: (time % 2000) / 10, energy: time % 1e6 },
  };
}
