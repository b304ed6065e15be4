import { GatewayError } from '../../src/errors.js';
import type { Document, OperationObject } from '../../src/http/document.js';
import type { Api } from '../../src/http/api.js';
import { requireMatch } from '../../src/http/conditions.js';
import { etagOf } from '../../src/http/encode.js';
import type { AnyHandler } from '../../src/http/operations.js';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const security = [{ oauth2: ['things:read'] }];
const Thing = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: { type: 'string', maxLength: 8 } },
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 8 } };

/** A small API that shows what the engine does; the gateway's own ones are tried where they are defined. */
export const document = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  servers: [{ url: '/things/v1' }],
  paths: {
    '/things': {
      get: {
        operationId: 'Things_GET',
        security,
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 10, default: 5 } },
          { name: 'name', in: 'query', schema: { type: 'array', maxItems: 3, items: { type: 'string' } }, explode: true },
        ],
        responses: { '200': { description: '', ...json({ type: 'object' }) } },
      },
    },
    '/things/{id}': {
      parameters: [id],
      get: {
        operationId: 'ThingsId_GET',
        security,
        responses: { '200': { description: '', ...json({ $ref: '#/components/schemas/Thing' }) } },
      },
      put: {
        operationId: 'ThingsId_PUT',
        security,
        parameters: [{ name: 'If-Match', in: 'header', schema: { type: 'string' } }],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Thing' }) },
        responses: { '200': { description: '', ...json({ $ref: '#/components/schemas/Thing' }) }, '412': { description: '' } },
      },
    },
    '/picture': {
      get: {
        operationId: 'Picture_GET',
        security,
        responses: { '200': { description: '', content: { 'image/png': {}, 'image/jpeg': {} } } },
      },
    },
    '/stream': {
      get: { operationId: 'Stream_GET', security, responses: { '200': { description: '', content: { 'text/plain': {} } } } },
    },
    '/broken': {
      get: { operationId: 'Broken_GET', security, responses: { '200': { description: '', ...json({ type: 'object' }) } } },
    },
    '/lying': { get: { operationId: 'Lying_GET', security, responses: { '200': { description: '', ...json(Thing) } } } },
  },
  components: {
    schemas: { Thing },
    securitySchemes: {
      oauth2: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'http://127.0.0.1/token', scopes: { 'things:read': 'see' } } },
      },
    },
  },
} as unknown as Document;

/** @param stream what `/stream` sends */
export function thingsApi(stream: (signal: AbortSignal) => AsyncIterable<Uint8Array> = async function* () {}): Api {
  let thing: { name: string } = { name: 'one' };
  const picture = Uint8Array.of(1, 2, 3);
  const handlers: Record<string, AnyHandler> = {
    Things_GET: ({ query }) => ({ status: 200, body: { query } }),
    ThingsId_GET({ path }) {
      if (path.id !== '1') throw new GatewayError('notFound', `there is no thing ${path.id}`);
      return { status: 200, body: thing };
    },
    ThingsId_PUT({ body, header }) {
      requireMatch(header['If-Match'], etagOf(thing));
      thing = body as typeof thing;
      return { status: 200, body: thing };
    },
    Picture_GET: ({ accepted = '' }) => ({ status: 200, type: accepted, body: picture }),
    Stream_GET: ({ signal }) => ({ status: 200, type: 'text/plain', body: stream(signal) }),
    Broken_GET() {
      throw new Error('the password is swordfish');
    },
    Lying_GET: () => ({ status: 200, body: { name: 'longer than it may be' } }),
  };
  return { stem: 'things', document, handlers: new Map(Object.entries(handlers)) };
}

/** The document with one operation changed. */
export function withOperation(path: string, operation: Partial<OperationObject>): Document {
  const item = document.paths[path];
  return { ...document, paths: { ...document.paths, [path]: { ...item, get: { ...item?.get, ...operation } } } } as Document;
}
