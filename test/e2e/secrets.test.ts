import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';

/** Each is in one place only, so that what is found says where it came from. */
const CANARIES = {
  influxToken: 'canary-influx-token',
  cameraUser: 'canary-camera-user',
  cameraPassword: 'canary-camera-password',
  cameraQuery: 'canary-camera-query',
  bearer: 'canary-bearer',
  basic: 'canary-basic',
  ticket: 'canary-ticket',
  signature: 'canary-signature',
  accessToken: 'canary-access-token',
  clientSecret: 'canary-client-secret',
  body: 'canary-in-a-body',
} as const;

const hasFfmpeg = hasProgram('ffmpeg', '-version');
const running: { child?: ChildProcess; server?: Server }[] = [];
afterEach(() => {
  for (const { child, server } of running.splice(0)) {
    child?.kill('SIGKILL');
    server?.closeAllConnections();
    server?.close();
  }
});

/** Which canaries, in any spelling, are in which text. */
function hits(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([where, text]) =>
    Object.entries(CANARIES)
      .filter(([, canary]) => [canary, encodeURIComponent(canary), base64(canary)].some((spelt) => text.includes(spelt)))
      .map(([name]) => `${name} in ${where}`),
  );
}

/** What a longer text in base64 has of it, wherever it begins, but for the letters that it shares with what is beside it. */
function base64(text: string): string {
  return Buffer.from(text).toString('base64').slice(0, -4);
}

async function serving(answer: (authorization: string) => { status: number; body: string; headers?: Record<string, string> }) {
  const seen: string[] = [];
  const server = createServer((req, res) => {
    seen.push(`${req.url ?? ''} ${req.headers.authorization ?? ''}`);
    const { status, body, headers } = answer(req.headers.authorization ?? '');
    res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  });
  running.push({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { seen, port: (server.address() as AddressInfo).port };
}

function umec(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--no-warnings', 'dist/src/umec.js', ...args], { env: { ...process.env, ...env } });
  running.push({ child });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  return { child, said };
}

/** Everything that others can see of a process and of those that it has started. */
function processes(pid: number): Record<string, string> {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/stat`).includes(`) `));
  const own = children.filter((name) => Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1]) === pid);
  const itself = read(`/proc/${pid}/cmdline`);
  // a child that is no program of its own yet shows what its parent is: who has arguments of its own has an environment of its own too
  const started = own
    .map((name) => ({ name, args: read(`/proc/${name}/cmdline`) }))
    .filter(({ args }) => args !== itself)
    .map(({ name, args }) => ({ name, args, environment: read(`/proc/${name}/environ`) }));
  return Object.fromEntries([
    ['arguments of the gateway', itself],
    ...started.flatMap(({ name, args, environment }) => [
      [`arguments of child ${name}`, args],
      [`environment of child ${name}`, environment],
    ]),
  ]) as Record<string, string>;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return ''; // it has ended
  }
}

const test =
  hasFfmpeg && process.platform === 'linux' ? it : (name: string) => it.todo(`${name} (on Linux: apt-get install ffmpeg)`);

describe('A secret that was given to the gateway', () => {
  test('is nowhere in logs, answers, subsystems, audit entries, arguments and the environments of children', async () => {
    using dir = tempDirectory();
    const camera = await serving((authorization) =>
      authorization === ''
        ? { status: 401, body: '', headers: { 'WWW-Authenticate': 'Basic realm="x"' } }
        : { status: 403, body: '' },
    );
    // one that tells again what it was told
    const influx = await serving((authorization) => ({
      status: 401,
      body: JSON.stringify({ code: 'unauthorized', message: authorization }),
    }));
    const config = join(dir.path, 'umec.yaml');
    const source = `http://${CANARIES.cameraUser}:${CANARIES.cameraPassword}@127.0.0.1:${camera.port}/live?pwd=${CANARIES.cameraQuery}`;
    writeFileSync(
      config,
      JSON.stringify({
        auth: { mode: 'none' },
        http: { listen: '127.0.0.1:0' },
        log: { level: 'debug', format: 'json' },
        data: { dir: join(dir.path, 'data'), commitMs: 20 },
        devices: { radios: { town: { driver: 'simulated' } }, cameras: { door: { driver: 'ffmpeg', source } } },
      }),
    );
    const cloud = { url: `http://127.0.0.1:${influx.port}`, token: CANARIES.influxToken, bucket: 'b' };
    const secret = { UMEC_DESTINATIONS: JSON.stringify({ cloud }) };
    const gateway = umec(['start', '-c', config], secret);
    const seen: Record<string, string> = {};
    const look = () => {
      for (const [where, text] of Object.entries(processes(gateway.child.pid ?? 0))) seen[where] = (seen[where] ?? '') + text;
    };
    const url = () => /ready at (\S+)/.exec(gateway.said.out)?.[1];
    await until(async () => url() !== undefined || gateway.child.exitCode !== null);
    const ask = async (path: string, init: RequestInit = {}) => {
      const response = await fetch(`${url() ?? ''}${path}`, init);
      const body = await response.text();
      seen[`${init.method ?? 'GET'} ${path.split('?')[0] ?? ''}`] = `${[...response.headers].join('\n')}\n${body}`;
      return body;
    };

    const picture = ask('/camera/v1/cameras/door/snapshot');
    await until(async () => {
      look();
      return camera.seen.some((request) => request.includes('Basic'));
    });
    look();
    await picture;
    await until(async () => (await ask('/registry/v1/subsystems')).includes('401'));
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await ask('/oauth2/token', { method: 'POST', headers: form, body: `client_id=a&client_secret=${CANARIES.clientSecret}` });
    await ask('/oauth2/token', {
      method: 'POST',
      headers: { ...form, Authorization: `Basic ${Buffer.from(`a:${CANARIES.basic}`).toString('base64')}` },
    });
    await ask('/sensors/v1/tags', { headers: { Authorization: `Bearer ${CANARIES.bearer}` } });
    await ask(`/sensors/v1/tags?ticket=${CANARIES.ticket}&%73ignature=${CANARIES.signature}`);
    await ask(`/sensors/v1/readings?measurement=a&access_token=${CANARIES.accessToken}`);
    await ask(`/events/v1?Token=${CANARIES.accessToken}&ticket=${CANARIES.ticket}`);
    await ask('/registry/v1/applications', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: CANARIES.bearer },
      body: JSON.stringify({ appName: 'x', secret: CANARIES.body }),
    });
    await ask('/registry/v1/applications', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ appName: 'plates' }),
    });
    for (const path of [
      '/camera/v1/cameras',
      '/registry/v1/devices',
      '/registry/v1/subsystems',
      '/mec_service_mgmt/v1/services',
      '/access/v1/audit',
      '/access/v1/audit/verification',
      '/metrics',
      '/openapi/access.json',
    ])
      await ask(path);
    expect(seen['GET /access/v1/audit']).toContain('Applications_POST');
    look();
    gateway.child.kill('SIGTERM');
    await once(gateway.child, 'exit');
    seen['the log'] = gateway.said.err;
    seen['what people are told'] = gateway.said.out;
    expect(seen['the log']).toContain('"url":"/sensors/v1/tags?ticket=***&%73ignature=***"');

    const check = umec(['check', '-c', config], secret);
    await once(check.child, 'exit');
    seen['umec check'] = check.said.out + check.said.err;
    seen['the audit log on disk'] = read(join(dir.path, 'data', 'audit.db'));

    // they were in use, and what looks for them finds them where they are meant to be
    expect(camera.seen.join()).toContain(CANARIES.cameraQuery);
    expect(influx.seen.join()).toContain(CANARIES.influxToken);
    expect(hits({ planted: read(config) })).toEqual([
      'cameraUser in planted',
      'cameraPassword in planted',
      'cameraQuery in planted',
    ]);
    expect(hits({ planted: camera.seen.join() })).toEqual(['cameraUser in planted', 'cameraQuery in planted']);
    expect(Object.keys(seen).filter((where) => where.startsWith('arguments of child')).length).toBeGreaterThan(0);
    expect(hits(seen)).toEqual([]);
  }, 60_000);
});
