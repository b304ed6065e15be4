import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { document as serviceManagement } from '../../../generated/mec011-service-management.js';
import { attributeFilter } from '../../../src/http/lists/attribute-filter.js';
import { Shape } from '../../../src/http/lists/shape.js';
import { crate, document } from './crates.js';
import { expectRefusedInAMoment } from './moment.js';

const shape = Shape.of(document, 'Crate');
const fits = (filter: string, attributes: object) => attributeFilter(filter, shape)(crate(1, attributes));

describe('A condition', () => {
  it.each([
    ['(eq,weight,1.50)', { weight: 1.5 }, { weight: 2 }],
    ['(neq,weight,1.5)', { weight: 2 }, { weight: 1.5 }],
    ['(gt,weight,-1e1)', { weight: -9 }, { weight: -10 }],
    ['(gte,weight,9)', { weight: 10 }, { weight: 8.9 }],
    ['(lt,weight,9)', { weight: 8.9 }, { weight: 10 }],
    ['(lte,weight,9)', { weight: 9 }, { weight: 10 }],
    ['(gt,name,b)', { name: 'ba' }, { name: 'B' }],
    ['(eq,name,)', { name: '' }, { name: 'a' }],
    ["(eq,name,'it''s, (1)')", { name: "it's, (1)" }, { name: "it''s, (1)" }],
    ['(in,name,a,b)', { name: 'b' }, { name: 'ab' }],
    ['(nin,name,a,b)', { name: 'ab' }, { name: 'a' }],
    ['(cont,name,one,two)', { name: 'a two b' }, { name: 'three' }],
    ['(ncont,name,one,two)', { name: 'three' }, { name: 'bone' }],
    ['(cont,name,.*)', { name: 'a.*b' }, { name: 'ab' }],
    ['(eq,kind,FRUIT)', { kind: 'FRUIT' }, { kind: 'TOOLS' }],
    ['(cont,kind,OO)', { kind: 'TOOLS' }, { kind: 'FRUIT' }],
    ['(eq,isOpen,false)', { isOpen: false }, { isOpen: true }],
    ['(neq,isOpen,false)', { isOpen: true }, { isOpen: false }],
    ['(gt,packed,2026-06-01T12:00:00+02:00)', { packed: '2026-06-01T10:00:00.001Z' }, { packed: '2026-06-01T10:00:00.000Z' }],
    ['(eq,packed,2026-06-01T12:00:00+02:00)', { packed: '2026-06-01T10:00:00Z' }, { packed: '2026-06-01T12:00:00Z' }],
    ['(in,nothing,1,2)', { nothing: 2 }, { nothing: null }],
    ['(eq,mixed,1)', { mixed: 1 }, { mixed: 2 }],
    ['(eq,mixed,1)', { mixed: '1' }, { mixed: true }],
    ['(eq,mixed,true)', { mixed: true }, { mixed: 1 }],
    ['(eq,extra/a,1)', { extra: { a: 1 } }, { extra: { b: 1 } }],
    ['(eq,extra/a/b,x)', { extra: { a: { b: 'x' } } }, { extra: { a: 'x' } }],
    ['(eq,inner/inner/name,x)', { inner: { inner: { name: 'x' } } }, { inner: { name: 'x' } }],
  ])('%s holds for %j and not for %j', (filter, yes, no) => {
    expect([fits(filter, yes), fits(filter, no)]).toEqual([true, false]);
  });

  it('of several must hold with the others', () => {
    expect(fits('(gt,weight,1);(lt,weight,3)', { weight: 2 })).toBe(true);
    expect(fits('(gt,weight,1);(lt,weight,3)', { weight: 3 })).toBe(false);
  });

  it.each(['eq', 'in', 'gt', 'gte', 'lt', 'lte'])('%s does not hold for what is not there', (operator) => {
    for (const there of [{}, { weight: null }]) expect(fits(`(${operator},weight,0)`, there)).toBe(false);
    expect(fits(`(${operator},inner/weight,0)`, {})).toBe(false);
  });

  it.each(['neq', 'nin', 'ncont'])('%s holds for what is not there', (operator) => {
    for (const there of [{}, { tags: null }, { tags: [] }]) expect(fits(`(${operator},tags,x)`, there)).toBe(true);
    for (const there of [{}, { parts: [] }, { parts: [{ id: 1 }] }])
      expect(fits(`(${operator},parts/color,x)`, there)).toBe(true);
  });
});

describe('In an array', () => {
  const parts = [
    { id: 1, color: 'red', screws: [3, 9] },
    { id: 2, color: 'green', screws: [] },
  ];

  it.each([
    ['(eq,parts/color,green)', true],
    ['(eq,parts/color,blue)', false],
    ['(neq,parts/color,green)', true],
    ['(eq,parts/id,2);(eq,parts/color,green)', true],
    ['(eq,parts/id,1);(eq,parts/color,green)', false],
    ['(eq,parts/id,2);(neq,parts/color,green)', false],
    ['(eq,parts/id,1);(eq,parts/screws,9)', true],
    ['(eq,parts/id,2);(eq,parts/screws,9)', false],
    ['(eq,parts/screws,3);(eq,parts/screws,9)', true],
    ['(eq,parts/id,2);(eq,name,x)', true],
  ])('one element must fit: %s', (filter, expected) => {
    expect(fits(filter, { name: 'x', parts })).toBe(expected);
  });

  it('of simple values each condition finds its own', () => {
    expect(fits('(eq,tags,a);(eq,tags,b)', { tags: ['a', 'b'] })).toBe(true);
    expect(fits('(neq,tags,a)', { tags: ['a', 'b'] })).toBe(true);
    expect(fits('(neq,tags,a)', { tags: ['a'] })).toBe(false);
  });
});

describe('In a map', () => {
  const ports = { http: { number: 80, protocol: 'tcp' }, dns: { number: 53, protocol: 'udp' } };

  it.each([
    ['(eq,ports/@key,dns)', true],
    ['(cont,ports/@key,tt)', true],
    ['(eq,ports/@key,ftp)', false],
    ['(eq,ports/@key,dns);(gt,ports/number,60)', false],
    ['(eq,ports/@key,http);(gt,ports/number,60)', true],
    ['(eq,ports/number,53)', true],
    ['(eq,ports/dns/protocol,udp)', true],
    ['(eq,ports/http/protocol,udp)', false],
    ['(eq,labels/gate,north)', true],
    ['(eq,labels/@key,gate)', true],
    ['(eq,labels/constructor,north)', false],
    ['(neq,labels/__proto__,north)', true],
  ])('%s is %s', (filter, expected) => {
    expect(fits(filter, { ports, labels: { gate: 'north' } })).toBe(expected);
  });

  it('no key is there when there is no map', () => {
    expect(fits('(neq,ports/@key,dns)', {})).toBe(true);
    expect(fits('(eq,ports/@key,dns)', { ports: {} })).toBe(false);
  });
});

describe('A filter is refused', () => {
  it.each([
    ['(is,name,x)', 'the operator must be one of eq, neq, gt, lt, gte, lte, in, nin, cont, ncont'],
    ['(eq,colour,x)', 'there is no attribute colour, expected one of name, weight, kind'],
    ['(eq,parts/colour,x)', 'there is no attribute parts/colour, expected one of id, color, form, screws'],
    ['(eq,constructor,x)', 'there is no attribute constructor'],
    ['(eq,__proto__/x,x)', 'there is no attribute __proto__'],
    ['(eq,name/length,x)', 'there is no attribute name/length, expected nothing'],
    ['(eq,name/@key,x)', 'there is no attribute name/@key'],
    ['(eq,ports/@key/number,1)', 'there is no attribute ports/@key, expected one of number, protocol, hosts, @key'],
    ['(eq,,x)', 'there is no attribute '],
    ['(eq,parts,x)', 'parts is not simple; expected one of id, color, form, screws below it'],
    ['(eq,ports/dns,x)', 'ports/dns is not simple'],
    ['(gt,isOpen,true)', 'gt does not fit the attribute, which is boolean; expected eq, neq'],
    ['(lt,kind,FRUIT)', 'lt does not fit the attribute, which is enumeration; expected eq, neq, in, nin, cont, ncont'],
    ['(cont,weight,1)', 'cont does not fit the attribute, which is number'],
    ['(cont,packed,2026)', 'cont does not fit the attribute, which is date-time'],
    ['(eq,number,abc)', '"abc" is not of the kind integer'],
    ['(eq,number,1.5)', '"1.5" is not of the kind integer'],
    ['(eq,weight,0x10)', '"0x10" is not of the kind number'],
    ['(eq,weight,1e999)', '"1e999" is not of the kind number'],
    ['(eq,weight,)', '"" is not of the kind number'],
    ['(eq,isOpen,TRUE)', '"TRUE" is not of the kind boolean'],
    ['(eq,kind,WINE)', '"WINE" is not one of FRUIT, TOOLS'],
    ['(gt,packed,2026-06-01)', '"2026-06-01" is not a date-time such as'],
    ['(gt,packed,2026-06-01T12:00:00 02:00)', 'a + in it is written %2B'],
    ['(gt,packed,2026-13-01T12:00:00Z)', 'is not a date-time'],
    ['(eq,name,a,b)', 'it has 2 values, expected one'],
    ['(eq,name)', 'it has 0 values, expected one'],
    ['(in,name)', 'it has 0 values, expected one or more'],
  ])('as %s: %s', (filter, why) => {
    expect(() => attributeFilter(filter, shape)).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining(why) }),
    );
  });

  it('in a moment, however long it is', () => {
    for (const filter of [
      `(eq,name,${'9'.repeat(50_000)})`,
      `(eq,weight,${'9'.repeat(2030)}x)`,
      `(eq,packed,${'2'.repeat(2030)})`,
    ])
      expectRefusedInAMoment(() => attributeFilter(filter, shape));
  });
});

it('A filter knows the attributes of services by their specification', () => {
  const service = Shape.of(serviceManagement, 'ServiceInfo');
  const filter =
    '(eq,state,ACTIVE);(cont,transportInfo/endpoint/uris,camera);(in,transportInfo/security/oAuth2Info/grantTypes,OAUTH2_CLIENT_CREDENTIALS)';
  const info = (state: string) => ({
    state,
    transportInfo: {
      endpoint: { uris: ['http://a/sensors', 'http://a/camera'] },
      security: { oAuth2Info: { grantTypes: ['OAUTH2_CLIENT_CREDENTIALS'] } },
    },
  });
  expect(['ACTIVE', 'SUSPENDED'].map((state) => attributeFilter(filter, service)(info(state)))).toEqual([true, false]);
  expect(() => attributeFilter('(eq,state,ALIVE)', service)).toThrow('one of ACTIVE, INACTIVE, SUSPENDED');
});

describe('Any filter', () => {
  it('finds what a plain reading of its words finds', () => {
    fc.assert(
      fc.property(
        fc.array(conditions, { minLength: 1, maxLength: 4 }),
        fc.array(crates, { minLength: 1, maxLength: 6 }),
        (asked, items) => {
          const filter = attributeFilter(asked.map(written).join(';'), shape);
          expect(items.map(filter)).toEqual(items.map((item) => holds(asked, item)));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

interface Asked {
  readonly operator: string;
  readonly path: readonly string[];
  readonly values: readonly (string | number | boolean)[];
}

const texts = fc.constantFrom('', 'a', 'b', 'ab', "a'b", 'a,b)', 'ba');
const numbers = fc.constantFrom(-1, 0, 1, 2.5);
const integers = fc.constantFrom(1, 2, 3);
const maybe = (attributes: Record<string, fc.Arbitrary<unknown>>) => fc.record(attributes, { requiredKeys: [] });
const partsOfCrates = maybe({
  id: integers,
  color: texts,
  form: maybe({ width: numbers, holes: fc.array(numbers, { maxLength: 2 }) }),
  screws: fc.array(integers, { maxLength: 2 }),
});
const crates = maybe({
  name: texts,
  weight: fc.option(numbers),
  isOpen: fc.boolean(),
  tags: fc.array(texts, { maxLength: 2 }),
  parts: fc.array(partsOfCrates, { maxLength: 3 }),
  ports: fc.dictionary(fc.constantFrom('a', 'b'), maybe({ number: integers, hosts: fc.array(texts, { maxLength: 2 }) })),
}) as fc.Arbitrary<object>;

const asking = (paths: string[], operators: string[], many: string[], value: fc.Arbitrary<string | number | boolean>) =>
  fc.constantFrom(...paths).chain((path) =>
    fc.oneof(
      fc.record({ operator: fc.constantFrom(...operators), path: fc.constant(path.split('/')), values: fc.tuple(value) }),
      ...(many.length === 0
        ? []
        : [
            fc.record({
              operator: fc.constantFrom(...many),
              path: fc.constant(path.split('/')),
              values: fc.array(value, { minLength: 1, maxLength: 3 }),
            }),
          ]),
    ),
  );
const ordered = ['eq', 'neq', 'gt', 'lt', 'gte', 'lte'];
const conditions: fc.Arbitrary<Asked> = fc.oneof(
  asking(['name', 'tags', 'parts/color', 'ports/@key', 'ports/hosts'], ordered, ['in', 'nin', 'cont', 'ncont'], texts),
  asking(['weight', 'parts/form/width', 'parts/form/holes'], ordered, ['in', 'nin'], numbers),
  asking(['parts/id', 'parts/screws', 'ports/number'], ordered, ['in', 'nin'], integers),
  asking(['isOpen'], ['eq', 'neq'], [], fc.boolean()),
);

function written({ operator, path, values }: Asked): string {
  const quoted = values.map((value) =>
    /[,)']/.test(String(value)) ? `'${String(value).replaceAll("'", "''")}'` : String(value),
  );
  return `(${[operator, path.join('/'), ...quoted].join(',')})`;
}

/** The same by searching through everything, with maps told as arrays. */
function holds(asked: readonly Asked[], { ports, ...item }: { ports?: object }): boolean {
  const told = { ...item, ports: ports && Object.entries(ports).map(([key, port]) => ({ '@key': key, ...(port as object) })) };
  const prefixes = new Set(asked.map(({ path }) => path.slice(0, -1).join('/')));
  return [...prefixes].every((prefix) =>
    exists(told, prefix === '' ? [] : prefix.split('/'), (node) =>
      asked
        .filter(({ path }) => path.slice(0, -1).join('/') === prefix)
        .every(({ operator, path, values }) => exists(node, path.slice(-1), (value) => agrees(value, operator, values))),
    ),
  );
}

function exists(value: unknown, path: readonly string[], test: (value: unknown) => boolean): boolean {
  if (Array.isArray(value))
    return value.length === 0 ? exists(undefined, path, test) : value.some((one) => exists(one, path, test));
  const [name, ...rest] = path;
  return name === undefined ? test(value) : exists((value as Record<string, unknown> | undefined)?.[name], rest, test);
}

function agrees(value: unknown, operator: string, values: Asked['values']): boolean {
  const [one = ''] = values;
  const isThere = value !== undefined && value !== null;
  const [is, than] = [value as string, one as string];
  switch (operator) {
    case 'eq':
    case 'in':
      return values.includes(is);
    case 'neq':
    case 'nin':
      return !values.includes(is);
    case 'cont':
      return isThere && values.some((part) => is.includes(String(part)));
    case 'ncont':
      return !isThere || !values.some((part) => is.includes(String(part)));
    case 'gt':
      return isThere && is > than;
    case 'gte':
      return isThere && is >= than;
    case 'lt':
      return isThere && is < than;
    default:
      return isThere && is <= than;
  }
}
