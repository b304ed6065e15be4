import { describe, expect, it } from '@jest/globals';
import { Schemas } from '../../src/http/schemas.js';
import { document } from './things-api.js';

const schemas = (more: object) => new Schemas('things', { ...document, ...more });
const with200 = (schema: object) => ({ components: { responses: { Answer: { content: { 'application/json': { schema } } } } } });
const ANSWER = '/components/responses/Answer/content/application~1json/schema';

describe('Schemas', () => {
  it('are compiled when they are asked for, each once', () => {
    const at = schemas({}).at('/components/schemas/Thing');
    expect([at()({ name: 'one' }), at()({ name: 'longer than it may be' })]).toEqual([true, false]);
    expect(at()).toBe(at());
  });

  it('that stand in one place are one', () => {
    const one = schemas({});
    expect(one.at('/components/schemas/Thing')).toBe(one.at('/components/schemas/Thing'));
  });

  it.each([
    ['with a word that is none', { typo: 'string' }, 'typo'],
    ['that lead nowhere', { $ref: '#/components/schemas/Nothing' }, 'Nothing'],
    ['that contradict themselves', { type: 'string', minimum: 1 }, 'minimum'],
  ])('%s are refused', (_what, schema, expected) => {
    expect(schemas(with200(schema)).at(ANSWER)).toThrow(expected);
  });

  it('leave the document as it is', () => {
    const before = JSON.stringify(document);
    schemas({}).at('/components/schemas/Thing')();
    expect(JSON.stringify(document)).toBe(before);
  });
});
