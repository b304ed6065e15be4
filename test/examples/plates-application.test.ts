import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { trafficAt } from '../../src/devices/simulated/traffic.js';
import { blocksOf, readPage, ROOT } from '../docs/blocks.js';
import { atGateway, saidInShell } from '../docs/shell.js';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { hasProgram } from '../has-program.js';
import { hasInfluxDb, startInfluxDb } from '../influxdb.js';
import { until } from '../until.js';
import { Shell, type Told } from './shell.js';

interface Point {
  readonly measurement: string;
  readonly tags: Record<string, string>;
  readonly fields: { readonly plate: string };
  readonly time: string;
}

const PROGRAM = 'exec node examples/plates/plates.js';
/** That of the street at a gateway's camera. */
const SEED = 1;
const SCOPES = ['mec_app_support:write', 'mec_service_mgmt:read', 'mec_service_mgmt:write', 'camera:read', 'sensors:write'];
/** What a picture of another gateway's stream is late by at the most, ms. */
const LATE_MS = 3_000;

const page = readPage('examples/plates/README.md');
const blocks = blocksOf(page);
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

const tesseract = hasProgram('tesseract', '--version') ? [] : ['tesseract-ocr'];
const influxdb = hasInfluxDb ? [] : ['influxdb'];
const ffmpeg = hasProgram('ffmpeg', '-version') ? [] : ['ffmpeg'];

describe('examples/plates/README.md', () => {
  it('has no command but those that are run here and the one that installs', () => {
    const shells = blocks.map(({ info }) => info).filter((info) => info.startsWith('sh'));
    expect(shells).toEqual(['sh needs root', 'sh client', 'sh again', 'sh run', 'sh look']);
  });

  it('names every file of the program, and links only to what is there', () => {
    const named = [...page.matchAll(/`([a-z-]+\.js)`/g)].map(([, name = '']) => name);
    const files = readdirSync(join(ROOT, 'examples/plates')).filter((name) => name.endsWith('.js'));
    expect([...new Set(named)].sort()).toEqual(files.sort());
    const links = [...page.matchAll(/\]\((\.[^)]*)\)/g)].map(([, link = '']) => join(ROOT, 'examples/plates', link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('is of a program that wants the sharp which the gateway has been tested with', () => {
    const [own, gateways] = ['examples/plates/package.json', 'package.json'].map(
      (path) => JSON.parse(readPage(path)) as { readonly dependencies: Readonly<Record<string, string>> },
    );
    expect(own?.dependencies).toEqual({ sharp: gateways?.dependencies.sharp });
  });
});

describe('examples/plates as a MEC application', () => {
  itWith(
    [...tesseract, ...influxdb],
    'started as its README says, keeps the plates of cars that are there, in InfluxDB too, and ends when the gateway asks it to',
    async () => {
      await using influx = await startInfluxDb();
      const { url, token, org, bucket } = influx;
      await using gateway = await startGateway({ destinations: { cloud: { url, token, org, bucket } } });
      const commands = atGateway(`${text('sh client')}exec env ${text('sh run')}`, gateway);
      await using example = new Shell(commands, { UMEC_DATA_DIR: gateway.dir });
      const { appInstanceId } = await example.until('ready');
      expect(await applications(gateway)).toEqual([{ appInstanceId, appName: 'plates' }]);
      const [point] = pointsOf(await example.until('kept'));
      expect(point).toMatchObject({ measurement: 'car-plate', tags: { camera: 'lens-1' } });
      expect(platesAt(Date.parse(point?.time ?? ''))).toContain(point?.fields.plate);
      const [said = ''] = await saidInShell([text('sh look')], gateway);
      expect(JSON.parse(said)).toContainEqual(point);
      const row = { time: Date.parse(point?.time ?? ''), camera: 'lens-1', plate: point?.fields.plate };
      let rows: unknown[] = [];
      await until(async () => (rows = await influx.query('SELECT "camera", "plate" FROM "car-plate"')).length > 0, 50);
      expect(rows[0]).toEqual(row);

      const path = `/registry/v1/applications/${String(appInstanceId)}/terminate`;
      const asked = await gateway.send('POST', path, { operationAction: 'TERMINATING', maxGracefulTimeout: 60 });
      expect(asked.ok).toBe(true);
      await example.until('ended');
      expect(await example.exitCode()).toBe(0);
      expect(await applications(gateway)).toEqual([]);
      expect(await writes(gateway)).toEqual(
        expect.arrayContaining(['ApplicationsConfirmReady_POST 204', 'ApplicationsConfirmTermination_POST 204']),
      );
    },
  );

  itWith(tesseract, 'runs another day, with another secret', async () => {
    await using gateway = await startGateway({ devices: {} });
    await credentialsAt(gateway);
    const commands = atGateway(`${text('sh again')}exec env ${text('sh run')}`, gateway);
    await using example = new Shell(commands, { UMEC_DATA_DIR: gateway.dir });
    await example.until('ready');
  });

  it('keeps both plates that became sure with the same picture', async () => {
    const { readingsOf } = (await import(pathToFileURL(join(ROOT, 'examples/plates/readings.js')).href)) as {
      readingsOf: (plates: readonly string[], camera: string, time: number) => readonly Point[];
    };
    await using gateway = await startGateway({ devices: {} });
    const points = readingsOf(['KLM-274', 'WHZ-444'], `${gateway.url}/camera/v1/cameras/lens-1`, Date.now());
    expect((await gateway.send('POST', '/sensors/v1/readings', points)).status).toBe(204);
    expect(await gateway.json('/sensors/v1/readings?measurement=car-plate')).toEqual(expect.arrayContaining([...points]));
  });

  itWith([...tesseract, ...ffmpeg], 'waits while its camera is SUSPENDED, and goes on as soon as it is not', async () => {
    const listen = `127.0.0.1:${await freePort()}`;
    const startStreet = () => TestGateway.start({ http: { listen } });
    const source = `http://${listen}/camera/v1/cameras/lens-1/stream`;
    await using gateway = await startGateway({ devices: { cameras: { yard: { driver: 'ffmpeg', source, format: 'mpjpeg' } } } });
    const street = await startStreet();
    await using example = new Shell(PROGRAM, { ...(await credentialsAt(gateway)), PLATES_CAMERA: 'yard' });
    expect(await example.until('watching')).toMatchObject({ camera: `${gateway.url}/camera/v1/cameras/yard` });
    await street.stop();
    expect(await example.until('waiting', 'failures')).toMatchObject({ why: `no camera yard is ACTIVE at ${gateway.url}` });
    await using _street = await startStreet();
    // whoever looks finds that it is back; else the gateway does within a minute
    await until(async () => (await gateway.get('/camera/v1/cameras/yard/snapshot')).ok, 200);
    await example.until('watching');
    const [point] = pointsOf(await example.until('kept'));
    const seenAt = Date.parse(point?.time ?? '');
    const inView = Array.from({ length: LATE_MS / 100 }, (_, n) => platesAt(seenAt - n * 100)).flat();
    expect(inView).toContain(point?.fields.plate);
  });

  itWith(
    tesseract,
    'looks at no other camera than the one that it was told of, and at none by an address that the registry does not know',
    async () => {
      const away = { driver: 'v4l2', device: '/dev/video-not-there' };
      await using gateway = await startGateway({ devices: { cameras: { 'lens-1': { driver: 'simulated' }, yard: away } } });
      await using example = new Shell(PROGRAM, { ...(await credentialsAt(gateway)), PLATES_CAMERA: 'yard' });
      expect(await example.line(/"step":"(waiting|watching)"/)).toContain('no camera yard is ACTIVE');
      await using other = new Shell(PROGRAM, { ...(await credentialsAt(gateway, SCOPES, 'others')) });
      expect(await other.until('watching')).toMatchObject({ camera: `${gateway.url}/camera/v1/cameras/lens-1` });
      const alias = gateway.url.replace('127.0.0.1', 'localhost');
      await using astray = new Shell(PROGRAM, { ...(await credentialsAt(gateway, SCOPES, 'astray')), UMEC_URL: alias });
      const why = `no camera is ACTIVE at ${alias}, but at ${gateway.url}: where that is the same gateway, UMEC_URL has to be it`;
      expect(await astray.until('waiting')).toEqual({ step: 'waiting', why });
    },
  );

  itWith(tesseract, 'waits for a gateway that is not up yet, and says it in a sentence when there is none any more', async () => {
    const listen = `127.0.0.1:${await freePort()}`;
    await using example = new Shell(PROGRAM, { UMEC_URL: `http://${listen}` });
    const why = `http://${listen} cannot be reached: ECONNREFUSED`;
    expect(await example.until('failed')).toEqual({ step: 'failed', why });
    const gateway = await TestGateway.start({ http: { listen }, devices: {} });
    await example.until('ready', 'failures');
    await example.until('waiting');
    await gateway.stop();
    example.stop();
    expect(await example.until('failed')).toEqual({ step: 'failed', why });
    expect(await example.exitCode()).toBe(1);
  });

  itWith(
    tesseract,
    'takes its registration back when it is stopped or its terminal is closed, also when nobody hears it',
    async () => {
      await using gateway = await startGateway({ devices: {} });
      const credentials = await credentialsAt(gateway);
      for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
        await using example = new Shell(PROGRAM, credentials);
        await example.until('waiting');
        expect(await gateway.json('/registry/v1/subscriptions')).toHaveLength(2);
        if (signal === 'SIGTERM') await example.deafen();
        example.stop(signal);
        expect(await example.exitCode()).toBe(0);
        expect(await applications(gateway)).toEqual([]);
        expect(await gateway.json('/registry/v1/subscriptions')).toEqual([]);
      }
    },
  );

  itWith(tesseract, 'ends well also when its registration is gone already', async () => {
    await using gateway = await startGateway({ devices: {} });
    await using example = new Shell(PROGRAM, await credentialsAt(gateway));
    const { appInstanceId } = await example.until('ready');
    await gateway.get(`/registry/v1/applications/${String(appInstanceId)}`, { method: 'DELETE' });
    expect(await applications(gateway)).toEqual([]);
    example.stop();
    await example.until('ended');
    expect(await example.exitCode()).toBe(0);
  });

  it('says before all else that tesseract cannot read, in its words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'umec-plates-'));
    try {
      writeFileSync(join(folder, 'tesseract'), '#!/bin/sh\necho "Failed loading language eng" >&2\nexit 1\n', { mode: 0o755 });
      await using example = new Shell(PROGRAM, { PATH: `${folder}:${process.env.PATH}` });
      const why = 'tesseract has ended: 1 Failed loading language eng';
      expect(await example.until('failed')).toEqual({ step: 'failed', why });
      expect(await example.exitCode()).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  itWith(tesseract, 'says what it may not do, and leaves nothing behind', async () => {
    await using gateway = await startGateway({ devices: {} });
    await using example = new Shell(PROGRAM, await credentialsAt(gateway, ['mec_app_support:write']));
    const why: unknown = expect.stringMatching(/^POST \/mec_service_mgmt\/\S+\/subscriptions: 403 /);
    expect(await example.until('failed')).toEqual({ step: 'failed', why });
    await example.until('ended');
    expect(await example.exitCode()).toBe(1);
    expect(await applications(gateway)).toEqual([]);
  });
});

/** @param missing Debian's packages without which it cannot be seen */
function itWith(missing: readonly string[], name: string, test: () => Promise<void>): void {
  if (missing.length > 0) it.todo(`${name} (apt-get install ${missing.join(' ')})`);
  else it(name, test, 60_000);
}

function startGateway(settings: object): Promise<TestGateway> {
  return TestGateway.start({ auth: { mode: 'tokens' }, ...settings });
}

async function credentialsAt(gateway: TestGateway, scopes = SCOPES, clientId = 'plates'): Promise<Record<string, string>> {
  const client = { clientId, name: clientId, scopes };
  const registered = await gateway.send('POST', '/access/v1/clients', client);
  if (registered.status !== 201) throw new Error(await registered.text());
  const { clientSecret } = (await registered.json()) as { clientSecret: string };
  return { UMEC_URL: gateway.url, UMEC_CLIENT_ID: clientId, UMEC_CLIENT_SECRET: clientSecret };
}

async function applications(gateway: TestGateway): Promise<unknown[]> {
  const all = await gateway.json<{ appInstanceId: string; appName: string }[]>('/registry/v1/applications');
  return all.map(({ appInstanceId, appName }) => ({ appInstanceId, appName }));
}

/** What it changed, with the HTTP status. */
async function writes(gateway: TestGateway): Promise<string[]> {
  const entries = await gateway.json<{ what: string; outcome: number }[]>('/access/v1/audit?client=plates&limit=1000');
  return entries.map(({ what, outcome }) => `${what} ${outcome}`);
}

function platesAt(time: number): string[] {
  return trafficAt(time, SEED, 640).map(({ plate }) => plate);
}

function pointsOf(told: Told): readonly Point[] {
  return told.points as readonly Point[];
}
