import { expect, it } from '@jest/globals';
import { Point as LinePoint } from '@influxdata/influxdb-client';
import fc from 'fast-check';
import { type Dialect, LineMaker } from '../../src/destinations/line.js';
import type { Point } from '../../src/sensors/history.js';
import { appPoint, noon, ruuviPoint } from '../store/points.js';

const lineOf = (point: Point, dialect?: Dialect) => new LineMaker(dialect).lineOf(point) ?? '';
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
  expect(new LineMaker({ numbersOnly: true }).lineOf({ ...point, fields: { plate: 'ABC-1' } })).toBeUndefined();
});

it('A line says what the client library would say of the same point', () => {
  const value = fc.oneof(fc.string({ minLength: 1 }), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  // what the history refuses is never sent
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => /^[^\p{Cc}\\#]+$/u.test(text) && text !== '__proto__');
  const points = fc.record({
    measurement: name,
    tags: fc.dictionary(name, name, { maxKeys: 3 }),
    time: fc.integer(),
    fields: fc.dictionary(name, value, { minKeys: 1, maxKeys: 3 }),
  });
  fc.assert(
    fc.property(fc.array(points, { maxLength: 4 }), (made) => {
      const maker = new LineMaker();
      for (const point of [...made, ...made]) expect(sorted(maker.lineOf(point) ?? '')).toBe(sorted(byLibrary(point) ?? ''));
    }),
    { numRuns: 300 },
  );
});

/** With its characters in order, for the fields of a line have none. */
const sorted = (line: string) => Array.from(line).sort().join('');

function byLibrary({ measurement, tags, time, fields }: Point): string | undefined {
  const line = new LinePoint(measurement).timestamp(time);
  for (const [name, value] of Object.entries(tags)) line.tag(name, value);
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'boolean') line.booleanField(name, value);
    else if (typeof value === 'string') line.stringField(name, value);
    else line.floatField(name, value);
  }
  return line.toLineProtocol({ convertTime: String });
}
