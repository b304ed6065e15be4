import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { basePath, operationsOf } from '../../src/http/api.js';
import type { Document, OperationObject } from '../../src/http/document.js';
import { pages, readPage, ROOT, tableRows } from './blocks.js';

const stems = readdirSync(join(ROOT, 'generated')).map((name) => name.replace(/\.ts$/, ''));
const documents = new Map<string, Document>();
for (const stem of stems) {
  const { document } = (await import(join(ROOT, 'dist/generated', `${stem}.js`))) as { document: Document };
  documents.set(stem, document);
}

/** Several ways in take the same scopes. */
const scopesOf = ({ security = [], 'x-any-scope': anyScope }: OperationObject): string =>
  [...new Set(security.flatMap((one) => Object.values(one).flat()))].join(', ') || (anyScope === undefined ? 'none' : 'any');

const operations = [...documents.values()].flatMap((document) =>
  [...operationsOf(document)].map(({ method, path, object }) => [
    object.operationId,
    `${method.toUpperCase()} ${basePath(document)}${path}`,
    scopesOf(object),
    object.summary as string,
  ]),
);

describe('docs/api.md', () => {
  it('lists every operation of every specification, and no other', () => {
    const rows = tableRows(readPage('docs/api.md'), 'Operation');
    expect(rows.map(String).sort()).toEqual(operations.map(String).sort());
  });

  it('names the file and the version of each specification', () => {
    const named = [...readPage('docs/api.md').matchAll(/^\[openapi\/(.+)\.yaml\]\(.+\), version (.+)$/gm)];
    expect(named.map(([, stem, version]) => [stem, version]).sort()).toEqual(
      [...documents].map(([stem, { info }]) => [stem, info.version]).sort(),
    );
  });
});

describe.each(pages())('%s', (path) => {
  const page = readPage(path);
  const templates = operations.map(([, address = '']) => address.split(' ')[1] ?? '');
  const known = [...templates, '/', '/docs/', '/climate/v1/mean', '/openapi/climate.yaml'].map(pattern);

  it('names only addresses that there are', () => {
    // where we leave ETSI's files is told in patterns, which test/etsi checks
    const prose = page.replaceAll(/^\| what \| where \| why \|\n(?:\|.*\n)+/gm, '');
    const named = [...prose.matchAll(/(?:(?:GET|PUT|POST|DELETE|PATCH) |127\.0\.0\.1:8080)(\/[^\s`'")>?;]*)/g)].map(
      ([, one = '']) => one,
    );
    const addresses = [...new Set(named)].filter((one) => one !== '/oauth2/token');
    const bases = [...documents.values()].map(basePath).filter((base) => base !== '');
    const unknown = addresses.filter((one) => !known.some((regexp) => regexp.test(one)) && !bases.some((base) => base === one));
    expect(unknown).toEqual([]);
  });

  it('names only files of the repository that there are', () => {
    const named = [...page.matchAll(/`((?:src|test|openapi|generated|scripts)\/[\w./-]+\.(?:ts|mjs|yaml))`/g)].map(
      ([, one = '']) => one,
    );
    const made = [...page.matchAll(/`([\w./-]+)`:$/gm)].map(([, one]) => one);
    expect(named.filter((one) => !existsSync(join(ROOT, one)) && !made.includes(one) && one !== 'generated/climate.ts')).toEqual(
      [],
    );
  });
});

/** What an address of the template looks like; in prose a parameter keeps its braces. */
function pattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]*\}/g, '[^/]+')}$`);
}
