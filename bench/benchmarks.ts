import type { Benchmark } from './benchmark.js';
import { cameraFanOut } from './figures/camera-fan-out.js';
import { cameraLeft } from './figures/camera-left.js';
import { cameraMotion } from './figures/camera-motion.js';
import { decodeFormat5 } from './figures/decode-format-5.js';
import { decodeMixed } from './figures/decode-mixed.js';
import { diskReadings } from './figures/disk-readings.js';
import { drainBacklog } from './figures/drain-backlog.js';
import { events1000 } from './figures/events-1000.js';
import { historyChart } from './figures/history-chart.js';
import { httpAddReadings } from './figures/http-add-readings.js';
import { httpLatestReadings } from './figures/http-latest-readings.js';
import { httpServicesByName } from './figures/http-services-by-name.js';
import { httpServicesUnchanged } from './figures/http-services-unchanged.js';
import { httpServices } from './figures/http-services.js';
import { httpSnapshot } from './figures/http-snapshot.js';
import { memoryIdle } from './figures/memory-idle.js';
import { notify1000 } from './figures/notify-1000.js';
import { panelChart } from './figures/panel-chart.js';
import { panelFirstPaint } from './figures/panel-first-paint.js';
import { panelTiles } from './figures/panel-tiles.js';
import { register10000 } from './figures/register-10000.js';
import { servicesByNameGrowth } from './figures/services-by-name-growth.js';
import { snapshotFresh } from './figures/snapshot-fresh.js';
import { snapshotMemory } from './figures/snapshot-memory.js';
import { snapshotThumbnail } from './figures/snapshot-thumbnail.js';
import { startFirstAnswer } from './figures/start-first-answer.js';

/** Every benchmark, by the name of its file, in the order in which they run. */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  'decode-format-5': decodeFormat5,
  'decode-mixed': decodeMixed,
  'disk-readings': diskReadings,
  'drain-backlog': drainBacklog,
  'history-chart': historyChart,
  'start-first-answer': startFirstAnswer,
  'memory-idle': memoryIdle,
  'http-latest-readings': httpLatestReadings,
  'http-services': httpServices,
  'http-services-by-name': httpServicesByName,
  'http-services-unchanged': httpServicesUnchanged,
  'http-snapshot': httpSnapshot,
  'camera-motion': cameraMotion,
  'http-add-readings': httpAddReadings,
  'camera-fan-out': cameraFanOut,
  'camera-left': cameraLeft,
  'snapshot-fresh': snapshotFresh,
  'snapshot-thumbnail': snapshotThumbnail,
  'snapshot-memory': snapshotMemory,
  'events-1000': events1000,
  'notify-1000': notify1000,
  'register-10000': register10000,
  'services-by-name-growth': servicesByNameGrowth,
  'panel-first-paint': panelFirstPaint,
  'panel-tiles': panelTiles,
  'panel-chart': panelChart,
};

/**
 * The benchmarks that are asked for, by their names or how these begin: `http` is all that begin with `http-`.
 *
 * @throws Error that lists the names, when one of `wanted` is none of them
 */
export function chosen(wanted: readonly string[]): readonly [name: string, run: Benchmark][] {
  const all = Object.entries(benchmarks);
  const isMeant = (want: string, name: string) => name === want || name.startsWith(`${want}-`);
  const unknown = wanted.find((want) => !all.some(([name]) => isMeant(want, name)));
  if (unknown !== undefined) throw new Error(`no benchmark ${unknown}, expected some of ${all.map(([name]) => name).join(', ')}`);
  return wanted.length === 0 ? all : all.filter(([name]) => wanted.some((want) => isMeant(want, name)));
}
