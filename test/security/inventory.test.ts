import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../apis/mec011/ask.js';
import type { Document } from '../../src/http/document.js';
import { type Known, Populated } from './populated.js';
import { operations, specifications } from './specifications.js';

const PANEL = fileURLToPath(new URL('../../web', import.meta.url));

let populated: Populated;
let known: Known;
/** `METHOD /path/{name}` of everything that the gateway says of itself that it has. */
const served = new Set<string>();
beforeAll(async () => {
  populated = await Populated.open();
  known = await populated.afresh();
  for (const stem of Object.keys(specifications)) {
    const { servers, paths } = await populated.gateway.json<Document>(`/openapi/${stem}.json`);
    const base = (servers[0]?.url ?? '').replace(/\/$/, '');
    for (const [path, item] of Object.entries(paths))
      for (const method of Object.keys(item)) if (method !== 'parameters') served.add(`${method.toUpperCase()} ${base}${path}`);
  }
});
afterAll(() => populated[Symbol.asyncDispose]());

/** What shows a page is the folder that it lies in, and without its slash leads there. */
const files = readdirSync(PANEL, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(html|js|css|svg)$/.test(name))
  .map((name) => `/${name}`)
  .flatMap((path) =>
    path.endsWith('/index.html') ? [path.slice(0, -'index.html'.length), path.slice(0, -'/index.html'.length)] : [path],
  )
  .filter((path) => path !== '');
const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name]?.[0] ?? 'none'));
/** One of the paths that are served leads to it, a slash at its end or one too many left out of account. */
const isServed = (method: string, path: string) => {
  const [plain = ''] = path.replace(/\/{2,}/g, '/').split('?');
  const patterns = [...served].filter((one) => one.startsWith(`${method} `)).map((one) => one.slice(method.length + 1));
  return (
    (method === 'GET' && files.includes(plain)) ||
    patterns.some((pattern) => new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`).test(plain))
  );
};

/** What other servers have, and what this one has had or may have one day. */
const GUESSES = [
  ...'metrics config debug docs doc api apis swagger swagger.json swagger-ui openapi openapi.json openapi.yaml redoc admin'.split(
    ' ',
  ),
  ...'status health info env version actuator actuator/env trace dump heapdump console login logout oauth2 token'.split(' '),
  ...'auth users jwks.json .well-known/jwks.json .well-known/openid-configuration .env .git/config package.json'.split(' '),
  ...'package-lock.json umec.yaml data data/state.db state.db history.db dist/src/main.js src/main.ts node_modules'.split(' '),
  ...'panel index.html panel/index.html server-status favicon.ico robots.txt graphql ws socket.io events control'.split(' '),
  ...'sensors sensors/v0 sensors/v2 sensors/v1 camera registry mec_service_mgmt mec_service_mgmt/v2 mec_app_support'.split(' '),
  ...'mp1 mp1/v0 mp1/v2 mec_dev_mgmt gpio/v1 functions/v1 events/v2 street __proto__ constructor toString'.split(' '),
];
/** What is no other spelling of the same resource, although some servers take it for one. */
const disguises: readonly [name: string, of: (path: string) => string][] = [
  ['in capitals', (path) => path.toUpperCase()],
  ['with one letter in capitals', (path) => path.replace(/[a-z]/, (letter) => letter.toUpperCase())],
  ['with a letter encoded', (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)],
  ['with its slashes encoded', (path) => `/${path.slice(1).replaceAll('/', '%2f')}`],
  ['with a way down and up again', (path) => `/x/%2e%2e${path}`],
  ['with a segment that is a dot', (path) => `/.${path}`],
  ['with backslashes', (path) => `/${path.slice(1).replaceAll('/', '\\')}`],
  ['with a NUL', (path) => `${path}%00`],
  ['with a space', (path) => `${path}%20`],
  ['with a dot', (path) => `${path}.`],
  ['with an ending', (path) => `${path}.html`],
  ['with a parameter of the segment', (path) => `${path};v=1`],
  ['below another', (path) => `/api${path}`],
];

const get = (path: string) => populated.client.ask({ method: 'GET', path });

describe('A12 inventory', () => {
  it('what is specified is what is served, and the other way round', () => {
    expect([...served].sort()).toEqual(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort());
  });

  it.each(GUESSES)('/%s is not there, or is in a specification, and a refusal tells nothing', async (guess) => {
    for (const path of [`/${guess}`, `/${guess}/`, `//${guess}`, `/${guess}?a=b`]) {
      const { status, text, headers } = await get(path);
      if (status < 400) expect([path, isServed('GET', path)]).toEqual([path, true]);
      else
        expect([path, headers['content-type'], JSON.parse(text)]).toEqual([
          path,
          'application/problem+json',
          { status, title: expect.any(String), detail: expect.any(String) },
        ]);
      if (status === 404) expect(JSON.parse(text)).toMatchObject({ detail: 'not found' });
    }
  });

  it.each(disguises)('no path is another %s', async (_name, disguised) => {
    const paths = [...new Set(operations.map(({ path }) => path))].filter((path) => path !== '/' && !path.endsWith('}'));
    for (const path of [...paths, ...files.filter((file) => file !== '/')]) {
      const other = disguised(filled(path));
      const { status } = await get(other);
      if (status < 400 || status === 426) expect([other, isServed('GET', other)]).toEqual([other, true]);
    }
  });

  it('a slash at the end, or one too many, is the same resource and not a second one', async () => {
    for (const [path, other] of [
      ['/registry/v1/applications', '/registry/v1/applications/'],
      ['/registry/v1/applications', '//registry//v1///applications'],
      ['/healthz', '/healthz/'],
    ] as const) {
      const [one, two] = [await get(path), await get(other)];
      expect([other, two.status, two.text]).toEqual([other, one.status, one.text]);
    }
  });

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method'])(
    '%s makes no other method',
    async (name) => {
      const { appInstanceId = [] } = known;
      const path = `/registry/v1/applications/${appInstanceId[0] ?? ''}`;
      const ways = [
        { method: 'GET', path, headers: { [name]: 'DELETE' } },
        { method: 'POST', path, headers: { [name]: 'DELETE' } },
        { method: 'POST', path: `${path}?${name}=DELETE`, body: { [name]: 'DELETE' } },
      ];
      for (const way of ways) expect([200, 405]).toContain((await populated.client.ask(way)).status);
      expect((await get(path)).status).toBe(200);
    },
  );

  it('a method that an address does not have is refused, whichever address', async () => {
    const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'LOCK', 'SEARCH', 'QUERY'];
    for (const path of new Set(operations.map((operation) => operation.path)))
      for (const method of methods.filter((one) => !served.has(`${one} ${path}`))) {
        const { status, headers } = await ask(populated.gateway.url, { method, path: filled(path) });
        expect([method, path, status]).toEqual([method, path, 405]);
        expect(headers.allow).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
      }
  });
});
