/** Before the colon in `units`, and what it stands for. */
export const QUDT = { qudt: 'http://qudt.org/vocab/unit/' } as const;

/** Of what a reading can have, in the words of QUDT. What has no unit is a count or an index. */
export const UNITS: Readonly<Record<string, string>> = {
  rssi: 'qudt:DeciB_M',
  temperature: 'qudt:DEG_C',
  humidity: 'qudt:PERCENT_RH',
  pressure: 'qudt:PA',
  accelerationX: 'qudt:G',
  accelerationY: 'qudt:G',
  accelerationZ: 'qudt:G',
  batteryVoltage: 'qudt:V',
  txPower: 'qudt:DeciB_M',
  pm1p0: 'qudt:MicroGM-PER-M3',
  pm2p5: 'qudt:MicroGM-PER-M3',
  pm4p0: 'qudt:MicroGM-PER-M3',
  pm10p0: 'qudt:MicroGM-PER-M3',
  co2: 'qudt:PPM',
  illuminance: 'qudt:LUX',
  equilibriumVaporPressure: 'qudt:PA',
  vaporPressureDeficit: 'qudt:PA',
  absoluteHumidity: 'qudt:GM-PER-M3',
  dewPoint: 'qudt:DEG_C',
  airDensity: 'qudt:KiloGM-PER-M3',
  accelerationTotal: 'qudt:G',
  accelerationAngleFromX: 'qudt:DEG',
  accelerationAngleFromY: 'qudt:DEG',
  accelerationAngleFromZ: 'qudt:DEG',
};
