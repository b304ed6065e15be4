import type { Point } from '../../src/sensors/history.js';
import { RUUVI_MEASUREMENT } from '../../src/sensors/ruuvi/reading.js';

export const noon = Date.parse('2026-06-01T12:00:00Z');

/** The published valid vector of data format 5, as the domain makes a point of it. */
export function ruuviPoint(time = noon, mac = 'CBB8334C884F'): Point {
  return {
    measurement: RUUVI_MEASUREMENT,
    tags: { mac, dataFormat: '5', receiver: 'gateway-1', name: 'Sauna, yläkerta' },
    time,
    fields: {
      temperature: 24.3,
      humidity: 53.49,
      pressure: 100044,
      accelerationX: 0.004,
      accelerationY: -0.004,
      accelerationZ: 1.036,
      batteryVoltage: 2.977,
      txPower: 4,
      movementCounter: 66,
      measurementSequenceNumber: 205,
      rssi: -71,
    },
  };
}

/** What an application may add: every type of field. */
export function appPoint(time = noon, gate = 'north'): Point {
  return {
    measurement: 'people',
    tags: { gate },
    time,
    fields: { count: 3, confidence: 0.1 + 0.2, open: true, plate: 'ABC-"1\\23", µ', rssi: -60.5 },
  };
}

/** `count` points of a series, one each second. */
export function appPoints(count: number, from = noon, gate = 'north'): Point[] {
  return Array.from({ length: count }, (_, at) => ({
    measurement: 'people',
    tags: { gate },
    time: from + at * 1000,
    fields: { count: at },
  }));
}
