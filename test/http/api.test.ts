import { describe, expect, it } from '@jest/globals';
import { bindHandlers } from '../../src/http/api.js';
import { document, thingsApi, withOperation } from './things-api.js';

describe('at start', () => {
  it('every operation has its handler', () => {
    const operations = bindHandlers(thingsApi());
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
    expect(() => bindHandlers({ ...api, handlers })).toThrow(
      /openapi\/things\.yaml[^]*PUT \/things\/\{id\} \(ThingsId_PUT\): it has no handler/,
    );
  });

  it('a handler without an operation is named', () => {
    const api = thingsApi();
    const handlers = new Map([...api.handlers, ['Things_PATCH', () => ({ status: 204 })] as const]);
    expect(() => bindHandlers({ ...api, handlers })).toThrow('Things_PATCH is for no operation');
  });

  it.each([
    ['no scopes', { security: undefined }, 'scopes'],
    ['any scope, and no reason', { security: [{ oauth2: [] }] }, 'x-any-scope'],
    ['a reason for any scope, and a scope', { 'x-any-scope': 'so', security: [{ oauth2: ['things:read'] }] }, 'x-any-scope'],
    ['a way in that is none', { security: [{ nonsense: ['things:read'] }] }, 'nonsense'],
    ['two ways in at once', { security: [{ oauth2: ['things:read'], ticket: ['things:read'] }] }, 'exactly one'],
  ])('an operation with %s is named', (_what, change, expected) => {
    expect(() => bindHandlers({ ...thingsApi(), document: withOperation('/things', change as never) })).toThrow(
      new RegExp(`GET /things \\(Things_GET\\): .*${expected}`),
    );
  });

  it('the document itself is left as it is', () => {
    const before = JSON.stringify(document);
    bindHandlers(thingsApi());
    expect(JSON.stringify(document)).toBe(before);
  });
});
