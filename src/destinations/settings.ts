import type { Point } from '../sensors/history.js';
import type { Target } from './client.js';
import type { Dialect } from './line.js';

/** How a destination is configured (`destinations.<name>`). */
export interface DestinationSettings extends Target {
  readonly speaks?: 'influxdb' | 'victoriametrics';
  /** Rows that do not fit all of this are passed over. */
  readonly only?: {
    readonly measurements?: readonly string[];
    /** A row fits when it has each of these tags with one of its values. */
    readonly tags?: Readonly<Record<string, readonly string[]>>;
  };
  readonly rename?: Dialect['rename'];
  /** Rows of the backlog per second, at most. */
  readonly catchUpPerSecond?: number;
}

export function dialectOf({ speaks, rename }: DestinationSettings): Dialect {
  return { numbersOnly: speaks === 'victoriametrics', ...(rename ? { rename } : {}) };
}

/** Whether the destination is to have this row. */
export function isWanted({ measurement, tags }: Point, only: DestinationSettings['only']): boolean {
  if (only?.measurements && !only.measurements.includes(measurement)) return false;
  return Object.entries(only?.tags ?? {}).every(([name, values]) => tags[name] !== undefined && values.includes(tags[name]));
}
