import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFilter } from '../../../src/http/lists/parse-filter.js';
import { expectRefusedInAMoment } from './moment.js';

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

describe('A filter', () => {
  it('is read into its conditions', () => {
    expect(parseFilter("(eq,serCategory/id,cam);(in,name,a b,'it''s, (1)',)")).toEqual([
      { text: '(eq,serCategory/id,cam)', operator: 'eq', path: ['serCategory', 'id'], values: ['cam'] },
      { text: "(in,name,a b,'it''s, (1)',)", operator: 'in', path: ['name'], values: ['a b', "it's, (1)", ''] },
    ]);
  });

  it('gives back each value that was quoted into it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 8 }), (values) => {
        expect(parseFilter(`(in,a,${values.map(quoted).join(',')})`)[0]?.values).toEqual(values);
      }),
    );
  });

  it.each([
    ['', 'the end at character 1, expected a condition such as (eq,attribute,value)'],
    ['eq,a,b', '"eq,a,b" at character 1'],
    ['(eq', 'the end at character 4, expected , and the name of an attribute'],
    ['(eq,a', 'the end at character 6'],
    ['(eq,a,b', 'the end at character 8, expected , and a value, or )'],
    ['(eq,a,b);', 'the end at character 10, expected a condition'],
    ['(eq,a,b),(eq,a,b)', '",(eq,a,b)" at character 9, expected ; and another condition'],
    ['(eq,a,b)(eq,a,b)', '"(eq,a,b)" at character 9'],
    ["(eq,a,it's)", '"\'s)" at character 9, expected no quote'],
    ["(eq,a,'b)", "a value that ends with '"],
    ["(eq,a,'b'c)", '"c)" at character 10'],
    [Array(17).fill('(eq,a,b)').join(';'), 'more than 16 conditions'],
    [`(in,a${',b'.repeat(33)})`, '33 values, expected at most 32'],
    [`(eq,a${'/a'.repeat(16)},b)`, '17 levels deep'],
  ])('is refused when it is %s', (text, why) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: 'invalid', message: expect.stringContaining(why) }));
  });

  it('is refused when it is too long, whatever it says', () => {
    expect(() => parseFilter(`(eq,a,${'b'.repeat(2042)})`)).toThrow('2049 characters, expected at most 2048');
    expect(parseFilter(`(eq,a,${'b'.repeat(2041)})`)).toHaveLength(1);
  });

  it.each(['(', "'", "(eq,a,'", "(eq,a,''", ',', '/', '\u{1f525}', '((((,', "(in,a,'','','", '(eq,a,'])(
    'is read in a moment, also when it is %s again and again',
    (attack) => {
      for (const size of [2048, 50_000])
        for (const before of ['', "(eq,a,'", '(eq,a,']) {
          const text = (before + attack.repeat(size)).slice(0, size);
          expectRefusedInAMoment(() => parseFilter(text));
        }
    },
  );

  it('is anything but a crash', () => {
    const pieces = fc.constantFrom('(', ')', ',', ';', "'", '/', 'eq', 'in', 'a', '@key', '__proto__', ' ', '\0', '\ud800');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (text) => {
        try {
          parseFilter(text.join(''));
        } catch (error) {
          expect(error).toHaveProperty('code', 'invalid');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
