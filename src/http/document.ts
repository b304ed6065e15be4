import type { JsonObject } from '../json.js';

/** The parts of an OpenAPI 3.1 document that the gateway itself looks at; express-openapi-validator and ajv read the rest. */
export type Document = JsonObject & {
  readonly openapi: string;
  readonly info: JsonObject & { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: JsonObject & { readonly securitySchemes?: JsonObject & { readonly oauth2?: OauthScheme } };
};

type OauthScheme = JsonObject & {
  readonly flows: JsonObject & {
    readonly clientCredentials: JsonObject & { readonly tokenUrl: string; readonly scopes: Readonly<Record<string, string>> };
  };
};

export type Method = 'get' | 'put' | 'post' | 'delete' | 'patch';

export type PathItem = JsonObject & Readonly<Partial<Record<Method, OperationObject>>>;

export type OperationObject = JsonObject & {
  readonly operationId: string;
  /** Why it asks for no token. */
  readonly 'x-open'?: string;
  /** Why it takes any token, whatever scopes that has. */
  readonly 'x-any-scope'?: string;
  /** What it takes too for a part of what may be asked: its description says which, its handler looks. */
  readonly 'x-further-scope'?: string;
  /** Only the gateway's own page may call it: it takes the cookie, which a browser adds for any page. */
  readonly 'x-own-page'?: true;
  /** What in its answer is secret, which therefore is not compressed: its length would say something of it. */
  readonly 'x-secret'?: string;
  /** Why nobody asks it twice, so that it need not be remembered. */
  readonly 'x-once'?: string;
  /** By media type. */
  readonly requestBody?: JsonObject & { readonly content?: JsonObject };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, JsonObject>>;
};

/** The document as one gateway serves it: where its tokens are to be had is known only there. */
export function withTokenUrl(document: Document, tokenUrl: string): Document {
  const { components } = document;
  const oauth2 = components?.securitySchemes?.oauth2;
  if (!oauth2) return document;
  const clientCredentials = { ...oauth2.flows.clientCredentials, tokenUrl };
  const securitySchemes = { ...components.securitySchemes, oauth2: { ...oauth2, flows: { ...oauth2.flows, clientCredentials } } };
  return { ...document, components: { ...components, securitySchemes } };
}
