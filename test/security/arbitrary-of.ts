import * as fc from 'fast-check';
import type { Document } from '../../src/http/document.js';
import type { Json, JsonObject } from '../../src/json.js';
import type { Judge } from './judge.js';
import { followed } from './specifications.js';

/** Long lists are for tests of their own; here many small requests find more. */
const MOST_ITEMS = 3;
const USUAL_LENGTH = 24;

/** Values that mean something to the gateway, by the name of the attribute; half of the time, where the schema allows. */
export type Meaningful = Readonly<Record<string, readonly Json[]>>;

/** Makes generators of our schemas: of what they use of JSON Schema, and no more (an unknown word is an error). */
export class Arbitraries {
  constructor(
    private readonly judge: Judge,
    private readonly meaningful: Meaningful,
  ) {}

  /** Values that fit the schema. */
  valid(document: Document, schema: JsonObject, name = ''): fc.Arbitrary<Json> {
    const fits = (value: Json) => this.judge.isValid(document, schema, value);
    const known = (this.meaningful[name] ?? []).filter(fits);
    const made = this.made(document, followed(document, schema), name).filter(fits);
    return known.length > 0 ? fc.oneof(fc.constantFrom(...known), made) : made;
  }

  private made(document: Document, schema: JsonObject, name: string): fc.Arbitrary<Json> {
    for (const word of Object.keys(schema))
      if (!KNOWN.has(word)) throw new Error(`no values can be made of a schema with ${word}`);
    const { oneOf, anyOf = oneOf, ...rest } = schema;
    if (anyOf !== undefined) {
      const ways = (anyOf as readonly JsonObject[]).map((way) =>
        this.made(document, merged(rest, followed(document, way)), name),
      );
      return fc.oneof(...ways);
    }
    if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as Json[]));
    switch (schema.type) {
      case 'string':
        return strings(schema);
      case 'integer':
      case 'number':
        return numbers(schema as NumberSchema);
      case 'boolean':
        return fc.boolean();
      case 'array':
        return this.arrays(document, schema, name);
      case 'object':
        return this.objects(document, schema);
      default:
        return anything;
    }
  }

  private arrays(document: Document, schema: ArraySchema, name: string): fc.Arbitrary<Json> {
    const { items = {}, minItems = 0, maxItems = Infinity, uniqueItems = false } = schema;
    const maxLength = Math.min(maxItems, Math.max(minItems, MOST_ITEMS));
    const lengths = { minLength: minItems, maxLength, size: 'max' } as const;
    const item = this.valid(document, items, name);
    return uniqueItems ? fc.uniqueArray(item, { ...lengths, selector: String }) : fc.array(item, lengths);
  }

  private objects(document: Document, schema: ObjectSchema): fc.Arbitrary<Json> {
    const { properties = {}, required = [] } = schema;
    const named = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, this.valid(document, property, name)]),
    );
    const declared = fc.record(named, { requiredKeys: [...required] });
    return fc.tuple(declared, this.more(document, schema)).map(([object, more]) => ({ ...more, ...object }));
  }

  /** Attributes that the schema does not name but allows. */
  private more(document: Document, schema: ObjectSchema): fc.Arbitrary<Readonly<Record<string, Json>>> {
    const { additionalProperties = true, propertyNames, minProperties = 0 } = schema;
    const { maxProperties = MOST_ITEMS } = schema;
    if (additionalProperties === false) return fc.constant({});
    const names = propertyNames ? strings(propertyNames) : strings({ minLength: 1, maxLength: 8 });
    const values = typeof additionalProperties === 'object' ? this.valid(document, additionalProperties) : anything;
    // what no schema knows is rare, and a map lives of it
    const minKeys = schema.properties ? 0 : minProperties;
    const most = Math.max(minKeys, Math.min(maxProperties, MOST_ITEMS));
    const some = fc.dictionary(names, values, { minKeys, maxKeys: most, size: 'max', noNullPrototype: true });
    return schema.properties ? fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, some) : some;
  }
}

interface StringSchema extends JsonObject {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}
interface NumberSchema extends JsonObject {
  readonly type: 'integer' | 'number';
  readonly minimum?: number;
  readonly maximum?: number;
}
interface ArraySchema extends JsonObject {
  readonly items?: JsonObject;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}
interface ObjectSchema extends JsonObject {
  readonly properties?: Readonly<Record<string, JsonObject>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonObject;
  readonly propertyNames?: JsonObject;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

const KNOWN = new Set([
  'uniqueItems',
  ...['type', 'enum', 'oneOf', 'anyOf', 'not', 'description', 'default', 'discriminator', 'examples', 'title'],
  ...['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'items', 'minItems', 'maxItems'],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties'],
]);

const anything: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 });

/** One of the ways of `oneOf` or `anyOf` adds to what stands beside it. */
function merged(schema: JsonObject, way: JsonObject): JsonObject {
  const required = [...((schema.required ?? []) as string[]), ...((way.required ?? []) as string[])];
  return { ...schema, ...way, ...(required.length > 0 ? { required } : {}) };
}

function strings({ minLength = 0, maxLength = USUAL_LENGTH, pattern, format }: StringSchema): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.date({ min: new Date(0), max: new Date(9e12), noInvalidDate: true }).map(toTime);
  if (format === 'uri-reference') return fc.webUrl({ withQueryParameters: true });
  const usual = Math.max(minLength, Math.min(maxLength, USUAL_LENGTH));
  const texts = fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: usual, size: 'max' }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength, maxLength: usual, size: 'max' }) },
    // exactly as long as it may be
    { weight: 1, arbitrary: fc.constant('x'.repeat(maxLength)) },
  );
  if (pattern === undefined) return texts;
  const expression = new RegExp(pattern, 'u');
  // what looks ahead cannot be written, only looked for
  const fitting = pattern.includes('(?') ? texts : fc.stringMatching(expression);
  return fitting.filter((text) => text.length >= minLength && text.length <= maxLength && expression.test(text));
}

function toTime(date: Date): string {
  return date.toISOString();
}

function numbers({ type, minimum = -1e9, maximum = 1e9 }: NumberSchema): fc.Arbitrary<number> {
  const edges = fc.constantFrom(minimum, maximum);
  if (type === 'integer') return fc.oneof(edges, fc.integer({ min: minimum, max: maximum }));
  return fc.oneof(edges, fc.double({ min: minimum, max: maximum, noNaN: true }));
}
