import type { Json, JsonObject } from '../../json.js';
import type { Document, Method, OperationObject, PathItem } from '../document.js';
import { followed, nameOf, sampleOf, withDefaults } from './sample.js';

/** One call of an operation with values as its specification shows them: all that has to be given, and nothing else. */
export interface ExampleCall {
  readonly operationId: string;
  readonly method: Method;
  /** The first of its tags. */
  readonly tag: string;
  /** From the root of the gateway, with `{names}` in it. */
  readonly template: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly header: Readonly<Record<string, string>>;
  readonly body: ExampleBody | undefined;
  /** What comes when all is well, by media type; none where there is only the status. */
  readonly answers: readonly string[];
  readonly isWebSocket: boolean;
  /** Whether it asks for a token. */
  readonly needsToken: boolean;
  /** Whether the client packages know it by its name: they are made of what every gateway serves. */
  readonly isInClient: boolean;
  /** Whether only the gateway's own page may call it, which is known by its origin and shows a cookie. */
  readonly isOwnPage: boolean;
}

export interface ExampleBody {
  readonly type: string;
  readonly value: Json;
  /** With what is meant where it says nothing. */
  readonly whole: Json;
  /** The name of its schema, and of that of each part; of a list, that of what is in it. */
  readonly schema: string | undefined;
  readonly parts: Readonly<Record<string, { readonly schema: string | undefined; readonly mediaType: string }>>;
}

/** What a gateway serves only where its owner wants it. */
const LEGACY = '/mp1/';

const METHODS: readonly Method[] = ['get', 'put', 'post', 'patch', 'delete'];

/** An operation where a document has it; its path is from the root of the gateway, with `{names}` in it. */
export interface DocumentedOperation {
  readonly template: string;
  readonly method: Method;
  readonly item: PathItem;
  readonly object: OperationObject;
}

/** Every operation of a document, in its order. It needs nothing of the server, so that a page may ask too. */
export function operationsOf(document: Document): readonly DocumentedOperation[] {
  const base = (document.servers[0]?.url ?? '').replace(/\/$/, '');
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const object = item[method];
      return object ? [{ template: base + path, method, item, object }] : [];
    }),
  );
}

/** An example of every operation of a document, by its operationId. */
export function exampleCalls(document: Document): ReadonlyMap<string, ExampleCall> {
  return new Map(
    operationsOf(document).map(({ template, method, item, object }) => [
      object.operationId,
      { ...callOf(document, item, object), method, template, isInClient: !template.startsWith(LEGACY) },
    ]),
  );
}

/** The path with the values in it, and the query. */
export function target({ template, path, query }: ExampleCall): string {
  const filled = template.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(path[name] ?? '').replaceAll('%3A', ':'),
  );
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? filled : `${filled}?${asked}`;
}

/** Whether it is answered with JSON, if with anything. */
export const answersJson = ({ answers }: ExampleCall): boolean =>
  answers.some((type) => /^application\/(\w+\+)?json$/.test(type));

/** Whether what is sent is a picture, which comes from a file. */
export const isPicture = ({ type }: ExampleBody): boolean => type.startsWith('image/');

/** Whether pictures come until the reader leaves. */
export const isEndless = ({ answers }: ExampleCall): boolean => answers.includes('multipart/x-mixed-replace');

function callOf(
  document: Document,
  item: PathItem,
  object: OperationObject,
): Omit<ExampleCall, 'method' | 'template' | 'isInClient'> {
  const listed = [...((item.parameters ?? []) as Json[]), ...((object.parameters ?? []) as Json[])];
  const wanted = listed.map((one) => followed(document, one)).filter(({ required }) => required === true);
  const valuesIn = (place: string) =>
    Object.fromEntries(
      wanted.filter((one) => one.in === place).map((one) => [one.name as string, textOf(sampleOf(document, one))]),
    );
  const good = Object.entries(object.responses).filter(([status]) => /^[12]/.test(status));
  return {
    operationId: object.operationId,
    tag: (object.tags as readonly string[] | undefined)?.[0] ?? 'default',
    path: valuesIn('path'),
    query: valuesIn('query'),
    header: valuesIn('header'),
    body: object.requestBody && bodyOf(document, followed(document, object.requestBody)),
    answers: good.flatMap(([, answer]) => Object.keys(followed(document, answer).content ?? {})),
    isWebSocket: good.some(([status]) => status === '101'),
    needsToken: (object.security ?? (document.security as OperationObject['security']) ?? []).length > 0,
    isOwnPage: object['x-own-page'] === true,
  };
}

function bodyOf(document: Document, requestBody: JsonObject): ExampleBody | undefined {
  const [first] = Object.entries((requestBody.content ?? {}) as Readonly<Record<string, JsonObject>>);
  if (first === undefined) return undefined;
  const [type, media] = first;
  const value = sampleOf(document, media);
  const itself = followed(document, media.schema);
  const encoding = (media.encoding ?? {}) as Readonly<Record<string, JsonObject>>;
  const properties = (itself.properties ?? {}) as JsonObject;
  const parts = Object.entries(encoding).map(([name, { contentType }]) => [
    name,
    // of several that are taken the first
    { schema: nameOf(properties[name]), mediaType: (contentType as string).replace(/,.*/, '') },
  ]);
  return {
    type,
    value,
    whole: withDefaults(document, media.schema, value),
    schema: nameOf(media.schema) ?? nameOf(itself.items),
    parts: Object.fromEntries(parts) as ExampleBody['parts'],
  };
}

/** A value where only texts may stand: a path, a query, a header, a form. */
export function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
