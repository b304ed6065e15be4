import { describe, expect, it } from '@jest/globals';
import { fromStatistics, onlyFields } from '../../../src/apis/sensors/mapping.js';
import { bucketsCsv, pointsCsv, readingsCsv, toCsv, toLines, VALUES } from '../../../src/apis/sensors/tables.js';
import { document } from '../../../generated/sensors.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const reading = { time: '2026-06-01T12:00:00.000Z', mac: 'CB:B8:33:4C:88:4F', dataFormat: '5' as const, receiver: 'hci0' };

describe('A table', () => {
  it('is a line of names and a line for each, with what is absent empty', () => {
    expect(
      text(
        readingsCsv(
          [
            { ...reading, temperature: -1.5 },
            { ...reading, name: 'Sauna', rssi: -70 },
          ],
          ['temperature', 'rssi'],
        ),
      ),
    ).toBe(
      'time,mac,name,dataFormat,receiver,temperature,rssi\r\n' +
        '2026-06-01T12:00:00.000Z,CB:B8:33:4C:88:4F,,5,hci0,-1.5,\r\n' +
        '2026-06-01T12:00:00.000Z,CB:B8:33:4C:88:4F,Sauna,5,hci0,,-70\r\n',
    );
    expect(text(readingsCsv([])).split(',').length).toBe(5 + VALUES.length);
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=a,"b"', `"'=a,""b"""`],
  ])('has the text %j as %j', (value, cell) => expect(text(toCsv(['a'], [{ a: value }]))).toBe(`a\r\n${cell}\r\n`));

  it('has numbers as they are', () => expect(text(toCsv(['a', 'b'], [{ a: -1.5, b: true }]))).toBe('a,b\r\n-1.5,true\r\n'));

  it('of statistics has a column for each', () => {
    const temperature = { count: 2, mean: 20.25, min: 20, max: 20.5, first: 20.5, last: 20 };
    expect(text(bucketsCsv([{ time: reading.time, fields: { temperature } }], ['temperature', 'co2']))).toBe(
      `time,${['temperature', 'co2'].map((field) => ['count', 'mean', 'min', 'max', 'first', 'last'].map((one) => `${field}_${one}`).join()).join()}\r\n` +
        `${reading.time},2,20.25,20,20.5,20.5,20,,,,,,\r\n`,
    );
  });

  it('of points has tags and fields as JSON', () => {
    const point = { measurement: 'people', tags: { gate: '=1' }, time: reading.time, fields: { count: 1 } };
    expect(text(pointsCsv([point]))).toBe(
      `time,measurement,tags,fields\r\n${reading.time},people,"{""gate"":""=1""}","{""count"":1}"\r\n`,
    );
  });

  it('has every value that the specification knows', () => {
    const schemas = document.components?.schemas as unknown as Record<string, { enum: string[] }>;
    expect(schemas.ReadingField?.enum).toEqual(VALUES);
  });

  it('is lines of JSON too', () => expect(text(toLines([{ a: 1 }, { a: '\n' }]))).toBe('{"a":1}\n{"a":"\\n"}\n'));
});

describe('What is asked of statistics', () => {
  const now = Date.UTC(2026, 5, 2);
  it('is the last day, in quarters of an hour, when nothing is said', () => {
    expect(fromStatistics({}, now)).toMatchObject({ from: Date.UTC(2026, 5, 1), every: 900_000, limit: 100 });
    expect(fromStatistics({ to: '2026-05-02T00:00:00Z' }, now)).toMatchObject({
      from: Date.UTC(2026, 4, 1),
      to: Date.UTC(2026, 4, 2),
    });
  });

  it.each([
    ['10s', 10_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['9999d', 9999 * 86_400_000],
  ])('is every %s', (every, ms) => expect(fromStatistics({ every }, now).every).toBe(ms));

  it('may be some of a reading', () => {
    expect(onlyFields([{ ...reading, temperature: 1, humidity: 2, dewPoint: 3 }], ['humidity', 'dewPoint'])).toEqual([
      { ...reading, humidity: 2, dewPoint: 3 },
    ]);
  });
});
