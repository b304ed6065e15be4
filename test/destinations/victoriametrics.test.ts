import { describe, expect, it } from '@jest/globals';
import { appPoint, appPoints, noon, ruuviPoint } from '../store/points.js';
import { tempDirectory } from '../temp-directory.js';
import { hasVictoriaMetrics, startVictoriaMetrics } from '../victoriametrics.js';
import { allRead, openWith, start } from './harness.js';

const settings = (url: string) =>
  ({ url, token: 'none is asked for', org: '', bucket: 'any', speaks: 'victoriametrics' }) as const;

if (!hasVictoriaMetrics) it.todo('a real VictoriaMetrics takes what we send (apt-get install victoria-metrics)');
else
  describe('a real VictoriaMetrics', () => {
    it('has each number as it was, at its time, and nothing that is no number', async () => {
      using dir = tempDirectory();
      await using server = await startVictoriaMetrics();
      await using store = await openWith(dir.path, [ruuviPoint(), appPoint()]);
      await using running = start(store, settings(server.url));
      await allRead(store);
      expect(running.influx.counters).toMatchObject({ stored: 2, filtered: 0, rejected: 0 });
      const [temperature] = await server.series('ruuvi_measurements_temperature');
      expect(temperature).toMatchObject({ values: [24.3], timestamps: [noon], metric: { mac: 'CBB8334C884F' } });
      expect(await server.series('ruuvi_measurements_dewPoint')).toMatchObject([{ values: [14.26209] }]);
      const names = (await server.series('{__name__=~"people_.*"}')).map(({ metric }) => metric.__name__);
      expect(names.sort()).toEqual(['people_confidence', 'people_count', 'people_rssi']);
    }, 30_000);

    it('has every row of a backlog once, under new names', async () => {
      using dir = tempDirectory();
      await using server = await startVictoriaMetrics();
      await using store = await openWith(dir.path, appPoints(3_000));
      const rename = { measurements: { people: 'visitors' }, fields: { count: 'n' }, tags: { gate: 'door' } };
      await using _running = start(store, { ...settings(server.url), rename });
      await allRead(store);
      const [series] = await server.series('visitors_n');
      expect(series?.metric).toMatchObject({ door: 'north' });
      expect([...(series?.values ?? [])].sort((a, b) => a - b)).toEqual(Array.from({ length: 3_000 }, (_, at) => at));
    }, 30_000);
  });
