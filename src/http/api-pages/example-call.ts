import type { Json, JsonObject } from '../../json.js';
import type { Document, Method, OperationObject, PathItem } from '../document.js';
import { followed, membersOf, nameOf, sampleOf, withDefaults } from './sample.js';

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
  /** The first of those that are taken. */
  readonly type: string;
  readonly types: readonly string[];
  readonly value: Json;
  /** With what is meant where it says nothing. */
  readonly whole: Json;
  /** The name of its schema, and of that of each part; of a list, that of what is in it. */
  readonly schema: string | undefined;
  /** The names of all that an object may have in it, whether the example shows it or not. */
  readonly members: readonly string[];
  readonly parts: Readonly<Record<string, ExamplePart>>;
}

export interface ExamplePart {
  readonly schema: string | undefined;
  /** The first of those that are taken. */
  readonly mediaType: string;
  readonly mediaTypes: readonly string[];
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
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? pathWith(template, path) : `${pathWith(template, path)}?${asked}`;
}

/** @param values of the `{names}` in the template; one that is missing is empty */
export function pathWith(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? '').replaceAll('%3A', ':'));
}

/** Whether it is answered with JSON, if with anything. */
export const answersJson = ({ answers }: ExampleCall): boolean => answers.some(isJson);

/** Whether a media type is JSON, or a form of it. */
export const isJson = (type: string): boolean => /^application\/(\S+\+)?json$/.test(type);

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
  const content = (requestBody.content ?? {}) as Readonly<Record<string, JsonObject>>;
  const [first] = Object.entries(content);
  if (first === undefined) return undefined;
  const [type, media] = first;
  const value = sampleOf(document, media);
  const itself = followed(document, media.schema);
  const encoding = (media.encoding ?? {}) as Readonly<Record<string, JsonObject>>;
  const properties = (itself.properties ?? {}) as JsonObject;
  const parts = Object.entries(encoding).map(([name, { contentType }]) => {
    const mediaTypes = (contentType as string).split(/,\s*/);
    return [name, { schema: nameOf(properties[name]), mediaType: mediaTypes[0], mediaTypes }];
  });
  return {
    type,
    types: Object.keys(content),
    value,
    whole: withDefaults(document, media.schema, value),
    schema: nameOf(media.schema) ?? nameOf(itself.items),
    members: Object.keys(membersOf(document, itself).properties),
    parts: Object.fromEntries(parts) as ExampleBody['parts'],
  };
}

/** A value where only texts may stand: a path, a query, a header, a form. */
export function textOf(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
