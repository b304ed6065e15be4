import { basePath, operationsOf } from '../../src/http/api.js';
import type { Document, Method } from '../../src/http/document.js';
import type { Json, JsonObject } from '../../src/json.js';
import { documents } from '../apis/operations.js';

/** Every specification that a gateway can serve, by the name of its file. */
export const specifications: Readonly<Record<string, Document>> = Object.fromEntries(documents);

const FORM = 'application/x-www-form-urlencoded';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** Whether an array is repeated, and not joined by commas. */
  readonly explode: boolean;
  readonly schema: JsonObject;
}

/** An operation with all that its specification says of requests, references followed as far as the schemas. */
export interface SpecifiedOperation {
  readonly operationId: string;
  readonly stem: string;
  readonly document: Document;
  readonly method: Method;
  /** With the base path of its API in front, and `{names}` in it. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body. */
  readonly body: JsonObject | undefined;
  /** Of a body in several parts, of which texts are files. */
  readonly parts: JsonObject | undefined;
  /** Of a picture, and the first type that it may be of. */
  readonly picture: { readonly type: string; readonly schema: JsonObject } | undefined;
  /** Of a form. */
  readonly form: JsonObject | undefined;
  /** The content type and the schema of the body of each status that has one. */
  readonly answers: ReadonlyMap<number, Readonly<Record<string, JsonObject>>>;
}

export const operations: readonly SpecifiedOperation[] = Object.entries(specifications).flatMap(([stem, document]) =>
  [...operationsOf(document)].map(({ path, method, item, object }) => {
    const listed = [...((item.parameters ?? []) as Json[]), ...((object.parameters ?? []) as Json[])];
    const bodies = schemasIn(followed(document, object.requestBody ?? {}).content);
    return {
      ...{ operationId: object.operationId, stem, document, method, path: basePath(document) + path },
      parameters: listed.map((parameter) => toParameter(followed(document, parameter))),
      body: bodies['application/json'],
      parts: bodies['multipart/form-data'],
      picture: Object.entries(bodies).flatMap(([type, schema]) => (type.startsWith('image/') ? [{ type, schema }] : []))[0],
      form: formOf(document, object.requestBody),
      answers: new Map(
        Object.entries(object.responses).map(([status, answer]) => [
          Number(status),
          schemasIn(followed(document, answer).content),
        ]),
      ),
    };
  }),
);

export const withBody = operations.filter((operation) => operation.body !== undefined);

/** The thing itself, where there is a reference to it; redocly has brought all of them into the one document. */
export function followed(document: Document, node: Json): JsonObject {
  const object = node as JsonObject;
  if (typeof object.$ref !== 'string') return flattened(document, object);
  const found = object.$ref
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>((at, key) => (at as JsonObject | undefined)?.[key], document);
  if (found === undefined) throw new Error(`${object.$ref} leads nowhere`);
  return followed(document, found);
}

/** What stands in several places (`allOf`) in one. */
function flattened(document: Document, { allOf, ...rest }: JsonObject): JsonObject {
  if (allOf === undefined) return rest;
  return [...(allOf as Json[]).map((one) => followed(document, one)), rest].reduce((whole, part) => ({
    ...whole,
    ...part,
    properties: { ...(whole.properties as JsonObject | undefined), ...(part.properties as JsonObject | undefined) },
    required: [...((whole.required ?? []) as string[]), ...((part.required ?? []) as string[])],
  }));
}

function toParameter(node: JsonObject): Parameter {
  const { name, required = false, explode = true, schema = {} } = node as Partial<Parameter> & { readonly name: string };
  return { name, in: node.in as Parameter['in'], required, explode, schema };
}

function formOf(document: Document, requestBody: Json = {}): JsonObject | undefined {
  const schema = schemasIn(followed(document, requestBody).content)[FORM];
  return schema && followed(document, schema);
}

function schemasIn(content: Json | undefined): Record<string, JsonObject> {
  const types = Object.entries((content ?? {}) as Record<string, { schema?: JsonObject }>);
  return Object.fromEntries(types.map(([type, { schema = {} }]) => [type, schema]));
}
