import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { tinyPicture } from '../camera/inference/posted.js';
import { TestGateway } from '../gateway.js';
import { hasInfluxDb, startInfluxDb, type TestInfluxDb } from '../influxdb.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

const blocks = blocksOf(readPage('docs/sensors.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

describe('docs/sensors.md', () => {
  let gateway: TestGateway;
  let influxdb: TestInfluxDb | undefined;
  /** What each command says, from the shell in which all of them run. */
  let said: string[];

  beforeAll(async () => {
    if (hasInfluxDb) influxdb = await startInfluxDb();
    const { url, token, org, bucket } = influxdb ?? {};
    gateway = await TestGateway.start({
      auth: { mode: 'tokens' },
      ...(influxdb ? { destinations: { cloud: { url, token, org, bucket } } } : {}),
    });
    await until(async () => (await gateway.json<object[]>('/sensors/v1/tags')).length > 0);
    const script = blocks.filter(({ info }) => info === 'sh').map((block) => `${block.text}\nprintf '\\f'\n`);
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-ec', script.join('').replaceAll('http://127.0.0.1:8080', gateway.url)],
      {
        cwd: ROOT,
        env: shellEnvironment({ UMEC_DATA_DIR: gateway.dir }),
        maxBuffer: 16 * 1024 * 1024,
      },
    );
    said = stdout.split('\f');
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    await influxdb?.[Symbol.asyncDispose]();
  });

  it('begins with what hardware there is', async () => {
    const [command = '', ...args] = text('sh hardware').trim().split(' ');
    const { stdout } = await promisify(execFile)(command, args, { cwd: ROOT, env: shellEnvironment() });
    expect(stdout).toMatch(/Bluetooth/);
  }, 30_000);

  it('names, places and calibrates a tag, which is seen at once', () => {
    const shown = text('json').replace(/, …/g, '');
    const [, , configured = '', latest = ''] = said.slice(0, 4);
    const reading = JSON.parse(latest) as Record<string, unknown> & { measured: object };
    expect(JSON.parse(configured)).toMatchObject({ adoption: 'ADOPTED', name: 'Cold room' });
    expect(reading.name).toBe('Cold room');
    expect(Object.keys(reading)).toEqual(expect.arrayContaining(Object.keys(JSON.parse(shown) as object)));
    expect(Object.keys(reading.measured).sort()).toEqual(['humidity', 'temperature']);
  });

  it('has a plan of what hangs where', async () => {
    using folder = tempDirectory();
    writeFileSync(join(folder.path, 'plan.png'), tinyPicture);
    const env = shellEnvironment({ AUTH: `Authorization: ${gateway.owner().Authorization ?? ''}` });
    const script = text('sh plan').replaceAll('http://127.0.0.1:8080', gateway.url);
    const { stdout } = await promisify(execFile)('sh', ['-ec', script], { cwd: folder.path, env });
    expect(JSON.parse(stdout)).toMatchObject({ width: 1, height: 1 });
    expect((await gateway.get('/registry/v1/plan')).headers.get('content-type')).toBe('image/webp');
  });

  it('shows readings and statistics of that tag', () => {
    const [readings = '', statistics = ''] = said.slice(4, 6);
    expect(JSON.parse(readings)).toEqual(expect.arrayContaining([expect.objectContaining({ dataFormat: expect.any(String) })]));
    expect(JSON.parse(statistics)).toMatchObject([{ fields: { temperature: { count: expect.any(Number) } } }]);
  });

  it('keeps a reading of an application, and shows it', () => {
    const [own] = JSON.parse(said[6] ?? '') as object[];
    expect(own).toEqual({ measurement: 'people', tags: { gate: 'north' }, time: expect.any(String), fields: { count: 3 } });
  });

  it('shows its values to Prometheus', () => {
    expect(said[7]).toMatch(/^ruuvi_temperature\{.*name="Cold room".*\} -?[\d.]+$/m);
  });

  it('gives the gateway settings that it takes', () => {
    for (const { text: yaml } of blocks.filter(({ info }) => info.startsWith('yaml')))
      expect(parseConfig(parse(yaml), {})).toMatchObject(parse(yaml) as Record<string, unknown>);
  });

  if (!hasInfluxDb) it.todo('asks a real InfluxDB what Grafana asks it (apt-get install influxdb)');
  else
    it('asks InfluxDB what Grafana asks it, and is answered', async () => {
      const query = text('sql').trim();
      await until(async () => ((await influxdb?.query(query)) ?? []).some(({ mean }) => typeof mean === 'number'), 200);
    }, 30_000);
});
