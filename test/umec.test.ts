import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { WebSocket } from 'ws';
import { freePort } from './free-port.js';
import { tempDirectory } from './temp-directory.js';

const UMEC = fileURLToPath(new URL('../src/umec.js', import.meta.url));
/** A gateway with this tells what is set on its chip. */
const TELLING = { NODE_OPTIONS: `--import=${new URL('telling-chip.js', import.meta.url).href}` };
/** Of the outputs that a gateway has when nobody configures any. */
const SAFE = { 22: 0, 27: 1 };
/** A tag's password. */
const HEX = '5275757669636F6D5275757669546167';

let directory: ReturnType<typeof tempDirectory>;
const children: ChildProcess[] = [];
beforeEach(() => {
  directory = tempDirectory();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  directory[Symbol.dispose]();
});

/** Runs umec in an empty directory. */
function umec(args: readonly string[], env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [UMEC, ...args], { cwd: directory.path, env: { PATH, ...env } });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += String(data)));
  child.stderr.on('data', (data) => (said.err += String(data)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, said, ended };
}

const settings = () => ({ UMEC_HTTP_LISTEN: '127.0.0.1:0', UMEC_DATA_DIR: join(directory.path, 'data') });

async function started(env: Record<string, string> = {}) {
  const gateway = umec(['start'], { ...settings(), ...env });
  const url = () => /ready at (http\S+)/.exec(gateway.said.out)?.[1];
  while (!url()) {
    if (gateway.child.exitCode !== null) throw new Error(gateway.said.err);
    await Promise.race([once(gateway.child.stdout, 'data'), gateway.ended]);
  }
  return { ...gateway, url: url() ?? '' };
}

/** What the chip's lines were set to, by what a gateway told that is `TELLING`. */
function valuesSet(err: string): object {
  const sets = [...err.matchAll(/^set (.*)$/gm)].map(([, values = '']) => JSON.parse(values) as object);
  return Object.assign({}, ...sets) as object;
}

/** A request that never ends, and keeps a stop waiting. */
async function hangingRequest(url: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const slow = connect(Number(port), hostname);
  slow.on('error', () => {});
  slow.write(`POST /sensors/v1/readings HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n`);
  await once(slow, 'data');
  return slow;
}

/** One line for a person, and no trace of the code. */
async function refusal(running: ReturnType<typeof umec>): Promise<string> {
  const { code, out, err } = await running.ended;
  expect([code, out]).toEqual([1, '']);
  const lines = err
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
  expect(lines).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at /m);
  return lines[0] ?? '';
}

describe('umec check', () => {
  it('shows what the configuration comes to, without the token', async () => {
    writeFileSync(
      join(directory.path, 'umec.yaml'),
      'mqtt: {url: "mqtt://127.0.0.1", username: umec, password: swordfish}\ndestinations: {cloud: {url: "http://127.0.0.1:8086", token: swordfish, bucket: b}}\ndevices: {radios: {attic: {driver: ruuvi-gateway, token: swordfish-swordfish, url: "http://attic", bearer: swordfish}, house: {driver: mqtt, url: "mqtt://house", username: umec, password: swordfish}}, cameras: {door: {driver: ffmpeg, source: "rtsp://me:swordfish@door/1"}, yard: {driver: ffmpeg, source: "http://yard/?pwd=swordfish&fps=5"}}}\n' +
        `sensors: {keys: {"CB:B8:33:4C:88:4F": {password: "${HEX}", deviceId: "0011223344556677"}}}\n`,
    );
    const { code, out, err } = await umec(['check'], { UMEC_LOG_LEVEL: 'debug' }).ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('swordfish');
    expect(out).not.toContain(HEX);
    expect(parse(out)).toMatchObject({ log: { level: 'debug' }, destinations: { cloud: { token: '(hidden)', bucket: 'b' } } });
  });

  it('says what is wrong', async () => {
    writeFileSync(join(directory.path, 'mine.yaml'), 'http: {lisen: x}');
    expect(await refusal(umec(['check', '--config', 'mine.yaml']))).toBe(
      'umec: http.lisen: there is no such setting, did you mean listen?',
    );
    expect(await refusal(umec(['check', '--config', 'missing.yaml']))).toContain('missing.yaml');
  });
});

describe('umec health', () => {
  it('says nothing of a gateway that lives and serves, and why when there is none', async () => {
    const env = { ...settings(), UMEC_HTTP_LISTEN: `127.0.0.1:${await freePort()}`, UMEC_HTTP_TLS_MODE: 'own' };
    expect(await refusal(umec(['health'], env))).toMatch(/^umec: \/healthz at 127\.0\.0\.1:\d+: .*server\.pem cannot be read/);
    const { child, ended } = await started(env);
    for (const args of [['health'], ['health', '--ready']])
      expect(await umec(args, env).ended).toEqual({ code: 0, out: '', err: '' });
    child.kill('SIGTERM');
    await ended;
    expect(await refusal(umec(['health'], env))).toContain('ECONNREFUSED');
  });
});

describe('umec detect', () => {
  it('lists what there is, and writes no file over another', async () => {
    expect((await umec(['detect']).ended).code).toBe(0);
    writeFileSync(join(directory.path, 'mine.yaml'), 'http: {}');
    const { code, err } = await umec(['detect', '--write', 'mine.yaml']).ended;
    // a machine without hardware has nothing to write in the first place
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^umec: mine\.yaml (exists and is left as it is|is not written)[^\n]*\n$/),
    ]);
    expect(readFileSync(join(directory.path, 'mine.yaml'), 'utf8')).toBe('http: {}');
  });
});

describe('umec start', () => {
  it('refuses a configuration that cannot be used', async () => {
    expect(await refusal(umec(['start'], { ...settings(), UMEC_HTTP_LISTEN: '192.168.1.20:8080' }))).toContain('loopback');
    expect(await refusal(umec(['start'], { ...settings(), UMEC_NONSENSE: '1' }))).toContain('UMEC_NONSENSE');
    writeFileSync(join(directory.path, 'umec.yaml'), 'http: "unfinished');
    expect(await refusal(umec(['start'], settings()))).toMatch(/umec\.yaml: .* at line 1, column \d+$/);
  });

  it('says which address is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      expect(await refusal(umec(['start'], { ...settings(), UMEC_HTTP_LISTEN: `127.0.0.1:${port}` }))).toContain(
        `127.0.0.1:${port} is in use by another process`,
      );
    } finally {
      other.close();
    }
  });

  it('says which data directory cannot be used', async () => {
    writeFileSync(join(directory.path, 'file'), '');
    const inFile = join(directory.path, 'file', 'data');
    expect(await refusal(umec(['start'], { ...settings(), UMEC_DATA_DIR: inFile }))).toContain(inFile);
    const readOnly = join(directory.path, 'read-only');
    if (process.getuid?.() === 0) return; // root writes everywhere
    chmodSync(directory.path, 0o555);
    expect(await refusal(umec(['start'], { ...settings(), UMEC_DATA_DIR: readOnly }))).toContain(readOnly);
    chmodSync(directory.path, 0o755);
  });

  it('does not let two gateways use one data directory', async () => {
    await started();
    expect(await refusal(umec(['start'], settings()))).toContain(join(directory.path, 'data'));
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)(
    'ends at once with 0 on %s, whoever is still looking',
    async (signal) => {
      const { child, ended, url } = await started();
      const { out } = await umec(['token', '--role', 'viewer'], settings()).ended;
      const headers = { Authorization: `Bearer ${out.trim()}` };
      const stream = await fetch(`${url}/camera/v1/cameras/lens-1/stream`, { headers });
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      await reader.read();
      const socket = new WebSocket(`${url.replace('http', 'ws')}/events/v1`, { headers });
      await once(socket, 'open');
      const began = performance.now();
      child.kill(signal);
      const [[code], end] = (await Promise.all([once(socket, 'close'), ended])) as [[number], Awaited<typeof ended>];
      expect(performance.now() - began).toBeLessThan(3_000);
      expect([end.code, code]).toEqual([0, 1001]);
      expect(end.err).not.toMatch(/"level":(50|60)/);
      await reader.cancel().catch(() => undefined);
    },
  );

  it('ends on a second signal without waiting for anybody, with its outputs at their safe values', async () => {
    const { child, said, ended, url } = await started(TELLING);
    const slow = await hangingRequest(url);
    expect(valuesSet(said.err)).toEqual({});
    child.kill('SIGTERM');
    while (!said.err.includes('stopping')) await once(child.stderr, 'data');
    const began = performance.now();
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect(performance.now() - began).toBeLessThan(1_000);
    expect([code, valuesSet(err)]).toEqual([1, SAFE]);
    slow.destroy();
  });

  it('sets its outputs to their safe values at the first signal, whatever is still under way', async () => {
    const { child, said, url } = await started(TELLING);
    const slow = await hangingRequest(url);
    const began = performance.now();
    child.kill('SIGTERM');
    while (!/^set /m.test(said.err)) await once(child.stderr, 'data');
    // what is under way has 5 s
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(valuesSet(said.err)).toEqual(SAFE);
    slow.destroy();
  });

  it('sets its outputs to their safe values when an error ends it that nobody has caught', async () => {
    const { child, said, ended } = await started(TELLING);
    expect(valuesSet(said.err)).toEqual({});
    child.kill('SIGUSR2');
    const { code, err } = await ended;
    expect(err).toContain('Error: on purpose');
    expect([code, valuesSet(err)]).toEqual([1, SAFE]);
  });

  it('serves also when its history cannot be opened', async () => {
    mkdirSync(join(directory.path, 'data', 'history.db'), { recursive: true });
    const { url, said } = await started();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(said.err).toContain('what the sensors said before the start is not known: history could not be read or written');
  });

  it('ends when its store is gone, so that it is started again', async () => {
    const { child, ended } = await started({ NODE_OPTIONS: `--import=${new URL('dying-store.js', import.meta.url).href}` });
    child.kill('SIGUSR2');
    const { code, err } = await ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^umec: the store has ended: the gateway has to be started again$/m);
  });

  it('shows nothing but JSON in the log, and nothing but the welcome to people', async () => {
    const { child, ended } = await started({ UMEC_LOG_LEVEL: 'debug' });
    child.kill('SIGTERM');
    const { out, err } = await ended;
    for (const line of err.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(out).not.toContain('{');
  });
});
