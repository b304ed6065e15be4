import { execFileSync } from 'node:child_process';
import { SourceTextModule } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { basePath, operationsOf } from '../../src/http/api.js';
import { codeExamples } from '../../src/http/api-pages/code-examples.js';
import type { Json } from '../../src/json.js';
import { operations, specifications } from '../security/specifications.js';

const URL_OF_TEST = 'http://gateway.test/below';

/** What a shell makes of a command: the words that curl would be given. */
function wordsOf(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { PATH: process.env.PATH, UMEC_URL: URL_OF_TEST, UMEC_TOKEN: 'secret of the test' };
  return execFileSync('/bin/sh', ['-euc', script], { env, encoding: 'utf8' }).split('\0').slice(0, -1);
}

/** What follows each time an option is given. */
const after = (words: readonly string[], option: string) => words.filter((_word, index) => words[index - 1] === option);

const examples = new Map(
  Object.entries(specifications).flatMap(([stem, document]) =>
    [...codeExamples(document)].map(([id, one]) => [`${stem} ${id}`, one] as const),
  ),
);
const examplesOf = ({ stem, operationId }: { readonly stem: string; readonly operationId: string }) => {
  const found = examples.get(`${stem} ${operationId}`);
  if (!found) throw new Error(`${operationId} has no example`);
  return found;
};

describe.each(operations)('The examples of $stem $operationId', (operation) => {
  const { curl, typescript, python } = examplesOf(operation);
  const words = wordsOf(curl);

  it('ask by curl for its path, with its method', () => {
    const asked = words.at(-1) ?? '';
    expect(asked.startsWith(`${URL_OF_TEST}/`)).toBe(true);
    const segments = new URL(asked).pathname.slice('/below'.length).split('/');
    const named = operation.path.split('/').map((segment, index) => (segment.startsWith('{') ? segments[index] : segment));
    expect(segments).toEqual(named);
    expect(segments.slice(1)).not.toContain('');
    expect(after(words, '--request')).toEqual(operation.method === 'get' ? [] : [operation.method.toUpperCase()]);
  });

  it('give curl a token exactly where one is asked for', () => {
    const object = [...operationsOf(operation.document)].find((one) => one.object.operationId === operation.operationId)?.object;
    const security = object?.security ?? (operation.document.security as Json[] | undefined) ?? [];
    const shown = after(words, '--header').filter((header) => header.startsWith('Authorization:'));
    expect(shown).toEqual(security.length > 0 ? ['Authorization: Bearer secret of the test'] : []);
  });

  it('send by curl a body where there is one', () => {
    const [data] = after(words, '--data');
    expect(data !== undefined).toBe(operation.body !== undefined || curl.includes('merge-patch'));
    if (data !== undefined) expect(() => JSON.parse(data) as unknown).not.toThrow();
    expect(after(words, '--data-binary').length > 0).toBe(operation.picture !== undefined);
    expect(after(words, '--form').length > 0).toBe(operation.parts !== undefined);
    expect(after(words, '--data-urlencode').length > 0).toBe(operation.form !== undefined);
  });

  it('are of the client packages too', () => {
    expect(typescript).toMatch(/^import \{ .*connect.* \} from 'umec-client';/);
    expect(python).toMatch(/^from umec_client import .*Gateway|^from websockets\.sync\.client import connect .*umec_client/m);
    expect(`${typescript}${python}`).not.toMatch(/undefined|\[object|\{\{/);
  });

  it('are a module that Node reads as it is', () => {
    // which throws a SyntaxError for what only a compiler knows
    expect(new SourceTextModule(typescript).status).toBe('unlinked');
  });
});

it('There is an example of every operation, and of nothing else', () => {
  expect([...examples.keys()].sort()).toEqual(operations.map(({ stem, operationId }) => `${stem} ${operationId}`).sort());
});

it('A value may have any sign in it', () => {
  const document = specifications.gpio;
  if (!document) throw new Error('openapi/gpio.yaml is not there');
  const hostile = `it's "$(exit 3)" \`exit 4\` \\ ü`;
  const path = '/things/{thing}';
  const operation = {
    ...{ operationId: 'Thing_PUT', responses: { '204': {} }, tags: ['gpio'] },
    parameters: [{ name: 'thing', in: 'path', required: true, example: hostile }],
    requestBody: { content: { 'application/json': { schema: { type: 'string' }, example: hostile } } },
  };
  const made = codeExamples({ ...document, paths: { [path]: { put: operation } } }).get('Thing_PUT');
  const words = wordsOf(made?.curl ?? '');
  expect(JSON.parse(after(words, '--data')[0] ?? '')).toBe(hostile);
  const asked = decodeURIComponent(new URL(words.at(-1) ?? '').pathname.split('/').at(-1) ?? '');
  expect(asked).toBe(hostile);
  expect(basePath(document)).toBe('/gpio/v1');
});
