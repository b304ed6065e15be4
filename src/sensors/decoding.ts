import { GatewayError } from '../errors.js';
import type { Advertisement } from './radio.js';
import { decodeHeard } from './ruuvi/decode.js';
import type { RuuviReading } from './ruuvi/reading.js';
import { type KeyOf, noKeys } from './ruuvi/tag-key.js';
import { UnknownFormats } from './unknown-formats.js';

/** Of advertisements that are no readings. All only ever grow. */
export interface DecodingCounters {
  /** Not from Ruuvi. */
  readonly foreign: number;
  /** From Ruuvi, in a data format that the gateway does not know; and how many of them in which, `unknownFormatF0`. */
  readonly unknownFormat: number;
  readonly [unknownFormat: `unknownFormat${string}`]: number;
  /** Encrypted by a tag of which the gateway has no key. */
  readonly withoutKey: number;
  /** Not as their data format says, or encrypted with another key. */
  readonly malformed: number;
}

/** From what was heard to what was measured; counts what cannot be understood. */
export class Decoding {
  private readonly counts = { foreign: 0, unknownFormat: 0, withoutKey: 0, malformed: 0 };
  private readonly unknownFormats = new UnknownFormats();

  constructor(private readonly keyOf: KeyOf = noKeys) {}

  get counters(): DecodingCounters {
    return { ...this.counts, ...this.unknownFormats.counters };
  }

  decode(heard: Advertisement): RuuviReading | undefined {
    try {
      const decoded = decodeHeard(heard, this.keyOf);
      if (typeof decoded !== 'string') return decoded;
      this.counts[decoded === 'unknown' ? 'unknownFormat' : decoded]++;
      if (decoded === 'unknown') this.unknownFormats.add(heard.payload[0] ?? 0);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.counts.malformed++;
    }
    return undefined;
  }
}
