import type { Document } from '../../src/http/document.js';
import type { Json, JsonObject } from '../../src/json.js';
import { followed } from './specifications.js';

const WRONG_TYPES: readonly Json[] = [null, true, 17, -0.5, 'text', '', [], {}, [null], { polluted: true }];

/**
 * What a value becomes when one thing in it is made wrong: a required attribute gone, another type, a bound passed by one, a word
 * that is in no list. Some may be right all the same, where the schema does not care; whoever asks must judge.
 */
export function nearMisses(document: Document, schema: JsonObject, value: Json): Json[] {
  const { oneOf, anyOf = oneOf, ...rest } = followed(document, schema);
  const ways = ((anyOf ?? []) as readonly JsonObject[]).flatMap((way) => nearMisses(document, way, value));
  return [...WRONG_TYPES, ...ways, ...bounds(rest), ...inside(document, rest, value)];
}

function bounds(schema: JsonObject): Json[] {
  const { minimum, maximum, minLength, maxLength, pattern, format, type } = schema;
  const all: Json[] = [];
  if (schema.enum !== undefined) all.push('NO_SUCH_WORD', `${(schema.enum as string[])[0] ?? ''} `);
  if (typeof minimum === 'number') all.push(minimum - 1, -1e308);
  if (typeof maximum === 'number') all.push(maximum + 1, 1e308);
  if (type === 'integer') all.push((typeof minimum === 'number' ? minimum : 0) + 0.5);
  if (typeof minLength === 'number' && minLength > 0) all.push('x'.repeat(minLength - 1));
  if (typeof maxLength === 'number') all.push('x'.repeat(maxLength + 1), '💡'.repeat(maxLength), '💡'.repeat(maxLength + 1));
  if (pattern !== undefined) all.push('\n', '!', '😀'.repeat(3), ' ');
  if (format !== undefined) all.push('no such format', '2026-13-45T99:99:99Z', '\\^', 'http://[');
  return all;
}

function inside(document: Document, schema: JsonObject, value: Json): Json[] {
  if (Array.isArray(value)) return insideArray(document, schema, value as readonly Json[]);
  if (typeof value === 'object' && value !== null) return insideObject(document, schema, value as JsonObject);
  return [];
}

function insideArray(document: Document, { items = {}, minItems, maxItems }: JsonObject, value: readonly Json[]): Json[] {
  const all: Json[] = [];
  if (typeof minItems === 'number' && minItems > 0) all.push([]);
  if (typeof maxItems === 'number') all.push(Array.from({ length: maxItems + 1 }, () => value[0] ?? 0));
  value.forEach((item, at) => {
    for (const wrong of nearMisses(document, items as JsonObject, item)) all.push(value.with(at, wrong));
  });
  return all;
}

function insideObject(document: Document, schema: JsonObject, value: JsonObject): Json[] {
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  const all: Json[] = [
    { ...value, unheardOf: true },
    { ...value, '': 0 },
  ];
  if (typeof schema.maxProperties === 'number') all.push({ ...value, ...numbered(schema.maxProperties + 1) });
  for (const [name, item] of Object.entries(value)) {
    const { [name]: _gone, ...others } = value;
    all.push(others);
    const property = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
    if (typeof property !== 'object' || item === undefined) continue;
    for (const wrong of nearMisses(document, property as JsonObject, item)) all.push({ ...value, [name]: wrong });
  }
  return all;
}

function numbered(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]));
}
