import { expect, it } from '@jest/globals';
import { toLinePoint } from '../../src/destinations/line.js';
import { ruuviPoint } from '../store/points.js';

const lineOf = (point: Parameters<typeof toLinePoint>[0]) => String(toLinePoint(point).toLineProtocol());
const fieldOf = (line: string, name: string) => new RegExp(`[ ,]${name}=([^, ]+)`).exec(line)?.[1];

it('A reading is sent as it is given, and what is derived follows from that', () => {
  const point = { ...ruuviPoint(), fields: { temperature: 24.3, humidity: 53.49, rssi: -60 } };
  const adjustment = { temperature: { gain: 1, offset: -4.3 }, humidity: { gain: 1, offset: 46.51, decimals: 0 } };
  const line = lineOf({ ...point, adjustment });
  expect([fieldOf(line, 'temperature'), fieldOf(line, 'humidity'), fieldOf(line, 'rssi')]).toEqual(['20', '100', '-60i']);
  // air that is full of water has its dew point at its own temperature
  expect(Number(fieldOf(line, 'dewPoint'))).toBeCloseTo(20, 4);
  expect(fieldOf(lineOf(point), 'temperature')).toBe('24.3');
});

it('A line is a function of its row, sent twice it is the same', () => {
  const point = { ...ruuviPoint(), adjustment: { pressure: { gain: 1, offset: 120 } } };
  expect(lineOf(point)).toBe(lineOf(structuredClone(point)));
});
