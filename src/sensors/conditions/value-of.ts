import { type DerivedValues, derive } from '../derived.js';
import { RUUVI_FIELDS, type RuuviField } from '../ruuvi/reading.js';
import type { TagReading } from '../tag-reading.js';
import type { NumericField } from './condition.js';

/** The numbers of one reading; what is derived is derived when it is asked for, once. */
export class ReadingValues {
  private derived: DerivedValues | undefined;

  constructor(private readonly reading: TagReading) {}

  /** @returns undefined when it is not available */
  get(field: NumericField): number | undefined {
    if (isMeasured(field)) return this.reading[field];
    this.derived ??= derive(this.reading);
    return this.derived[field];
  }
}

function isMeasured(field: NumericField): field is RuuviField {
  return Object.hasOwn(RUUVI_FIELDS, field);
}
