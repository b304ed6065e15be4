import { operationsOf } from '../src/http/api.js';
import type { Document } from '../src/http/document.js';
import type { Json, JsonObject } from '../src/json.js';

/** What is sent or answered in one media type. */
export interface Body {
  readonly operationId: string;
  /** `request`, the status of a successful answer, or the name of a callback. */
  readonly place: string;
  readonly type: string;
  /** Of the request or the answer. */
  readonly description: string | undefined;
  /** To its schema (RFC 6901, for a URI's fragment). */
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly examples: readonly Json[];
}

/** What clients send, and what they get when all is well. */
export function bodiesOf(document: Document): readonly Body[] {
  return [...operationsOf(document)].flatMap(({ path, method, object }) => {
    const of = (place: string, keys: readonly string[]) =>
      bodiesAt(document, keys).map((body) => ({ operationId: object.operationId, place, ...body }));
    const at = ['paths', path, method];
    const successes = Object.keys(object.responses).filter((status) => status.startsWith('2'));
    return [
      ...of('request', [...at, 'requestBody']),
      ...successes.flatMap((status) => of(status, [...at, 'responses', status])),
      ...Object.entries((object.callbacks ?? {}) as Record<string, JsonObject>).flatMap(([name, callback]) =>
        Object.keys(callback).flatMap((url) => of(name, [...at, 'callbacks', name, url, 'post', 'requestBody'])),
      ),
    ];
  });
}

function bodiesAt(document: Document, keys: readonly string[]): readonly Omit<Body, 'operationId' | 'place'>[] {
  const node = keys.reduce<Json | undefined>((at, key) => (at as JsonObject | undefined)?.[key], document) as
    JsonObject | undefined;
  if (typeof node?.$ref === 'string') return bodiesAt(document, node.$ref.slice(2).split('/').map(unescaped));
  const { content = {}, description } = (node ?? {}) as { content?: Record<string, Media>; description?: string };
  return Object.entries(content).map(([type, { schema, example, examples = {} }]) => ({
    ...{ type, description, schema, pointer: [...keys, 'content', type, 'schema'].map((key) => `/${escaped(key)}`).join('') },
    examples: [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)],
  }));
}

interface Media {
  readonly schema: JsonObject;
  readonly example?: Json;
  readonly examples?: Readonly<Record<string, { readonly value: Json }>>;
}

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
const unescaped = (key: string) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
