import type { JsonObject } from '../json.js';

/** The parts of an OpenAPI 3.1 document that the gateway itself looks at; express-openapi-validator and ajv read the rest. */
export type Document = JsonObject & {
  readonly openapi: string;
  readonly info: JsonObject & { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
};

export type Method = 'get' | 'put' | 'post' | 'delete' | 'patch';

export type PathItem = JsonObject & Readonly<Partial<Record<Method, OperationObject>>>;

export type OperationObject = JsonObject & {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, JsonObject>>;
};
