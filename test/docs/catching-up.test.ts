import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { blocksOf, readPage } from './blocks.js';
import { saidInShell } from './shell.js';
import { shellEnvironment } from './shell-environment.js';

const blocks = blocksOf(readPage('docs/catching-up.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

interface Page {
  readonly points: readonly { readonly fields: { readonly count?: number } }[];
  readonly next: string;
  readonly missed: number;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
});
afterAll(() => gateway.stop());

describe('docs/catching-up.md', () => {
  it('shows pages of what arrived, from the beginning and from now on', async () => {
    const commands = blocks.filter(({ info }) => info === 'sh').map((block) => block.text);
    const said = await saidInShell(commands, gateway);
    const [first, second] = said.map((page) => (page.trim() === '' ? undefined : (JSON.parse(page) as Page)));
    const shown = JSON.parse(text('json')) as Page;
    for (const page of [first, second]) {
      expect(Object.keys(page ?? {}).sort()).toEqual(Object.keys(shown).sort());
      expect(page?.missed).toBe(0);
    }
    expect(Object.keys(second?.points[0] ?? {}).sort()).toEqual(Object.keys(shown.points[0] ?? {}).sort());
  }, 60_000);

  it('has a program that is killed again and again, and has everything once', async () => {
    using dir = tempDirectory();
    const [program, file] = [join(dir.path, 'follow.mjs'), join(dir.path, 'readings.ndjson')];
    writeFileSync(program, text('js follow.mjs'));
    const env = shellEnvironment({ UMEC_URL: gateway.url, UMEC_TOKEN: await gateway.token(), FILE: file });
    const start = () => spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const pages = () =>
      (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []).map((line) => JSON.parse(line) as Page);
    const counts = () => pages().flatMap(({ points }) => points.flatMap(({ fields }) => fields.count ?? []));
    let added = 0;
    for (let kill = 0; kill < 4; kill++) {
      const running = start();
      try {
        const end = added + 50;
        while (added < end) {
          const points = Array.from({ length: 10 }, () => ({ measurement: 'people', fields: { count: added++ } }));
          expect((await gateway.send('POST', '/sensors/v1/readings', points)).status).toBe(204);
        }
        await grown(dir.path, running, () => counts().length > end - 50);
      } finally {
        running.kill('SIGKILL');
        if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
      }
    }
    const last = start();
    await grown(dir.path, last, () => counts().length >= added);
    last.kill('SIGKILL');
    expect(counts()).toEqual(Array.from({ length: added }, (_, at) => at));
  }, 60_000);

  it('has a program that goes on after any other answer, and ends when its token has', async () => {
    using dir = tempDirectory();
    const [program, file] = [join(dir.path, 'follow.mjs'), join(dir.path, 'readings.ndjson')];
    const known = `${JSON.stringify({ points: [{}], next: 'known' })}\n`;
    const page = JSON.stringify({ points: [{ fields: { count: 1 } }], next: 'further', missed: 0 });
    const answers = [
      { status: 503, body: '{"status":503}' },
      { status: 200, body: '<html>Sign in to the hotel</html>' },
      { status: 200, body: '{}' },
      { status: 410, body: '{"status":410}' },
      { status: 200, body: page },
      { status: 401, body: '{"status":401}' },
    ];
    const asked: (string | null)[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(new URL(url, 'http://gateway').searchParams.get('after'));
      const { status, body } = answers[asked.length - 1] ?? { status: 401, body: '' };
      response.writeHead(status, { 'Retry-After': '0.01' }).end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    writeFileSync(program, text('js follow.mjs'));
    writeFileSync(file, `${known}{"points":[{},`);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = shellEnvironment({ UMEC_URL: address, UMEC_TOKEN: 'token', FILE: file });
    const ended = promisify(execFile)(process.execPath, [program], { env });
    await expect(ended).rejects.toMatchObject({ stderr: expect.stringContaining('the token has ended') });
    server.close();
    expect(asked).toEqual(['known', 'known', 'known', 'known', null, 'further']);
    expect(readFileSync(file, 'utf8')).toBe(`${known}${page}\n`);
  });
});

/** When a file in the folder was written to and what is wanted holds, or the program has ended, which it is not to. */
async function grown(folder: string, program: ChildProcess, holds: () => boolean): Promise<void> {
  const stop = new AbortController();
  const ended = once(program, 'exit', { signal: stop.signal }).then(() => {
    throw new Error('the program has ended');
  });
  const seen = new Promise<void>((resolve) => {
    const look = () => {
      if (holds()) resolve();
    };
    watch(folder, { signal: stop.signal }, look);
    look();
  });
  try {
    await Promise.race([seen, ended]);
  } finally {
    stop.abort();
    await ended.catch(() => undefined);
  }
}
