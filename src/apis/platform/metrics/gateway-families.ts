import type { Device } from '../../../registry/devices.js';
import type { Health } from '../../../registry/health.js';
import type { Subsystem } from '../../../registry/subsystem.js';
import { type Family, labelSet, type Sample } from './exposition.js';
import { snakeCase } from './snake-case.js';

const PREFIX = 'umec_';
/** Among what is counted, what also becomes less. */
const LEVELS: ReadonlySet<string> = new Set(['waiting']);

export function deviceFamily(devices: readonly Device[]): Family {
  return { name: `${PREFIX}device_up`, type: 'gauge', help: 'Whether a device is ACTIVE.', samples: devicesUp(devices) };
}

function* devicesUp(devices: readonly Device[]): Generator<Sample> {
  for (const { deviceId, kind, name = '', health } of devices)
    yield { labels: labelSet({ device: deviceId, kind, name }), value: isUp(health) };
}

/** How each part of the gateway does, and all that they count: what has one name in several is one metric. */
export function subsystemFamilies(subsystems: readonly Subsystem[]): Family[] {
  const counts = new Map<string, Sample[]>();
  const states: Sample[] = [];
  for (const { name, health, counters } of subsystems) {
    const labels = labelSet({ subsystem: name });
    states.push({ labels, value: isUp(health.value) });
    for (const [counter, value] of Object.entries(counters()))
      if (typeof value === 'number') counts.set(counter, [...(counts.get(counter) ?? []), { labels, value }]);
  }
  return [
    { name: `${PREFIX}subsystem_up`, type: 'gauge', help: 'Whether a part of the gateway is ACTIVE.', samples: states },
    ...[...counts].map(([counter, samples]) => counterFamily(counter, samples)),
  ];
}

export function processFamilies(uptimeMs: number, version: string): Family[] {
  const labels = labelSet({ version, node: process.version });
  return [
    single('uptime_seconds', 'How long the gateway runs.', { labels: '', value: Math.floor(uptimeMs) / 1000 }),
    single('build_info', 'Which gateway it is, and the Node.js that it runs on.', { labels, value: 1 }),
  ];
}

function single(name: string, help: string, sample: Sample): Family {
  return { name: PREFIX + name, type: 'gauge', help, samples: [sample] };
}

function counterFamily(counter: string, samples: readonly Sample[]): Family {
  const name = PREFIX + snakeCase(counter);
  const help = `counters.${counter} of GET /registry/v1/subsystems.`;
  return LEVELS.has(counter) ? { name, type: 'gauge', help, samples } : { name: `${name}_total`, type: 'counter', help, samples };
}

function isUp({ state }: Health): number {
  return state === 'ACTIVE' ? 1 : 0;
}
