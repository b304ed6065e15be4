import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { influxSays, scriptedServer } from '../destinations/harness.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { blocksOf, readPage, tableRows } from './blocks.js';
import { shaped } from './shaped.js';
import { saidInShell } from './shell.js';

const page = readPage('docs/destinations.md');
const blocks = blocksOf(page);
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';
const commands = blocks.filter(({ info }) => info === 'sh').map((block) => block.text);
const POINTS = [1, 2, 'many'].map((count, at) => ({
  measurement: 'people',
  tags: { gate: 'south' },
  time: new Date(Date.now() - 1_000 * (3 - at)).toISOString(),
  fields: { count },
}));

describe('docs/destinations.md', () => {
  let gateway: TestGateway;
  let server: Awaited<ReturnType<typeof scriptedServer>>;
  let said: string[];

  beforeAll(async () => {
    server = await scriptedServer((lines) =>
      lines.some((line) => line.includes('many')) ? influxSays(422, 'field type conflict') : undefined,
    );
    const { url, token, org, bucket } = server.target;
    gateway = await TestGateway.start({
      auth: { mode: 'tokens' },
      devices: {},
      destinations: { cloud: { url, token, org, bucket } },
    });
    await gateway.send('POST', '/sensors/v1/readings', POINTS);
    await until(async () => (await gateway.json<{ rejections: number }>('/registry/v1/destinations/cloud')).rejections === 1, 20);
    said = await saidInShell(commands, gateway);
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    server[Symbol.dispose]();
  });

  it('has a configuration that can be used', () => {
    const yaml = parse(text('yaml')) as Record<string, unknown>;
    expect(parseConfig(yaml, {})).toMatchObject(yaml);
  });

  it('shows a destination as it is', () => {
    expect(JSON.parse(said[0] ?? '')).toEqual(shaped(JSON.parse(text('json destination'))));
  });

  it('shows its metrics', () => {
    expect(said[1]).toMatch(/^umec_destination_lag_readings\{destination="cloud"\} 0\numec_destination_lag_seconds\{.*\} 0\n/);
  });

  it('shows a rejection, sends it again and forgets it', async () => {
    expect(JSON.parse(said[2] ?? '')).toEqual([shaped(JSON.parse(text('json rejection')))]);
    expect(JSON.parse(said[3] ?? '')).toEqual({ rejections: 1 });
    expect(await gateway.json('/registry/v1/destinations/cloud/rejections')).toEqual([]);
  });

  it('tells of each database how it is known', () => {
    expect(tableRows(page, 'Database').map(([name]) => name)).toEqual([
      ...['InfluxDB 1.8', 'InfluxDB 2.x', 'InfluxDB 3.x', 'VictoriaMetrics'],
    ]);
  });
});
