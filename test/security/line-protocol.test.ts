import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { hasInfluxDb, startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { until } from '../until.js';

/** What means something in the line protocol, in each place where an application can write. */
const hostile = [
  ...[
    'a\nb',
    'a\r\nb 1=1',
    'a,b',
    'a b',
    'a=b',
    'a"b',
    'a\\',
    'a\\\\',
    'a\\ ',
    '💡',
    'x'.repeat(65_536),
    '#a',
    ' ',
    '\t',
    '\u0000',
  ],
  ...['a,b=c d=1 1\nevil e=1', '" e=1 1\nevil e="', '\\n', '\\"', "a'b", '__proto__', 'time', '\u2028', '\ufeff'],
];
const time = '2026-06-01T12:00:00Z';

interface Point {
  readonly measurement: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string | number>>;
}

/** The hostile text in one place of a point, which is told apart by its tag `at`. */
const places: readonly (readonly [place: string, make: (text: string, at: string) => Point])[] = [
  ['the measurement', (text, at) => ({ measurement: text, tags: { at }, fields: { a: 1 } })],
  ['the name of a tag', (text, at) => ({ measurement: 'm', tags: { at, [text]: 'a' }, fields: { a: 1 } })],
  ['the value of a tag', (text, at) => ({ measurement: 'm', tags: { at, b: text }, fields: { a: 1 } })],
  ['the name of a field', (text, at) => ({ measurement: 'm', tags: { at }, fields: { a: 1, [text]: 2 } })],
  ['the value of a field', (text, at) => ({ measurement: 'm', tags: { at }, fields: { a: 1, s: text } })],
];

if (!hasInfluxDb) it.todo('A18 line protocol at a real InfluxDB (apt-get install influxdb)');
else
  describe('A18 line protocol', () => {
    let influxdb: TestInfluxDb;
    let gateway: TestGateway;
    beforeAll(async () => {
      influxdb = await startInfluxDb();
      const { url, token, org, bucket } = influxdb;
      gateway = await TestGateway.start({ devices: {}, destinations: { influx: { url, token, org, bucket } } });
    });
    afterAll(async () => {
      await gateway.stop();
      await influxdb[Symbol.asyncDispose]();
    });

    it.each(places)('what is hostile in %s is refused, or is one point with these very bytes', async (place, make) => {
      const taken: Point[] = [];
      for (const [index, text] of hostile.entries()) {
        const point = make(text, `${places.findIndex(([name]) => name === place)}-${index}`);
        const { status } = await gateway.send('POST', '/sensors/v1/readings', [{ ...point, time }]);
        expect([JSON.stringify(text).slice(0, 40), [204, 400].includes(status)]).toEqual([expect.anything(), true]);
        if (status === 204) taken.push(point);
      }
      await sent();
      for (const point of taken) {
        const rows = await influxdb.query(`SELECT * FROM "${point.measurement}" WHERE "at" = '${point.tags?.at ?? ''}'`);
        const found = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
        expect(found).toEqual([{ time: Date.parse(time), ...point.tags, ...point.fields }]);
      }
    });

    it('nothing else has come of it', async () => {
      await sent();
      const names = (await influxdb.query('SHOW MEASUREMENTS')).map(({ name }) => name);
      expect(names.filter((name) => name !== 'm' && !hostile.includes(String(name)))).toEqual([]);
      expect(names).not.toContain('evil');
    });

    async function sent(): Promise<void> {
      const added = await counter('store', 'added');
      await until(
        async () => (await counter('destination-influx', 'stored')) + (await counter('destination-influx', 'rejected')) >= added,
      );
      expect(await counter('destination-influx', 'rejected')).toBe(0);
    }

    async function counter(part: string, name: string): Promise<number> {
      const parts = await gateway.json<{ name: string; counters: Record<string, number> }[]>('/registry/v1/subsystems');
      return parts.find((one) => one.name === part)?.counters[name] ?? 0;
    }
  });
