import type { TagReading } from '../../src/sensors/tag-reading.js';

/** What names a reading, whenever it was. */
export function producedOf({ mac, dataFormat, measurementSequenceNumber, temperature }: TagReading): string {
  return [mac, dataFormat, measurementSequenceNumber, temperature].join(' ');
}
