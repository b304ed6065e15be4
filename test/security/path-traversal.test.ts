import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';
import { type Known, Populated } from './populated.js';
import { operations, type SpecifiedOperation } from './specifications.js';
import { treeHash } from './tree-hash.js';

const CANARY = 'canary-7f3a9c';

/** Beside the data, and what is served must not lead there. */
const outside = tempDirectory();
mkdirSync(join(outside.path, 'secrets'));
writeFileSync(join(outside.path, 'secrets', 'canary'), CANARY);
afterAll(() => outside[Symbol.dispose]());

let populated: Populated;
let known: Known;
beforeAll(async () => {
  const dir = join(outside.path, 'data');
  mkdirSync(dir);
  populated = await Populated.open({ data: { dir } });
  known = await populated.afresh();
});
afterAll(() => populated[Symbol.asyncDispose]());

const targets = ['secrets/canary', 'data/state.db', 'etc/passwd', 'package.json'];
const ups: readonly [separator: string, up: string][] = [
  ...['/', '%2f', '%252f', '%c0%af', '%u2215', '\\', '%5c', '%255c'].map((separator) => [separator, '..'] as [string, string]),
  ...['%2e%2e', '%252e%252e', '.%2e', '..%00', '..;', '....//', '%c0%ae%c0%ae'].map((up) => ['%2f', up] as [string, string]),
];
/** Every way to write a way out, and a path that begins at the root. */
const ways = targets.flatMap((target) => [
  ...ups.map(([separator, up]) => [up, up, up, ...target.split('/')].join(separator)),
  encodeURIComponent(`/${target}`),
  encodeURIComponent(join(outside.path, target)),
  encodeURIComponent(`file://${outside.path}/${target}`),
  `lens-1%00${encodeURIComponent(`/../${target}`)}`,
]);

const withNames = operations.filter(({ path }) => path.includes('{'));

describe('A14 path traversal', () => {
  it.each(withNames.map((operation) => [operation.operationId, operation] as const))(
    'no name in a path of %s leads to a file',
    async (_id, operation) => {
      const before = treeHash(outside.path);
      const questions = namesIn(operation).flatMap((name) =>
        ways.map((way) => ({ method: operation.method.toUpperCase(), path: filled(operation, name, way) })),
      );
      await populated.client.askAll(questions, ({ path }, { status, text, headers }) => {
        // a way out of the last segment may be the way to the list above it, as RFC 3986 reads it: nothing of ours reads it so
        expect([path, status, text.includes(CANARY) || text.includes('root:')]).toEqual([path, expect.any(Number), false]);
        expect([400, 404, 405, 413, 414, 415]).toContain(status);
        expect(headers['content-type']).toBe('application/problem+json');
      });
      expect(treeHash(outside.path)).toEqual(before);
      expect(populated.errors).toEqual([]);
    },
  );

  it('no path leads to a file', async () => {
    const roots = ['', '/openapi', '/camera/v1', '/panel', '/static', '/dist', '/sensors/v1/tags'];
    const before = treeHash(outside.path);
    const questions = roots.flatMap((root) => ways.map((way) => ({ method: 'GET', path: `${root}/${way}` })));
    await populated.client.askAll(questions, ({ path }, { status, text }) => {
      expect([path, status, text.includes(CANARY) || text.includes('"umec-gateway"')]).toEqual([path, expect.any(Number), false]);
      expect([400, 404]).toContain(status);
    });
    expect(treeHash(outside.path)).toEqual(before);
  });

  it('the directory of the data has what the gateway has made, and nothing else', () => {
    const made = Object.keys(treeHash(join(outside.path, 'data')));
    expect(
      made.filter(
        (path) =>
          !/^(audit|history|state)\.db(-wal|-shm)?$|lock|^reserve$|^control(\/umec\.sock)?$|^recordings(\/[0-9a-z]{8}-[0-9a-f]{8}\.(jpg|avi|json))?$/.test(
            path,
          ),
      ),
    ).toEqual([]);
  });
});

function namesIn({ path }: SpecifiedOperation): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
}

/** All other names lead somewhere. */
function filled({ path }: SpecifiedOperation, hostile: string, way: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => (name === hostile ? way : encodeURIComponent(known[name]?.[0] ?? '')));
}
