import { expect, it } from '@jest/globals';
import { type Dialect, toLine } from '../../src/destinations/line.js';
import { appPoint, noon, ruuviPoint } from '../store/points.js';

const lineOf = (point: Parameters<typeof toLine>[0], dialect?: Dialect) => toLine(point, dialect) ?? '';
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

it('A line has the names that the configuration gives', () => {
  const rename = { measurements: { people: 'visitors' }, tags: { gate: 'door' }, fields: { count: 'n', dewPoint: 'dew_point' } };
  const { fields, ...point } = appPoint();
  expect(lineOf({ ...point, fields: { count: fields.count ?? 0, open: true } }, { rename })).toBe(
    `visitors,door=north n=3,open=T ${noon}`,
  );
  expect(fieldOf(lineOf(ruuviPoint(), { rename }), 'dew_point')).toBe(fieldOf(lineOf(ruuviPoint()), 'dewPoint'));
});

it.each([
  ['measurement people', { measurements: { plates: 'people' } }],
  ['tag gate', { tags: { door: 'gate' } }],
  ['field count', { fields: { n: 'count' } }],
])('A %s is not sent under the name of another', (what, rename) => {
  expect(() => lineOf(appPoint(), { rename })).toThrow(`the ${what} is called as the configuration renames`);
});

it('Where only numbers are understood nothing else is sent, and no row without any', () => {
  const point = { ...appPoint(), fields: { count: 3, plate: 'ABC-1', open: true } };
  expect(lineOf(point, { numbersOnly: true })).toBe(`people,gate=north count=3 ${noon}`);
  expect(toLine({ ...point, fields: { plate: 'ABC-1' } }, { numbersOnly: true })).toBeUndefined();
});
