import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../json.js';
import { basePath } from './api.js';
import type { Document, PathItem } from './document.js';

/**
 * All specifications of a gateway as one, for whoever wants one client of everything: its paths are whole, each operation keeps its
 * tags and says itself what token it asks for, and what several have of one name is there once.
 * @throws Error for a path that two have, or a name that stands for different things
 */
export function joined(documents: readonly Document[], { info, servers }: Pick<Document, 'info' | 'servers'>): Document {
  return {
    openapi: '3.1.0',
    info,
    servers,
    tags: documents.flatMap(({ tags }) => (tags ?? []) as Json[]),
    paths: union('paths', documents.map(wholePaths)) as Document['paths'],
    components: componentsOf(documents),
  };
}

function wholePaths(document: Document): Readonly<Record<string, PathItem>> {
  const base = basePath(document);
  return Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [base + path, withSecurity(item, document)]));
}

/** What the document says of all its operations, said by each. */
function withSecurity(item: PathItem, { security }: Document): PathItem {
  if (security === undefined) return item;
  const said = Object.entries(item).map(([word, value]) => {
    const isOperation = isObject(value) && 'operationId' in value;
    return [word, isOperation && !('security' in value) ? { ...value, security } : value];
  });
  return Object.fromEntries(said) as PathItem;
}

function componentsOf(documents: readonly Document[]): JsonObject {
  const parts = documents.map(({ components = {} }) => components as JsonObject);
  const kinds = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const place = `components/${kind}`;
      return [
        kind,
        union(
          place,
          parts.map((part) => (part[kind] ?? {}) as JsonObject),
        ),
      ];
    }),
  );
}

/** Scopes are the one thing of which each specification has its own part. */
const PART_BY_PART = /^components\/securitySchemes\/oauth2(\/flows(\/clientCredentials(\/scopes)?)?)?$/;

function union(place: string, parts: readonly JsonObject[]): JsonObject {
  const all = new Map<string, Json>();
  for (const [name, value = null] of parts.flatMap((part) => Object.entries(part))) {
    const before = all.get(name);
    all.set(name, before === undefined ? value : same(`${place}/${name}`, before, value));
  }
  return Object.fromEntries(all);
}

function same(place: string, one: Json, other: Json): Json {
  if (isDeepStrictEqual(one, other)) return one;
  if (PART_BY_PART.test(place) && isObject(one) && isObject(other)) return union(place, [one, other]);
  throw new Error(`${place} stands for different things`);
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
