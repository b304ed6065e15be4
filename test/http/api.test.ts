import { describe, expect, it } from '@jest/globals';
import { compile } from '../../src/http/api.js';
import { document, thingsApi, withOperation } from './things-api.js';

describe('at start', () => {
  it('every operation is compiled and has its handler', () => {
    const operations = compile(thingsApi());
    expect([...operations.keys()]).toEqual([
      'Things_GET',
      'ThingsId_GET',
      'ThingsId_PUT',
      'Picture_GET',
      'Stream_GET',
      'Broken_GET',
      'Lying_GET',
    ]);
    expect(operations.get('Picture_GET')?.produces).toEqual(['image/png', 'image/jpeg']);
  });

  it('an operation without a handler is named', () => {
    const api = thingsApi();
    const handlers = new Map(api.handlers);
    handlers.delete('ThingsId_PUT');
    expect(() => compile({ ...api, handlers })).toThrow(
      /openapi\/things\.yaml[^]*PUT \/things\/\{id\} \(ThingsId_PUT\): it has no handler/,
    );
  });

  it('a handler without an operation is named', () => {
    const api = thingsApi();
    const handlers = new Map([...api.handlers, ['Things_PATCH', () => ({ status: 204 })] as const]);
    expect(() => compile({ ...api, handlers })).toThrow('Things_PATCH is for no operation');
  });

  it.each([
    [
      'a schema with a word that is none',
      { responses: { '200': { description: '', content: { 'application/json': { schema: { typo: 'string' } } } } } },
      'typo',
    ],
    [
      'a schema that leads nowhere',
      {
        responses: {
          '200': { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Nothing' } } } },
        },
      },
      'Nothing',
    ],
    [
      'a parameter that contradicts itself',
      { parameters: [{ name: 'x', in: 'query', schema: { type: 'string', minimum: 1 } }] },
      'minimum',
    ],
    ['no scopes', { security: undefined }, 'scopes'],
    ['any scope, and no reason', { security: [{ oauth2: [] }] }, 'x-any-scope'],
    ['a reason for any scope, and a scope', { 'x-any-scope': 'so', security: [{ oauth2: ['things:read'] }] }, 'x-any-scope'],
    ['a way in that is none', { security: [{ nonsense: ['things:read'] }] }, 'nonsense'],
    ['two ways in at once', { security: [{ oauth2: ['things:read'], ticket: ['things:read'] }] }, 'exactly one'],
  ])('an operation with %s is named', (_what, change, expected) => {
    expect(() => compile({ ...thingsApi(), document: withOperation('/things', change as never) })).toThrow(
      new RegExp(`GET /things \\(Things_GET\\): .*${expected}`),
    );
  });

  it('the document itself is left as it is', () => {
    const before = JSON.stringify(document);
    compile(thingsApi());
    expect(JSON.stringify(document)).toBe(before);
  });
});
