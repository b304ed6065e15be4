import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Access } from '../../../src/auth/access.js';
import { OpenGrants } from '../../../src/auth/grants.js';
import type { Api } from '../../../src/http/api.js';
import type { Document } from '../../../src/http/document.js';
import { doors } from '../../../src/http/guard.js';
import { List, type ListQuery } from '../../../src/http/lists/list.js';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { Listener } from '../../../src/http/server.js';
import { silent } from '../../../src/log.js';
import { crate, type Crate, document as crates } from './crates.js';

const NAMES = ['filter', 'all_fields', 'fields', 'exclude_fields', 'exclude_default', 'nextpage_opaque_marker'];
const common = parse(readFileSync('openapi/common.yaml', 'utf8')) as { components: { parameters: object } };

/** The crates, asked for as every specification lets its lists be asked for. */
const document = {
  ...crates,
  paths: {
    '/crates': {
      get: {
        operationId: 'Crates_GET',
        security: [{ oauth2: ['crates:read'] }],
        parameters: NAMES.map((name) => ({ $ref: `#/components/parameters/${name}` })),
        responses: {
          '200': {
            description: '',
            content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Crate' } } } },
          },
          '400': { description: '' },
        },
      },
    },
  },
  components: {
    ...(crates.components as object),
    parameters: Object.fromEntries(Object.entries(common.components.parameters).filter(([name]) => NAMES.includes(name))),
    securitySchemes: {
      oauth2: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'http://127.0.0.1/token', scopes: { 'crates:read': 'see' } } },
      },
    },
  },
} as unknown as Document;

const items = [
  crate(1, { tags: ["it's, (a;b)"], kind: 'FRUIT', packed: '2026-06-01T10:00:00Z' }),
  crate(2, { tags: ['a+b &c=é'], kind: 'TOOLS' }),
  crate(3, { parts: [{ id: 1, form: { holes: [] } }], labels: {} }),
  crate(4, { kind: 'TOOLS' }),
];
const list = new List<Crate>({
  document,
  schema: 'Crate',
  pageSize: 3,
  key: ({ number }) => number,
  excludedByDefault: ['labels'],
});
const api: Api = {
  stem: 'crates',
  document,
  handlers: new Map([
    ['Crates_GET', ({ query }) => ({ status: 200, ...list.answer(items, query as ListQuery, '/crates/v1/crates') })],
  ]),
};

let listener: Listener;
let serving: AsyncDisposable;
beforeAll(async () => {
  listener = await Listener.open('127.0.0.1', 0);
  serving = listener.serve([api], {
    doors: doors(listener.address, listener.url, [], []),
    grants: new OpenGrants(),
    access: new Access(),
    files: () => false,
    log: silent,
    maxBodyBytes: 1024,
    validateResponses: true,
  });
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
});

const get = (query: string) => fetch(`${listener.url}/crates/v1/crates${query}`);
async function found(query: string): Promise<Crate[]> {
  const response = await get(query);
  expect([query, response.status]).toEqual([query, 200]);
  return (await response.json()) as Crate[];
}
const numbersFound = async (query: string) => (await found(query)).map(({ number }) => number);

describe('A list over HTTP', () => {
  it.each([
    ['as they stand', '(eq,kind,TOOLS);(gt,number,2)', [4]],
    ['all of them escaped', encodeURIComponent('(eq,kind,TOOLS);(gt,number,2)'), [4]],
    ['in quotes', "(eq,tags,'it''s,%20(a;b)')", [1]],
    ['that a query must escape', `(eq,tags,${encodeURIComponent('a+b &c=é')})`, [2]],
    ['of a path', '(eq,parts/id,1)', [3]],
    ['of a time with its offset', '(eq,packed,2026-06-01T12:00:00%2B02:00)', [1]],
    ['of JSON, which mean nothing', '(in,name,{"a":1},[1])', []],
  ])('takes a filter with reserved characters %s', async (_how, filter, expected) => {
    expect(await numbersFound(`?filter=${filter}`)).toEqual(expected);
  });

  it.each(['?all_fields', '?all_fields='])('takes a flag without a value: %s', async (query) => {
    expect((await found(query))[2]).toHaveProperty('labels');
    expect((await found(query.replace('all_fields', 'exclude_default')))[2]).not.toHaveProperty('labels');
  });

  it.each(['?fields=labels,parts/form/holes', '?fields=labels%2Cparts%2Fform%2Fholes', '?fields=labels&fields=parts/form/holes'])(
    'takes several names: %s',
    async (query) => {
      expect((await found(query))[2]).toEqual(items[2]);
      expect((await found(query))[0]).not.toHaveProperty('tags');
      expect((await found(query.replaceAll('fields', 'exclude_fields')))[2]).not.toHaveProperty('labels');
    },
  );

  it('is followed from page to page with all that was asked', async () => {
    const first = await get('?fields=parts,tags&filter=(lt,number,9)&exclude_default');
    const [, next = ''] = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? [];
    const second = await fetch(listener.url + next);
    expect([second.status, await second.json(), second.headers.get('link')]).toEqual([200, [items[3]], null]);
  });

  it.each([
    ['?filter=(eq,kind,TOOLS)&filter=(gt,number,2)', 'query filter must be string'],
    ['?filter=', 'filter'],
    ['?filter', 'filter'],
    [`?filter=(eq,name,${'x'.repeat(3000)})`, '2048'],
    ['?filter=(eq,colour,red)', 'there is no attribute colour'],
    ['?filter[a]=(eq,name,x)', 'filter'],
    ['?all_fields=true', 'all_fields'],
    ['?all_fields&all_fields', 'all_fields'],
    ['?fields=', 'fields'],
    ['?fields=name', 'query fields names "name"'],
    [`?fields=${Array(33).fill('tags').join(',')}`, '32'],
    ['?all_fields&fields=tags', 'query may not have all_fields and fields together'],
    ['?nextpage_opaque_marker=abc', 'query nextpage_opaque_marker is not one of this list'],
  ])('refuses %s', async (query, why) => {
    const response = await get(query);
    const { detail } = (await response.json()) as ProblemDetails;
    expect([response.status, detail]).toEqual([400, expect.stringContaining(why)]);
  });

  it('has an entity tag of its own for each question, and 304 for who has the answer', async () => {
    const tags = await Promise.all(
      ['', '?all_fields', '?filter=(eq,kind,TOOLS)'].map(async (query) => (await get(query)).headers.get('etag')),
    );
    expect(new Set(tags).size).toBe(3);
    const known = { headers: { 'If-None-Match': tags[2] ?? '' } };
    expect((await fetch(`${listener.url}/crates/v1/crates?filter=(eq,kind,TOOLS)`, known)).status).toBe(304);
  });
});
