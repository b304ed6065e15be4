import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { askDoor } from '../../src/control/ask-door.js';
import type { OwnerToken } from '../../src/control/owner-services.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { operations } from './specifications.js';

/** Where these are meant to be. */
const MAY_HOLD_SECRETS = /^(state\.db|administrator\.json|door\/)/;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The gateway as people start it. @param dir with a umec.yaml in it */
function umec(command: string, dir: string) {
  const child = spawn(process.execPath, ['--no-warnings', 'dist/src/umec.js', command, '-c', join(dir, 'umec.yaml')]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  return { child, said, [Symbol.dispose]: () => void child.kill('SIGKILL') };
}

/** All files below the directory, by their path in it. */
function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(dir, path)).isFile());
}

/** What comes first of what does not end. */
async function firstOf({ body }: Response): Promise<Uint8Array> {
  for await (const part of body ?? []) return part as Uint8Array;
  return new Uint8Array();
}

const test = process.platform === 'linux' ? it : (name: string) => it.todo(`${name} (on Linux)`);

describe('A19 what proves who somebody is', () => {
  test('is in no log, answer, audit entry and argument, and in no file but those for it, which nobody else can read', async () => {
    using temp = tempDirectory();
    const dir = join(temp.path, 'data');
    // one that others may look into
    mkdirSync(dir, { mode: 0o755 });
    const settings = {
      http: { listen: '127.0.0.1:0' },
      log: { level: 'debug', format: 'json' },
      data: { dir, commitMs: 20 },
    };
    writeFileSync(join(temp.path, 'umec.yaml'), JSON.stringify(settings));
    using gateway = umec('start', temp.path);
    const url = () => /ready at (\S+)/.exec(gateway.said.out)?.[1];
    await until(
      async () => (url() !== undefined && gateway.said.out.includes('administrator.json')) || gateway.child.exitCode !== null,
    );

    const seen: Record<string, string> = {};
    const ask = async (method: string, path: string, init: RequestInit = {}) => {
      const response = await fetch(`${url() ?? ''}${path}`, { ...init, method, signal: AbortSignal.timeout(5_000) });
      const isStream = response.headers.get('content-type')?.startsWith('multipart/') ?? false;
      const first = isStream ? await firstOf(response) : new Uint8Array(await response.arrayBuffer());
      const text = Buffer.from(first).toString('latin1');
      const where = `${method} ${path}`;
      seen[where] = `${seen[where] ?? ''}${[...response.headers].join('\n')}\n${text}`;
      return { status: response.status, text };
    };
    const tokenFor = async (basic: string) => {
      const headers = { ...FORM, Authorization: `Basic ${basic}` };
      const body = 'grant_type=client_credentials';
      const answer = await ask('POST', '/oauth2/token', { headers, body });
      return (JSON.parse(answer.text) as { access_token?: string }).access_token ?? '';
    };

    const { client_id: id, client_secret: secret } = JSON.parse(readFileSync(join(dir, 'administrator.json'), 'utf8')) as {
      client_id: string;
      client_secret: string;
    };
    const basic = Buffer.from(`${id}:${secret}`).toString('base64');
    const token = await tokenFor(basic);
    const ended = await tokenFor(basic);
    const owner = (await askDoor<OwnerToken>(dir, 'token', {})).access_token;
    // the answers that give them are the one place for them
    delete seen['POST /oauth2/token'];

    // each sent where it can be wrong
    const bearer = { Authorization: `Bearer ${token}` };
    await ask('POST', '/oauth2/revoke', { headers: { ...FORM, Authorization: `Basic ${basic}` }, body: `token=${ended}` });
    await ask('GET', '/sensors/v1/tags', { headers: { Authorization: `Bearer ${ended}` } });
    await ask('GET', '/sensors/v1/tags', { headers: { Authorization: `Bearer ${token}x` } });
    await ask('GET', `/sensors/v1/tags?access_token=${token}&client_secret=${secret}&ticket=${token}`);
    await ask('POST', '/oauth2/token', { headers: FORM, body: `client_id=${id}&client_secret=${secret}&scope=none` });
    await ask('POST', '/oauth2/token', {
      headers: FORM,
      body: `grant_type=${token}&client_id=${secret}&client_secret=${secret}`,
    });
    const json = { ...bearer, 'Content-Type': 'application/json' };
    await ask('POST', '/registry/v1/applications', {
      headers: json,
      body: JSON.stringify({ appName: 'x', unheardOf: secret, token }),
    });
    await ask('POST', '/registry/v1/applications', { headers: json, body: `{"appName": ${secret}` });
    await ask('POST', '/registry/v1/applications', { headers: json, body: JSON.stringify({ appName: 'plates' }) });

    // everything that can be read, as who may read everything
    const reads = operations.filter(({ method }) => method === 'get');
    const answered = await Promise.all(
      [...reads.map(({ path }) => path), '/access/v1/audit', '/access/v1/audit/verification', '/metrics']
        .map((path) =>
          path
            .replace(/\{cameraId\}/, 'lens-1')
            .replace(/\{document\}/, 'platform.json')
            .replace(/\{\w+\}/g, 'x'),
        )
        .map((path) => ask('GET', path, { headers: bearer })),
    );
    expect(answered.filter(({ status }) => status === 200).length).toBeGreaterThan(reads.length / 3);
    seen['the arguments'] = readFileSync(`/proc/${gateway.child.pid ?? 0}/cmdline`, 'latin1');
    const modes = () => filesIn(dir).map((path) => [path, (statSync(join(dir, path)).mode & 0o777).toString(8)]);
    const whileItRuns = modes();
    gateway.child.kill('SIGTERM');
    await once(gateway.child, 'exit');
    seen['the log'] = gateway.said.err;
    seen['what people are told'] = gateway.said.out;
    using check = umec('check', temp.path);
    await once(check.child, 'exit');
    seen['umec check'] = check.said.out + check.said.err;
    const onDisk = (path: string) => readFileSync(join(dir, path), 'latin1');
    for (const path of filesIn(dir).filter((path) => !MAY_HOLD_SECRETS.test(path))) seen[`data/${path}`] = onDisk(path);

    const kept = filesIn(dir)
      .filter((path) => path.startsWith('state.db'))
      .map(onDisk)
      .join();
    const [, privateKey = ''] = /"d":"([\w-]{43})"/.exec(kept) ?? [];
    expect(privateKey).not.toBe('');
    const signature = (jwt: string) => jwt.split('.')[2] ?? '';
    const secrets = { secret, basic, privateKey, token: signature(token), ended: signature(ended), owner: signature(owner) };
    for (const one of Object.values(secrets)) expect(one.length).toBeGreaterThan(20);
    const hits = Object.entries(seen).flatMap(([where, text]) =>
      Object.entries(secrets)
        .filter(([, one]) => [one, encodeURIComponent(one)].some((spelt) => text.includes(spelt)))
        .map(([name]) => `${name} in ${where}`),
    );
    expect(hits).toEqual([]);
    // no hash of a secret is given to anybody, be it to administrators
    expect(
      Object.values(seen)
        .join()
        .match(/\$?(scrypt|argon2|pbkdf2)[$:]/g),
    ).toBeNull();
    // the log was listening
    expect(seen['the log']).toContain('"url":"/sensors/v1/tags?access_token=***');
    expect([...whileItRuns, ...modes()].filter(([, mode]) => mode !== '600')).toEqual([]);
  }, 120_000);
});
