import { messageOf } from '../errors.js';
import type { Json, JsonObject } from '../json.js';
import type { Document, Method, OperationObject, PathItem } from './document.js';
import type { AnyHandler, Handlers } from './operations.js';
import { type Schema, Schemas } from './schemas.js';

const METHODS: readonly Method[] = ['get', 'put', 'post', 'delete', 'patch'];

/** A specification and what answers for it. */
export interface Api {
  /** The name of the file in openapi/, without `.yaml`. */
  readonly stem: string;
  readonly document: Document;
  readonly handlers: ReadonlyMap<string, AnyHandler>;
}

/** An operation, ready to be answered. */
export interface Operation {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  /** The content types of its successful answers, the preferred first. */
  readonly produces: readonly string[];
  readonly handler: AnyHandler;
  /** The headers that it names. */
  readonly headers: readonly string[];
  /** Whether pages from elsewhere may not call it, whatever else they may. */
  readonly isForOwnPage: boolean;
  /** Every status it declares, with what a JSON body of that status must be. */
  readonly statuses: ReadonlyMap<number, Schema | undefined>;
  /** Whether nothing but its address and its token says who and what is let in, so that it may be again. */
  readonly isRepeatable: boolean;
  /** Whether its answers may be compressed: those that only read, and have nothing secret in them. */
  readonly isCompressible: boolean;
  /** Whether it takes no token. */
  readonly isOpen: boolean;
}

/** Joins a specification with its handlers; the compiler has checked that they fit. */
export function defineApi<Ops>(stem: string, document: Document, handlers: Handlers<Ops>): Api {
  return { stem, document, handlers: new Map(Object.entries(handlers as unknown as Readonly<Record<string, AnyHandler>>)) };
}

/** Where an API begins: `/sensors/v1`, or nothing for the root. */
export function basePath(document: Document): string {
  return (document.servers[0]?.url ?? '').replace(/\/$/, '');
}

/** Every scope that a specification declares. */
export function scopesOf({ components }: Document): readonly string[] {
  return Object.keys(components?.securitySchemes?.oauth2?.flows.clientCredentials.scopes ?? {});
}

/**
 * Finds the handler of every operation, so that a fault shows at start and not on some later request.
 *
 * @throws Error that names every operation that is wrong, and why
 */
export function bindHandlers(api: Api): ReadonlyMap<string, Operation> {
  const schemas = new Schemas(api.stem, api.document);
  const operations = new Map<string, Operation>();
  const faults: string[] = [];
  for (const { path, method, item, object } of operationsOf(api.document)) {
    try {
      operations.set(object.operationId, bindHandler(schemas, api, path, method, item, object));
    } catch (error) {
      faults.push(`${method.toUpperCase()} ${path} (${object.operationId}): ${messageOf(error)}`);
    }
  }
  if (faults.length === 0)
    for (const id of api.handlers.keys()) if (!operations.has(id)) faults.push(`the handler ${id} is for no operation`);
  if (faults.length > 0) throw new Error(`openapi/${api.stem}.yaml cannot be served:\n  ${faults.join('\n  ')}`);
  return operations;
}

export function* operationsOf(
  document: Document,
): Generator<{ path: string; method: Method; item: PathItem; object: OperationObject }> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const object = item[method];
      if (object) yield { path, method, item, object };
    }
  }
}

function bindHandler(
  schemas: Schemas,
  api: Api,
  path: string,
  method: Method,
  item: PathItem,
  object: OperationObject,
): Operation {
  const handler = api.handlers.get(object.operationId);
  if (!handler) throw new Error('it has no handler');
  requireScopes(api.document, object);
  const at = (node: Json | undefined, pointer: string) => locate(api.document, node, pointer);

  const itemPointer = `/paths/${escapePointer(path)}`;
  const pointer = `${itemPointer}/${method}`;
  const parameters = [
    ...listed(at, item.parameters, `${itemPointer}/parameters`),
    ...listed(at, object.parameters, `${pointer}/parameters`),
  ];
  const statuses = new Map<number, Schema | undefined>();
  const produces = new Set<string>();
  for (const [status, response] of Object.entries(object.responses)) {
    const answers = contents(at(response, `${pointer}/responses/${status}`));
    if (Number(status) < 300) for (const { type } of answers) produces.add(type);
    const json = answers.find(({ type }) => /[/+]json$/.test(type));
    statuses.set(Number(status), json && schemas.at(`${json.pointer}/schema`));
  }
  return {
    ...{ operationId: object.operationId, method, path, produces: [...produces], handler, statuses },
    headers: parameters.flatMap(({ node }) => (node.in === 'header' ? [node.name as string] : [])),
    isRepeatable: isRepeatable(method, object, parameters),
    isOpen: object.security?.length === 0,
    isForOwnPage: object['x-own-page'] ?? false,
    isCompressible: method === 'get' && object['x-secret'] === undefined,
  };
}

/**
 * A read that is let in for its address and its token alone. What becomes a WebSocket is none: it is let in by tickets as well,
 * which are good for once, and costs more than all that stands before it.
 */
function isRepeatable(
  method: Method,
  { requestBody, responses, security = [], 'x-once': once }: OperationObject,
  parameters: readonly Located[],
) {
  return (
    method === 'get' &&
    requestBody === undefined &&
    once === undefined &&
    !('101' in responses) &&
    parameters.every(({ node }) => node.in === 'path' || node.in === 'query') &&
    security.every((schemes) => !('oauth2' in schemes) || Object.keys(schemes).length === 1)
  );
}

/** Forgotten protection must not look like a decision: what is open to all says so, and why. */
function requireScopes(document: Document, { security, 'x-open': open, 'x-any-scope': anyScope }: OperationObject): void {
  if (!security) throw new Error('it does not say which scopes it needs (security)');
  if (security.length === 0 && open === undefined) throw new Error('it needs no scope, and does not say why (x-open)');
  if (security.length > 0 && open !== undefined) throw new Error('it says why it is open (x-open), and needs a scope');
  const declared = new Set(scopesOf(document));
  for (const requirement of security) requireWayIn(requirement, declared, anyScope);
  const ways = security.flatMap((requirement) => Object.keys(requirement));
  const strange = ways.find((way) => !document.components?.securitySchemes?.[way]);
  if (strange !== undefined) throw new Error(`one of its ways in is ${strange}, which securitySchemes do not declare`);
  if (anyScope !== undefined && security.flatMap((one) => Object.values(one)).some((scopes) => scopes.length > 0))
    throw new Error('it says why it takes any scope (x-any-scope), and needs one');
}

function requireWayIn(
  requirement: Readonly<Record<string, readonly string[]>>,
  declared: ReadonlySet<string>,
  anyScope: string | undefined,
): void {
  const ways = Object.values(requirement);
  // the validator would let in whoever passes one of them
  if (ways.length !== 1) throw new Error('one of its ways in is not exactly one scheme (security)');
  const scopes = ways.flat();
  if (scopes.length === 0 && anyScope === undefined)
    throw new Error('one of its ways in needs no scope, and it does not say why (x-any-scope)');
  const unknown = scopes.find((scope) => !declared.has(scope));
  if (unknown !== undefined) throw new Error(`it needs ${unknown}, which is no scope that securitySchemes declare`);
}

interface Located {
  readonly node: JsonObject;
  readonly pointer: string;
}

/** Follows a `$ref` to where the thing itself stands; redocly has bundled all of them into this document. */
function locate(document: Document, node: Json | undefined, pointer: string): Located {
  const object = (node ?? {}) as JsonObject;
  if (typeof object.$ref !== 'string') return { node: object, pointer };
  const target = object.$ref.slice(1);
  const found = target
    .slice(1)
    .split('/')
    .reduce<Json | undefined>((at, key) => (at as JsonObject | undefined)?.[unescapePointer(key)], document);
  return locate(document, found, target);
}

function listed(at: (node: Json | undefined, pointer: string) => Located, nodes: Json | undefined, pointer: string): Located[] {
  return ((nodes ?? []) as readonly Json[]).map((node, index) => at(node, `${pointer}/${index}`));
}

function contents({ node, pointer }: Located): (Located & { type: string })[] {
  const entries = Object.entries((node.content ?? {}) as Record<string, JsonObject>);
  return entries.map(([type, content]) => ({ type, node: content, pointer: `${pointer}/content/${escapePointer(type)}` }));
}

/** @see RFC 6901; the pointer is used in a URI fragment, where braces must be escaped as well */
function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function unescapePointer(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
