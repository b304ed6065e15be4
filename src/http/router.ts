import type { IncomingMessage } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, Router } from 'express';
import { BearerRefusal } from '../auth/bearer-refusal.js';
import { anonymous, type Grant } from '../auth/grants.js';
import type { WayIn } from '../auth/way-in.js';
import { GatewayError } from '../errors.js';
import type { Log } from '../log.js';
import type { Answer } from './answer.js';
import { type Api, basePath, bindHandlers, type Operation } from './api.js';
import { bodyOf, bodyReaders, type Readers } from './bodies.js';
import { certificateOf } from './certificate-of.js';
import { requireShallow } from './nesting.js';
import { fromHttpError, problemHeaders, sendProblem, toProblemDetails } from './problem.js';
import { requirePlainNames } from './query-names.js';
import { validator } from './validator.js';

/** Ways in without a header, by the name of the security scheme, which is that of the query parameter too. */
export type WaysIn = Readonly<Record<'ticket' | 'signature', WayIn>>;

export interface Routing extends Readers {
  /** Nobody comes in but by a header unless given. */
  readonly waysIn?: WaysIn | undefined;
  readonly answer: Answer;
  readonly log: Log;
}

/** Why somebody was not let in. */
type Refusals = WeakMap<IncomingMessage, unknown>;

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

/**
 * The one place that routes, validates and authorises: Express with one validator per specification behind its base path.
 *
 * @throws Error when a specification and its handlers do not fit together
 */
export function route(apis: readonly Api[], routing: Routing): Express {
  const app = express();
  // whatever NODE_ENV says: where this file's own answers fail, Express shows nobody why
  app.set('env', 'production');
  app.disable('x-powered-by');
  app.disable('etag');
  // whoever stands in front and looks at paths tells letters apart (RFC 3986, clause 6.2.2.1)
  app.enable('case sensitive routing');
  // the API at the root takes what no other base path has taken, so it comes last
  const refused: Refusals = new WeakMap();
  const byDepth = [...apis].sort((a, b) => basePath(b.document).length - basePath(a.document).length);
  for (const api of byDepth) {
    const operations = bindHandlers(api);
    const router = onFirstUse(() => apiRouter(api, operations, routing, refused));
    app.use(basePath(api.document) || '/', router);
  }
  app.use(problems(routing.log, refused));
  return app;
}

/** A validator reads its whole specification, which takes longer than a gateway may take to start, and many are never asked. */
function onFirstUse(make: () => RequestHandler): RequestHandler {
  let made: RequestHandler | undefined;
  return (req, res, next) => {
    made ??= make();
    return made(req, res, next);
  };
}

function apiRouter(api: Api, operations: ReadonlyMap<string, Operation>, routing: Routing, refused: Refusals): Router {
  const { answer } = routing;
  const admitted = new WeakMap<IncomingMessage, Grant>();
  const validate = validator(api.document, {
    fileUploader: false,
    validateRequests: { allowUnknownQueryParameters: false },
    validateResponses: false,
    // the fast ones take what no URI and no time is, and what is taken is given back to others
    ajvFormats: { mode: 'full' },
    validateSecurity: { handlers: securityHandlers(routing, admitted, refused) },
  });
  const dispatch: RequestHandler = async (req, res) => {
    const { schema, pathParams } = (
      req as Request & { openapi: { schema: { operationId: string }; pathParams: Record<string, string> } }
    ).openapi;
    const operation = operations.get(schema.operationId);
    if (!operation) throw new Error(`no operation ${schema.operationId}`);
    // it may be answered again: nobody is to change it
    const call = {
      path: Object.freeze(pathParams),
      query: frozen(req.query),
      header: operation.headers.length === 0 ? NO_HEADERS : declaredHeaders(req, operation.headers),
      body: req.body as unknown,
      grant: admitted.get(req) ?? anonymous,
    };
    await answer(operation, call, req, res);
  };
  const sane: RequestHandler = (req, _res, next) => {
    requirePlainNames(req.url);
    req.body = bodyOf(req.body, req.headers['content-type']);
    requireShallow(req.body);
    next();
  };
  const [admit, check] = [validate.slice(0, -1), validate.slice(-1)];
  const read = bodyReaders(api.document, routing);
  return Router({ caseSensitive: true }).use(...read, sane, ...admit, plainType, ...check, dispatch);
}

/** As the validator calls it, with the scopes that an operation takes. */
type SecurityHandler = (req: Request, scopes: string[]) => Promise<boolean>;
interface Found {
  readonly pathParams: Readonly<Record<string, string>>;
  readonly schema: { readonly security?: readonly object[]; readonly requestBody?: object | null };
}

/**
 * The validator asks all ways into an operation at once, and lets in whom one of them lets in. So that it is no chance who that is, and
 * what is said to who is refused, what stands in an address is judged alone: the header is not looked at then.
 */
function securityHandlers(
  { grants, waysIn }: Routing,
  admitted: WeakMap<IncomingMessage, Grant>,
  refused: Refusals,
): Record<'oauth2' | keyof WaysIn, SecurityHandler> {
  const judge = async (req: Request, admit: () => Grant | Promise<Grant>): Promise<boolean> => {
    try {
      admitted.set(req, await admit());
      return true;
    } catch (refusal) {
      // the validator knows nothing but 401, and keeps nothing of what it is told
      refused.set(req, refusal);
      return false;
    }
  };
  const byHeader: SecurityHandler = async (req, scopes) =>
    !showsInAddress(req) && judge(req, () => grants.admit(req.headers.authorization, scopes, certificateOf(req)));
  const byAddress =
    (name: keyof WaysIn): SecurityHandler =>
    (req, scopes) =>
      judge(req, () => {
        const secret = req.query[name];
        if (typeof secret !== 'string') throw new BearerRefusal('invalid_request', `query ${name} stands there twice`);
        if (!waysIn) throw new BearerRefusal('invalid_token', `this gateway has given no ${name}`);
        const [path = ''] = req.originalUrl.split('?', 1);
        const certificate = certificateOf(req);
        const shown = { secret, path, parameters: found(req).pathParams, scopes };
        return waysIn[name].admit(certificate === undefined ? shown : { ...shown, certificate });
      });
  return { oauth2: byHeader, ticket: byAddress('ticket'), signature: byAddress('signature') };
}

/** Whether the address has what is another way into this operation than a header. */
function showsInAddress(req: Request): boolean {
  const ways = (found(req).schema.security ?? []).flatMap(Object.keys);
  return ways.some((name) => name !== 'oauth2' && Boolean(req.query[name]));
}

/**
 * For each `Content-Type` that an operation is called with, the validator compiles its schemas again and keeps them for good. So it is
 * told the media type alone, of which it takes few, and nothing where there is no body to take.
 */
const plainType: RequestHandler = (req, _res, next) => {
  const { 'content-type': type } = req.headers;
  if (!found(req).schema.requestBody) delete req.headers['content-type'];
  else if (type !== undefined) req.headers['content-type'] = type.split(';', 1)[0];
  next();
};

function found(req: Request): Found {
  return (req as Request & { openapi: Found }).openapi;
}

/** @param query simple values, and arrays of them */
function frozen(query: Request['query']): Request['query'] {
  Object.values(query).forEach(Object.freeze);
  return Object.freeze(query);
}

/** Those that the specification names, and spelt so. */
function declaredHeaders(req: Request, names: readonly string[]): Readonly<Record<string, string>> {
  const found = names.map((name) => [name, req.headers[name.toLowerCase()]] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function problems(log: Log, refused: Refusals): ErrorRequestHandler {
  return (thrown: unknown, req, res, _next) => {
    const error = refused.get(req) ?? fromHttpError(thrown);
    if (!(error instanceof GatewayError)) log.error({ err: error, method: req.method, path: req.path }, 'a request failed');
    sendProblem(res, toProblemDetails(error), { ...problemHeaders(error), ...allowed(thrown) });
  };
}

/** RFC 9110, clause 15.5.6: who uses a method that there is not is told which there are, HEAD wherever GET is. */
function allowed(thrown: unknown): { Allow?: string } {
  const { Allow } = (thrown as { headers?: { Allow?: string } }).headers ?? {};
  if (Allow === undefined) return {};
  const methods = Allow.split(', ');
  return { Allow: [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].sort().join(', ') };
}
