import { describe, expect, it } from '@jest/globals';
import { document as serviceManagement } from '../../../generated/mec011-service-management.js';
import { attributeSelectors, type Selectors } from '../../../src/http/lists/attribute-selectors.js';
import { Shape } from '../../../src/http/lists/shape.js';
import { crate, document } from './crates.js';
import { expectRefusedInAMoment } from './moment.js';

const shape = Shape.of(document, 'Crate');
const form = { width: 2, holes: [1] };
const port = { number: 80, hosts: ['a'] };
const full = crate(1, {
  tags: ['a'],
  parts: [
    { id: 1, form, screws: [3] },
    { id: 2, form: { width: 1 } },
  ],
  labels: { gate: 'north' },
  ports: { http: port },
  mixed: 1,
  inner: crate(2, { tags: ['b'], labels: {} }),
});

const select = (selectors: Selectors, usual?: string[]) => attributeSelectors(selectors, shape, usual)?.(full) ?? full;
const refusal = (message: string) => expect.objectContaining({ code: 'invalid', message: expect.stringContaining(message) });

describe('Attribute selectors', () => {
  it('leave everything when there are none, and for all_fields', () => {
    expect(select({})).toBe(full);
    expect(select({ all_fields: '' }, ['tags'])).toBe(full);
    expect(select({ exclude_default: '' })).toBe(full);
  });

  it('exclude what is named', () => {
    const { tags: _tags, ports: _ports, ...rest } = full;
    expect(select({ exclude_fields: ['tags,ports'] })).toEqual(rest);
    expect(select({ exclude_fields: ['tags', 'ports'] })).toEqual(rest);
  });

  it('exclude within arrays, maps and the schema itself', () => {
    expect(select({ exclude_fields: ['parts/screws', 'parts/form/holes', 'ports/hosts', 'inner/tags'] })).toEqual({
      ...full,
      parts: [
        { id: 1, form: { width: 2 } },
        { id: 2, form: { width: 1 } },
      ],
      ports: { http: { number: 80 } },
      inner: crate(2, { labels: {} }),
    });
  });

  it('keep simple and required attributes beside the fields that are named', () => {
    const { number, name, address, mixed, tags } = full;
    expect(select({ fields: ['tags'] })).toEqual({ number, name, address, tags, mixed });
  });

  it('bring with a field all that is in it, and with what is in it the field itself', () => {
    const { number, name, address, mixed, parts, inner } = full;
    const rest = { number, name, address, mixed };
    expect(select({ fields: ['parts', 'parts/screws'] })).toEqual({ ...rest, parts });
    expect(select({ fields: ['parts/screws', 'parts'] })).toEqual({ ...rest, parts });
    expect(select({ fields: ['parts/screws'] })).toEqual({
      ...rest,
      parts: [
        { id: 1, form: { width: 2 }, screws: [3] },
        { id: 2, form: { width: 1 } },
      ],
    });
    expect(select({ fields: ['inner'] })).toEqual({ ...rest, inner });
    expect(select({ fields: ['inner/labels'] })).toEqual({ ...rest, inner: crate(2, { labels: {} }) });
  });

  it('leave out by default what the caller says, save what is asked for', () => {
    const usual = ['tags', 'parts/screws', 'inner'];
    const { tags: _tags, inner: _inner, ...rest } = full;
    const parts = [
      { id: 1, form },
      { id: 2, form: { width: 1 } },
    ];
    expect(select({}, usual)).toEqual({ ...rest, parts });
    expect(select({ exclude_default: '' }, usual)).toEqual({ ...rest, parts });
    expect(select({ fields: ['tags', 'parts'], exclude_default: '' }, usual)).toEqual({ ...rest, tags: ['a'] });
    expect(select({ fields: ['inner/labels'], exclude_default: '' }, usual)).toEqual({
      ...rest,
      parts,
      inner: crate(2, { labels: {} }),
    });
    expect(select({ exclude_fields: ['labels'] }, usual)).toHaveProperty('tags');
  });

  it('change nothing of the value, and make nothing new of what stays', () => {
    const before = structuredClone(full);
    const selected = select({ exclude_fields: ['parts/screws'] }) as typeof full;
    expect(full).toEqual(before);
    expect(selected.ports).toBe(full.ports);
    expect((selected.parts as unknown[])[1]).toBe((full.parts as unknown[])[1]);
    const bare = crate(3);
    expect(attributeSelectors({ exclude_fields: ['tags'] }, shape)?.(bare)).toBe(bare);
  });

  it.each([
    [{ all_fields: '', fields: ['tags'] }, 'query may not have all_fields and fields together'],
    [{ all_fields: '', exclude_default: '' }, 'query may not have all_fields and exclude_default together'],
    [{ fields: ['tags'], exclude_fields: ['parts'] }, 'query may not have fields and exclude_fields together'],
    [{ exclude_fields: ['parts'], exclude_default: '' }, 'only fields and exclude_default go together'],
    [
      { fields: ['colour'] },
      'query fields names "colour", expected one of tags, parts, parts/form/holes, parts/screws, labels, ports',
    ],
    [{ fields: ['name'] }, 'names "name"'],
    [{ fields: ['name/length'] }, 'names "name/length"'],
    [{ exclude_fields: ['address'] }, 'query exclude_fields names "address"'],
    [{ exclude_fields: ['address/uris'] }, 'names "address/uris"'],
    [{ exclude_fields: ['parts/form'] }, 'names "parts/form"'],
    [{ exclude_fields: ['ports/http'] }, 'names "ports/http"'],
    [{ fields: ['tags,'] }, 'names ""'],
    [{ fields: ['constructor'] }, 'names "constructor"'],
    [{ fields: ['inner' + '/inner'.repeat(16)] }, 'names "inner/inner'],
    [{ fields: Array<string>(33).fill('tags') }, 'too long, expected at most 32 names'],
    [{ fields: ['x'.repeat(2049)] }, 'too long'],
  ])('%j are refused', (selectors, message) => {
    expect(() => attributeSelectors(selectors, shape)).toThrow(refusal(message));
  });

  it('are refused in a moment, and with few words', () => {
    for (const attack of [',', '/', 'inner/', 'tags,'])
      for (const length of [2048, 50_000])
        expectRefusedInAMoment(() => attributeSelectors({ fields: [attack.repeat(length).slice(0, length)] }, shape));
    expect(() => attributeSelectors({ fields: ['x'.repeat(2000)] }, shape)).toThrow(/^.{100,2000}$/);
  });

  it('name of a service only what its specification lets be absent', () => {
    const service = Shape.of(serviceManagement, 'ServiceInfo');
    expect(() => attributeSelectors({ exclude_fields: ['transportInfo/endpoint/uris'] }, service)).toThrow(
      /expected one of serCategory, transportInfo\/security\/oAuth2Info, transportInfo\/implSpecificInfo, _links\/liveness$/,
    );
    const liveness = { self: { href: '/s' }, liveness: { href: '/l' } };
    expect(attributeSelectors({ fields: ['serCategory'] }, service)?.({ serName: 'a', _links: liveness })).toEqual({
      serName: 'a',
      _links: { self: { href: '/s' } },
    });
  });
});
