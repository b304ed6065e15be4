/** Where every Ruuvi reading is written: the name that RuuviCollector gave it, so that existing dashboards keep working. */
export const RUUVI_MEASUREMENT = 'ruuvi_measurements';

/**
 * How each field of a Ruuvi reading is kept and written: `stepsPerUnit` turns it into a whole number without loss in every
 * data format, `unit` is what the API and InfluxDB give, `integer` fields are written to InfluxDB as integers.
 *
 * The names are those of Ruuvi's own documents and of RuuviCollector, so that existing dashboards keep working.
 */
export const RUUVI_FIELDS = {
  temperature: { unit: '°C', stepsPerUnit: 200, integer: false },
  humidity: { unit: '%RH', stepsPerUnit: 400, integer: false },
  pressure: { unit: 'Pa', stepsPerUnit: 1, integer: false },
  accelerationX: { unit: 'g', stepsPerUnit: 1000, integer: false },
  accelerationY: { unit: 'g', stepsPerUnit: 1000, integer: false },
  accelerationZ: { unit: 'g', stepsPerUnit: 1000, integer: false },
  batteryVoltage: { unit: 'V', stepsPerUnit: 1000, integer: false },
  txPower: { unit: 'dBm', stepsPerUnit: 1, integer: true },
  movementCounter: { unit: '', stepsPerUnit: 1, integer: true },
  measurementSequenceNumber: { unit: '', stepsPerUnit: 1, integer: true },
  pm1p0: { unit: 'µg/m³', stepsPerUnit: 10, integer: false },
  pm2p5: { unit: 'µg/m³', stepsPerUnit: 10, integer: false },
  pm4p0: { unit: 'µg/m³', stepsPerUnit: 10, integer: false },
  pm10p0: { unit: 'µg/m³', stepsPerUnit: 10, integer: false },
  co2: { unit: 'ppm', stepsPerUnit: 1, integer: false },
  voc: { unit: '', stepsPerUnit: 1, integer: false },
  nox: { unit: '', stepsPerUnit: 1, integer: false },
  illuminance: { unit: 'lx', stepsPerUnit: 100, integer: false },
  rssi: { unit: 'dBm', stepsPerUnit: 1, integer: true },
} as const satisfies Record<string, { unit: string; stepsPerUnit: number; integer: boolean }>;

export type RuuviField = keyof typeof RUUVI_FIELDS;

export type DataFormat = '2' | '3' | '4' | '5' | 'C5' | '6' | '8' | 'E1';

/** What a decoder makes of a payload: a field that the tag marks "not available", or that its format lacks, is absent. */
export type RuuviReading = { readonly dataFormat: DataFormat } & Readonly<
  Partial<Record<Exclude<RuuviField, 'rssi'>, number>>
> & {
    /** The tag's own address, upper case with colons; format 6 carries only the low three bytes: `4C:88:4F`. */
    readonly mac?: string;
    /** Ruuvi Air: the gas index sensor is still calibrating. */
    readonly calibrating?: boolean;
  };
