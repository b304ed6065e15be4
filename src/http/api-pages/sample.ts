import type { Json, JsonObject } from '../../json.js';
import type { Document } from '../document.js';

/** How deep a value without an example is made up: a schema may contain itself. */
const DEEPEST = 8;

/** The thing itself, where there is a reference to it within the document. */
export function followed(document: Document, node: Json | undefined): JsonObject {
  const object = (node ?? {}) as JsonObject;
  if (typeof object.$ref !== 'string') return object;
  const keys = object.$ref.slice(2).split('/').map(unescaped);
  return followed(
    document,
    keys.reduce<Json | undefined>((at, key) => (at as JsonObject | undefined)?.[key], document),
  );
}

/** The name under which the document has it; undefined for what stands in its place. */
export function nameOf(node: Json | undefined): string | undefined {
  const { $ref } = (node ?? {}) as JsonObject;
  return typeof $ref === 'string' ? unescaped($ref.slice($ref.lastIndexOf('/') + 1)) : undefined;
}

/** The value, and what its schema says of members that it leaves out: some clients want all of them. */
export function withDefaults(document: Document, node: Json | undefined, value: Json): Json {
  const schema = followed(document, node);
  if (Array.isArray(value)) return value.map((one: Json) => withDefaults(document, schema.items, one));
  if (value === null || typeof value !== 'object') return value;
  const { properties } = membersOf(document, schema);
  const given = Object.entries(value as JsonObject).map(([name, one]) => [
    name,
    withDefaults(document, properties[name], one ?? null),
  ]);
  const absent = Object.entries(properties).flatMap(([name, one]) => {
    // beside a reference, where there is one
    const initial = name in value ? undefined : ((one as JsonObject).default ?? followed(document, one).default);
    return initial === undefined ? [] : [[name, initial]];
  });
  return Object.fromEntries([...given, ...absent]) as JsonObject;
}

export interface Members {
  readonly properties: JsonObject;
  /** The names of those that have to be there. */
  readonly required: readonly string[];
}

/** What an object has in it, wherever its schema says so. */
export function membersOf(document: Document, schema: JsonObject): Members {
  const parts = ((schema.allOf ?? []) as Json[]).map((one) => membersOf(document, followed(document, one)));
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties) as JsonObject,
    required: [...parts.flatMap(({ required }) => required), ...((schema.required ?? []) as readonly string[])],
  };
}

/** The first example of a parameter, a body or a schema; a value as its schema wants it, where it shows none. */
export function sampleOf(document: Document, node: Json | undefined, depth = 0): Json {
  const { example, examples, schema, ...itself } = followed(document, node);
  if (example !== undefined) return example;
  // a schema's are a list, elsewhere they have names
  if (Array.isArray(examples) && examples.length > 0) return examples[0] as Json;
  const [named] = Object.values((examples ?? {}) as JsonObject);
  if (named !== undefined) return followed(document, named).value ?? null;
  return schema === undefined ? madeUp(document, itself, depth) : sampleOf(document, schema, depth);
}

function madeUp(document: Document, schema: JsonObject, depth: number): Json {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  const [first] = (schema.enum ?? schema.oneOf ?? schema.anyOf ?? []) as readonly Json[];
  if (first !== undefined) return schema.enum ? first : sampleOf(document, first, depth + 1);
  const [type] = [schema.type].flat();
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0;
  if (type === 'boolean') return true;
  if (type === 'array') return depth < DEEPEST ? [sampleOf(document, schema.items, depth + 1)] : [];
  if (type === 'string') return schema.format === 'date-time' ? '2026-06-21T12:00:00.000Z' : 'text';
  return depth < DEEPEST ? madeUpObject(document, schema, depth) : {};
}

/** With what has to be there and nothing else. */
function madeUpObject(document: Document, schema: JsonObject, depth: number): JsonObject {
  const parts = [schema, ...((schema.allOf ?? []) as Json[]).map((one) => followed(document, one))];
  return Object.fromEntries(
    parts.flatMap(({ required, properties }) =>
      ((required ?? []) as readonly string[]).map((name): [string, Json] => [
        name,
        sampleOf(document, (properties as JsonObject | undefined)?.[name], depth + 1),
      ]),
    ),
  );
}

const unescaped = (key: string) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
