import type { RuuviReading } from './ruuvi/reading.js';

/** What follows from what a tag measures, in the names of RuuviCollector; absent where something that it follows from is. */
export interface DerivedValues {
  /** Of saturated vapour at this temperature, Pa. */
  readonly equilibriumVaporPressure?: number;
  /** What is missing to saturation, Pa. */
  readonly vaporPressureDeficit?: number;
  /** g/m³ */
  readonly absoluteHumidity?: number;
  /** °C; absent also in air without any water. */
  readonly dewPoint?: number;
  /** Of moist air, kg/m³. */
  readonly airDensity?: number;
  /** g */
  readonly accelerationTotal?: number;
  /** Between the acceleration and each axis, degrees; absent also where there is no acceleration. */
  readonly accelerationAngleFromX?: number;
  readonly accelerationAngleFromY?: number;
  readonly accelerationAngleFromZ?: number;
  /** Ruuvi's indoor air quality score, 0 (bad) to 100. */
  readonly airQualityIndex?: number;
}

type Measured = Omit<RuuviReading, 'dataFormat'>;

/**
 * @see RuuviCollector, MeasurementValueCalculator, for all but the deficit and the score
 * @see Ruuvi docs, Ruuvi Air firmware, for the score (IAQS)
 */
export function derive(measured: Measured): DerivedValues {
  const derived: Record<string, number> = {};
  for (const part of [ofMoisture(measured), ofAcceleration(measured), ofAir(measured)])
    for (const name in part) {
      const value = part[name as keyof DerivedValues];
      if (value !== undefined && Number.isFinite(value)) derived[name] = rounded(value);
    }
  return derived;
}

/** One less than the digits that are given: more than any sensor is good for. */
const DIGITS = 6;
/** Far below what any of them can be told from nothing, and far above where powers of ten come to an end. */
const NOTHING = 1e-12;

/** To the same number of digits whatever its size; toPrecision would take most of the time that a reading takes. */
function rounded(value: number): number {
  if (Math.abs(value) < NOTHING) return 0;
  const scale = 10 ** (DIGITS - Math.floor(Math.log10(Math.abs(value))));
  return Math.round(value * scale) / scale;
}

/** The formula of Magnus, over water. */
function vaporPressureAt(temperature: number): number {
  return 611.2 * Math.exp((17.67 * temperature) / (243.5 + temperature));
}

function dewPointOf(vaporPressure: number): number {
  const exponent = Math.log(vaporPressure / 611.2);
  return (-243.5 * exponent) / (exponent - 17.67);
}

const ZERO_CELSIUS = 273.15;

function ofMoisture({ temperature, humidity, pressure }: Measured): DerivedValues {
  if (temperature === undefined) return {};
  const saturated = vaporPressureAt(temperature);
  if (humidity === undefined) return { equilibriumVaporPressure: saturated };
  const vapor = (saturated * humidity) / 100;
  const kelvin = temperature + ZERO_CELSIUS;
  return {
    equilibriumVaporPressure: saturated,
    vaporPressureDeficit: saturated - vapor,
    absoluteHumidity: (vapor * 100 * 0.021674) / kelvin,
    // of no vapour at all the logarithm is not finite
    dewPoint: dewPointOf(vapor),
    ...(pressure === undefined ? {} : densityOf(pressure, vapor, kelvin)),
  };
}

/** None where there would be more vapour than air. */
function densityOf(pressure: number, vapor: number, kelvin: number): DerivedValues {
  const density = (1.2929 * ZERO_CELSIUS * (pressure - 0.3783 * vapor)) / (kelvin * 101_300);
  return density > 0 ? { airDensity: density } : {};
}

function ofAcceleration({ accelerationX: x, accelerationY: y, accelerationZ: z }: Measured): DerivedValues {
  if (x === undefined || y === undefined || z === undefined) return {};
  const total = Math.hypot(x, y, z);
  const angle = (axis: number) => (Math.acos(axis / total) * 180) / Math.PI;
  return {
    accelerationTotal: total,
    accelerationAngleFromX: angle(x),
    accelerationAngleFromY: angle(y),
    accelerationAngleFromZ: angle(z),
  };
}

/** What counts as good and as bad as it gets. */
const [PM_BAD, CO2_GOOD, CO2_BAD] = [60, 420, 2_300] as const;

function ofAir({ pm2p5, co2 }: Measured): DerivedValues {
  if (pm2p5 === undefined || co2 === undefined) return {};
  const dust = (clamp(pm2p5, 0, PM_BAD) * 100) / PM_BAD;
  const stale = ((clamp(co2, CO2_GOOD, CO2_BAD) - CO2_GOOD) * 100) / (CO2_BAD - CO2_GOOD);
  return { airQualityIndex: clamp(100 - Math.hypot(dust, stale), 0, 100) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
