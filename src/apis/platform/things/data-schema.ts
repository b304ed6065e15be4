import type { Document } from '../../../http/document.js';
import type { Json, JsonObject } from '../../../json.js';

/** What a Thing Description says of data: a part of JSON Schema, and `unit`. */
export type DataSchema = JsonObject;

/** Of JSON Schema's words those that say the same there. */
const WORDS = [
  ...['title', 'description', 'type', 'format', 'enum', 'const', 'minimum', 'maximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'required'],
];

/**
 * What a component schema says, without references. What a Thing Description has no word for is left out, so that it says less
 * and nothing else.
 *
 * @param units of its properties
 * @throws Error when the document has no such schema
 * @see W3C WoT Thing Description 1.1, clause 5.3.2
 */
export function dataSchemaOf(document: Document, name: string, units: Readonly<Record<string, string>> = {}): DataSchema {
  const schema = translated(document, { $ref: `#/components/schemas/${name}` });
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonObject>>);
  const withUnits = properties.map(([property, said]): [string, JsonObject] => {
    const unit = units[property];
    return [property, unit === undefined ? said : { ...said, unit }];
  });
  return { ...schema, properties: Object.fromEntries(withUnits) };
}

function translated(document: Document, schema: JsonObject): DataSchema {
  const { $ref, ...own } = schema;
  const said: JsonObject = typeof $ref === 'string' ? { ...target(document, $ref), ...own } : own;
  if (typeof said.$ref === 'string') return translated(document, said);
  const words = Object.fromEntries(WORDS.flatMap((word) => (said[word] === undefined ? [] : [[word, said[word]]])));
  return {
    ...words,
    ...(isObject(said.items) ? { items: translated(document, said.items) } : {}),
    ...(isObject(said.properties) ? { properties: eachOf(document, said.properties) } : {}),
  };
}

function eachOf(document: Document, properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, isObject(schema) ? translated(document, schema) : {}]),
  );
}

function target(document: Document, reference: string): JsonObject {
  const found = reference
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), document);
  if (!isObject(found)) throw new Error(`there is no ${reference} in ${document.info.title}`);
  return found;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
