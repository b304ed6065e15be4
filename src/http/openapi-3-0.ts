import type { Json, JsonObject } from '../json.js';
import type { Document } from './document.js';

/**
 * The document in the words of OpenAPI 3.0.3, for generators of clients that know no other. Nothing is lost: what 3.0 has no word for
 * stands there as an extension, and so does what its readers take for something else; the document can be made again from it.
 * @throws Error for what has no form in 3.0, with its place
 */
export function asOpenapi30(document: Document): JsonObject {
  const { info } = document;
  const { license, ...about } = info as JsonObject & { readonly license?: License };
  return {
    ...(converted(document, []) as JsonObject),
    openapi: '3.0.3',
    info: license?.identifier === undefined ? info : { ...about, license: { name: license.name, url: spdx(license.identifier) } },
  };
}

type License = JsonObject & { readonly name: string; readonly identifier?: string };

/** What 3.0 has in place of an SPDX identifier. */
export const spdx = (identifier: string): string => `https://spdx.org/licenses/${identifier}.html`;

/** Members whose own members have names of our choosing, which are no words of OpenAPI. */
const NAMING = new Set(
  [
    'callbacks',
    'content',
    'encoding',
    'headers',
    'mapping',
    'parameters',
    'paths',
    'properties',
    'requestBodies',
    'responses',
  ].concat(['schemas', 'scopes', 'securitySchemes']),
);
/** Members that are data, whatever stands in them. */
const DATA = new Set(['default', 'enum', 'example', 'examples']);
/** What JSON Schema has in 3.1 and not in 3.0, and none of our specifications needs. */
const UNKNOWN = new Set(
  [
    '$anchor',
    '$comment',
    '$defs',
    '$dynamicRef',
    '$id',
    '$schema',
    'const',
    'contains',
    'contentEncoding',
    'contentMediaType',
  ].concat(
    ['contentSchema', 'dependentRequired', 'dependentSchemas', 'else', 'if', 'maxContains', 'minContains', 'patternProperties'],
    ['pathItems', 'prefixItems', 'then', 'unevaluatedItems', 'unevaluatedProperties', 'webhooks'],
  ),
);

function converted(node: Json | undefined, place: readonly string[]): Json {
  if (Array.isArray(node)) return node.map((one: Json, index) => converted(one, [...place, String(index)]));
  if (!isObject(node)) return node ?? null;
  const members = Object.entries(node).flatMap(([word, value]) => asMembers(word, value, [...place, word]));
  return withBytesAsTheyAre(inPlaceOfSiblings(Object.fromEntries(members)));
}

type Member = readonly [word: string, value: Json | undefined];

function asMembers(word: string, value: Json | undefined, place: readonly string[]): readonly Member[] {
  // a schema's, which is a list; elsewhere they have names
  if (word === 'examples' && Array.isArray(value)) return asExample(value);
  if (DATA.has(word)) return [[word, value]];
  if (NAMING.has(word) && isObject(value)) {
    const named = Object.entries(value).map(([name, one]) => [name, converted(one, [...place, name])] as const);
    return [[word, Object.fromEntries(named)]];
  }
  if (UNKNOWN.has(word) || has31Form(word, value)) throw new Error(`${place.join('/')} has no form in OpenAPI 3.0`);
  const isUnsaid = MISTAKEN.has(word) || (UNIONS.has(word) && isAboutPresence(value));
  return [[isUnsaid ? `x-${word}` : word, converted(value, place)]];
}

/** What 3.0 has no word for; and of lists with no item twice generators make sets in one place, and lists where that is filled. */
const MISTAKEN = new Set(['propertyNames', 'uniqueItems']);

/** Generators of clients take a union for one of types, and would leave out the attributes beside it. */
const UNIONS = new Set(['oneOf', 'anyOf']);

/** Whether the members of a union say no more than which attributes stand together. */
function isAboutPresence(members: Json | undefined): boolean {
  return Array.isArray(members) && members.every((member: Json) => isObject(member) && Object.keys(member).every(isPresence));
}

const isPresence = (word: string): boolean => word === 'required' || word === 'not';

/** In 3.0 a schema has one. */
function asExample([example, ...others]: readonly Json[]): readonly Member[] {
  return others.length === 0
    ? [['example', example]]
    : [
        ['example', example],
        ['x-examples', others],
      ];
}

/** Types are names in 3.0, and whether a bound itself is excluded a boolean. */
function has31Form(word: string, value: Json | undefined): boolean {
  if (word === 'type') return Array.isArray(value) || value === 'null' || value === 'mutualTLS';
  return (word === 'exclusiveMinimum' || word === 'exclusiveMaximum') && typeof value === 'number';
}

/** Generators make a file of bytes, which has no length as a text has. */
function withBytesAsTheyAre(schema: JsonObject): JsonObject {
  const { maxLength, ...rest } = schema;
  return schema.format === 'binary' && maxLength !== undefined ? { ...rest, 'x-maxLength': maxLength } : schema;
}

/** Beside a reference 3.0 ignores everything, and so does JSON Schema before 2019. */
export function inPlaceOfSiblings(object: JsonObject): JsonObject {
  const { $ref, ...siblings } = object;
  return $ref === undefined || Object.keys(siblings).length === 0 ? object : { allOf: [{ $ref }], ...siblings };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
