import { describe, expect, it } from '@jest/globals';
import type { Document } from '../../src/http/document.js';
import { copyWithoutDiscriminators } from '../../src/http/validator.js';
import type { JsonObject } from '../../src/json.js';
import { document } from './things-api.js';

const one = { $ref: '#/components/schemas/Thing' };
const withSchema = (Union: JsonObject): Document => ({ ...document, components: { ...document.components, schemas: { Union } } });

describe('The document that requests are checked by', () => {
  it('has no discriminators, and is the same otherwise', () => {
    const discriminator = { propertyName: 'name', mapping: { one: one.$ref } };
    expect(copyWithoutDiscriminators(withSchema({ oneOf: [one], discriminator }))).toEqual(withSchema({ oneOf: [one] }));
  });

  it('keeps a property of this name', () => {
    const Union = { properties: { discriminator: { type: 'string' } } };
    expect(copyWithoutDiscriminators(withSchema(Union))).toEqual(withSchema(Union));
  });

  it('is a copy', () => {
    const copy = copyWithoutDiscriminators(document);
    expect(copy).toEqual(document);
    expect(copy.components).not.toBe(document.components);
  });
});
