import type { SensorOptions } from '../../src/sensors/sensor-parts.js';

/** Every tag is read, and every reading is kept. */
export const STANDARD_OPTIONS: SensorOptions = {
  ...{ names: {}, silentAfterMs: 60_000, maxTags: 100, admit: 'all', allow: [], deny: [], minStoreIntervalS: 0 },
};
