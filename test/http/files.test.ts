import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { files } from '../../src/http/files.js';
import { tempDirectory } from '../temp-directory.js';

let server: Server;
let url: string;
const directory = tempDirectory();

beforeAll(async () => {
  const folder = join(directory.path, 'panel');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<p>panel</p>');
  writeFileSync(join(folder, 'panel.js'), 'start();');
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs', 'index.html'), '<p>docs</p>');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/panel-CAett-bd.js'), 'go();');
  writeFileSync(join(folder, 'notes.txt'), 'not to be seen');
  writeFileSync(join(folder, '.hidden'), 'not to be seen');
  writeFileSync(join(directory.path, 'secret.js'), 'not to be seen');
  symlinkSync('/etc', join(folder, 'etc'));
  const answer = files(folder);
  server = createServer((req, res) => {
    if (!answer(req, res)) res.writeHead(404).end('no file');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  directory[Symbol.dispose]();
});

/** The path as it is, where fetch would tidy it up. */
async function raw(path: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const data of socket) answer += String(data);
  return answer;
}

describe('The page at the root', () => {
  it('is what the folder has, and lets nothing in from elsewhere', async () => {
    for (const path of ['/', '/?from=a-link']) {
      const response = await fetch(url + path);
      expect([response.status, await response.text()]).toEqual([200, '<p>panel</p>']);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const policy = response.headers.get('content-security-policy');
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|\*/);
    }
    expect(await (await fetch(`${url}/panel.js`)).text()).toBe('start();');
  });

  it('is asked for again each time, but for what is named by a hash of itself', async () => {
    const caching = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
    expect([await caching('/'), await caching('/panel.js')]).toEqual(['no-cache', 'no-cache']);
    expect(await caching('/assets/panel-CAett-bd.js')).toBe('public, max-age=31536000, immutable');
  });

  it('is not sent again to who has it', async () => {
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    const again = await fetch(url, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  });

  it('has pages in folders, and sends into them who leaves the slash out, wherever a proxy has put it', async () => {
    expect(await (await fetch(`${url}/docs/`)).text()).toBe('<p>docs</p>');
    const sent = await fetch(`${url}/docs?from=a-link`, { redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([308, 'docs/']);
    expect(await (await fetch(`${url}/docs`)).text()).toBe('<p>docs</p>');
  });

  it('is only read', async () => {
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/panel.js/../../secret.js',
    '/etc/passwd',
    '//etc/passwd',
    '/notes.txt',
    '/.hidden',
    '/panel.js%00.html',
    '/docs/index.html',
    '/assets',
    '/constructor',
    '/__proto__',
  ])('is no way to %s', async (path) => {
    const answer = await raw(path);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).not.toContain('not to be seen');
  });
});
