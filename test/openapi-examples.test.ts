import { describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Document } from '../src/http/document.js';
import { asOpenapi30 } from '../src/http/openapi-3-0.js';
import { Schemas } from '../src/http/schemas.js';
import { type Body, bodiesOf } from './openapi-bodies.js';
import { specifications } from './security/specifications.js';

/** What is bytes: a picture, a recording, or a form with a picture in it. */
const BYTES = /^(image|video|multipart)\//;

describe.each(Object.entries(specifications))('openapi/%s.yaml', (stem, document) => {
  const bodies = bodiesOf(document);
  const shown = bodies.filter(({ type }) => !BYTES.test(type));

  it.each(shown)('shows $operationId $place $type by an example', ({ examples }) => {
    expect(examples).not.toEqual([]);
  });

  it('shows bytes by no example, and says what they are', () => {
    for (const { operationId, type, examples, description } of bodies.filter(({ type }) => BYTES.test(type)))
      expect([operationId, type, examples, description]).toEqual([operationId, type, [], expect.stringMatching(/\S/)]);
  });

  it('has examples that are right', () => {
    const schemas = new Schemas(stem, document);
    expect(bodies.flatMap((body) => faultsOf(body, schemas.at(body.pointer)()))).toEqual([]);
  });

  it('has examples that are right in the words of OpenAPI 3.0, too', () => {
    const converted = asOpenapi30(document) as Document;
    // of JSON Schema's drafts the one next to what 3.0 has; its words that are no JSON Schema say nothing of values
    const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addFormat('binary', true).addSchema(converted, stem, undefined, false);
    const faults = bodiesOf(converted).flatMap((body) => faultsOf(body, ajv.compile({ $ref: `${stem}#${body.pointer}` })));
    expect(faults).toEqual([]);
  });
});

function faultsOf({ operationId, place, type, examples }: Body, isRight: ValidateFunction): unknown[] {
  return examples.flatMap((example) => (isRight(example) ? [] : [[operationId, place, type, isRight.errors]]));
}
