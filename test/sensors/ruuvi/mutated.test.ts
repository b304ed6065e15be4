import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walkAdStructures } from '../../../src/devices/ble/ad-structures.js';
import { GatewayError } from '../../../src/errors.js';
import { advertisingData } from '../../../src/devices/simulated/advertising-data.js';
import { decodeHeard, RUUVI_COMPANY_ID } from '../../../src/sensors/ruuvi/decode.js';
import type { RuuviReading } from '../../../src/sensors/ruuvi/reading.js';
import { bytes, ruuviVectors } from '../../ruuvi-vectors.js';

const RUNS = 500_000; // of payloads, and as many of advertisements
const KEY = bytes('526457452D36091A5275757669546167');
const ADDRESS = /^(?:[0-9A-F]{2}:){2}(?:(?:[0-9A-F]{2}:){3})?[0-9A-F]{2}$/;

/** What the widest of the formats can say of each field. */
const RANGES: Readonly<Record<string, readonly [smallest: number, largest: number]>> = {
  temperature: [-163.835, 163.835],
  humidity: [0, 163.835],
  pressure: [50_000, 115_535],
  ...{ accelerationX: [-32.768, 32.767], accelerationY: [-32.768, 32.767], accelerationZ: [-32.768, 32.767] },
  batteryVoltage: [0, 65.535],
  txPower: [-40, 20],
  movementCounter: [0, 65_534],
  measurementSequenceNumber: [0, 16_777_214],
  ...{ pm1p0: [0, 6553.4], pm2p5: [0, 6553.4], pm4p0: [0, 6553.4], pm10p0: [0, 6553.4] },
  co2: [0, 65_534],
  voc: [0, 510],
  nox: [0, 510],
  illuminance: [0, 167_772.14],
};

const { stackTraceLimit } = Error;
// most of the time would go into writing down where errors come from that nobody looks at
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

describe('A million mutations', () => {
  it('of payloads are readings in range, or refused as invalid', () => {
    const random = new Xorshift(0x5eed);
    const outcomes = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const payload = mutated(random.of(payloads), random);
      // the decoders look at the first byte and the length: both are most often as they should be
      outcomes.add(heard({ companyId: random.below(64) === 0 ? random.below(0x10000) : RUUVI_COMPANY_ID, payload }));
    }
    expect(outcomes).toEqual(new Set(['reading', 'foreign', 'unknown', 'withoutKey', 'invalid']));
  });

  it('of advertisements are readings in range, or refused, and the walk ends', () => {
    const random = new Xorshift(0xadf);
    const outcomes = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const { manufacturerData, serviceData, malformed } = walkAdStructures(mutated(random.of(advertisements), random));
      for (const element of [...manufacturerData, ...serviceData]) outcomes.add(heard(element));
      if (malformed) outcomes.add('malformed');
    }
    expect(outcomes).toEqual(new Set(['reading', 'foreign', 'unknown', 'withoutKey', 'invalid', 'malformed']));
  });
});

const payloads = ruuviVectors.vectors.map(({ payload }) => bytes(payload));
const advertisements = [
  ...payloads.map(advertisingData),
  ...ruuviVectors.advertisements.map(({ advertisement }) => bytes(advertisement)),
  ...ruuviVectors.malformedAdvertisements.map(({ advertisement }) => bytes(advertisement)),
];

/** What becomes of one element; whatever is neither a good reading nor our own error fails the test. */
function heard(element: Parameters<typeof decodeHeard>[0]): string {
  try {
    const decoded = decodeHeard(element, (mac) => (mac === 'AA:BB:CC:DD:EE:FF' ? KEY : undefined));
    if (typeof decoded === 'string') return decoded;
    const fault = faultOf(decoded);
    if (fault !== undefined) throw new Error(`${Buffer.from(element.payload).toString('hex')}: ${fault}`);
    return 'reading';
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'invalid') return 'invalid';
    throw error;
  }
}

function faultOf({ dataFormat: _dataFormat, mac, calibrating, ...fields }: RuuviReading): string | undefined {
  if (mac !== undefined && !ADDRESS.test(mac)) return `mac ${mac}`;
  if (calibrating !== undefined && typeof calibrating !== 'boolean') return 'calibrating';
  for (const [name, value] of Object.entries(fields)) {
    const [smallest, largest] = RANGES[name] ?? [NaN, NaN];
    // written so that NaN is a fault
    if (!(value >= smallest && value <= largest) || Object.is(value, -0)) return `${name} ${value}`;
  }
  return undefined;
}

/** Bytes changed, cut, put in, doubled; or left as they are. */
function mutated(original: Uint8Array, random: Xorshift): Uint8Array {
  let data = original.slice();
  for (let left = random.below(4); left > 0; left--) {
    const at = random.below(data.length + 1);
    const kind = random.below(16);
    if (kind === 0) data = data.slice(0, at);
    else if (kind === 1) data = Uint8Array.of(...data.subarray(0, at), random.below(256), ...data.subarray(at));
    else if (kind === 2) data = Uint8Array.of(...data.subarray(0, at), ...data);
    else if (kind === 3) data.fill(random.below(2) * 0xff, at);
    else if (kind < 8) data[at] = (data[at] ?? 0) ^ (1 << random.below(8));
    else data[at] = random.below(256);
  }
  return data;
}

/** Marsaglia's generator of 32 bits: fast, and the same from the same seed, so that a failure comes again. */
class Xorshift {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}
