import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Document } from '../../src/http/document.js';
import type { Json, JsonObject } from '../../src/json.js';
import { specifications } from './specifications.js';

/**
 * Says by a specification alone whether a value is as a schema wants it: with a validator of its own, so that the gateway's, and what
 * it makes of the specification, are what is looked at.
 */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: false, validateSchema: false, inlineRefs: false, code: { optimize: false } });
  private readonly validators = new Map<JsonObject, ValidateFunction>();

  constructor() {
    addFormats.default(this.ajv);
    this.ajv.addFormat('binary', true);
    for (const [stem, document] of Object.entries(specifications)) this.ajv.addSchema(document, stem, undefined, false);
  }

  /** @returns what is wrong with it, and nothing when it is as it should be */
  faultOf(document: Document, schema: JsonObject, value: Json | undefined): string | undefined {
    const validate = this.validators.get(schema) ?? this.ajv.compile(within(document, schema) as object);
    this.validators.set(schema, validate);
    return validate(value) ? undefined : this.ajv.errorsText(validate.errors);
  }

  isValid(document: Document, schema: JsonObject, value: Json | undefined): boolean {
    return this.faultOf(document, schema, value) === undefined;
  }
}

const STEM = new Map(Object.entries(specifications).map(([stem, document]) => [document, stem]));

/** A reference means something in its own document only. */
function within(document: Document, node: Json): Json {
  if (Array.isArray(node)) return node.map((one: Json) => within(document, one));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node as JsonObject).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? `${STEM.get(document) ?? ''}${value}` : within(document, value ?? null),
    ]),
  );
}
