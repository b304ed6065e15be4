import type { IncomingMessage } from 'node:http';
import express, { type Request, type RequestHandler } from 'express';
import type { Grants } from '../auth/grants.js';
import { GatewayError } from '../errors.js';
import type { JsonObject } from '../json.js';
import type { Receivers } from '../sensors/receivers.js';
import { operationsOf } from './api.js';
import { certificateOf } from './certificate-of.js';
import { clientAddress } from './client-address.js';
import type { Document } from './document.js';
import { multipartForm } from './multipart.js';

/** What is read as JSON; the specification says which of them an operation takes. */
const JSON_TYPES = ['application/json', 'application/merge-patch+json'];
const PARTS = 'multipart/form-data';
/** Who reads or deletes has nothing to say in a body (RFC 9110, clauses 9.3.1 and 9.3.5); what comes all the same is left alone. */
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
/** What a stranger says is not worth reading, unless the operation is for strangers: and then it is short. */
const STRANGER_BYTES = 16_384;

export interface Readers {
  readonly grants: Grants;
  /** Radios elsewhere that show tokens of their own: what they say is worth reading. */
  readonly receivers?: Pick<Receivers, 'find'> | undefined;
  readonly maxBodyBytes: number;
}

/** What an operation takes as bytes. */
interface Taken {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly read: RequestHandler;
}

/** Reads the body of a request, as far as it is worth it: JSON as what it says, and bytes as `bodyOf` takes them. */
export function bodyReaders(document: Document, { grants, receivers, maxBodyBytes }: Readers): readonly RequestHandler[] {
  const taken = takenBy(document, maxBodyBytes);
  const all: RequestHandler = express.json({ limit: maxBodyBytes, type: hasJson });
  const little: RequestHandler = express.json({ limit: Math.min(STRANGER_BYTES, maxBodyBytes), type: hasJson });
  const read: RequestHandler = async (req, res, next) => {
    if (!WITH_BODY.has(req.method)) {
      next();
      return;
    }
    const isAdmitted =
      (await grants.admit(req.headers.authorization, [], certificateOf(req)).catch(() => undefined)) !== undefined;
    const bytes = taken.find((one) => isTaken(one, req));
    // whoever is not let in is told so, however much it has to say
    if (bytes) (isAdmitted ? bytes.read : pass)(req, res, next);
    else (isAdmitted || (isLong(req) && receivers?.find(bringerOf(req)) !== undefined) ? all : little)(req, res, next);
  };
  const form = express.urlencoded({ extended: false, limit: STRANGER_BYTES, parameterLimit: 32 });
  return [read, form];
}

/** @returns what was read as bytes as specifications have it: a form taken apart, or a string of one character a byte */
export function bodyOf(read: unknown, type = ''): unknown {
  if (!Buffer.isBuffer(read)) return read;
  return type.toLowerCase().startsWith(PARTS) ? multipartForm(read, type) : read.toString('latin1');
}

const pass: RequestHandler = (_req, _res, next) => next();
const always = (): boolean => true;

/** Forms of several parts, as large as any body, and pictures, as large as the specification says. */
function takenBy(document: Document, maxBodyBytes: number): readonly Taken[] {
  return [...operationsOf(document)].flatMap(({ method, path, object }) => {
    const content = (object.requestBody?.content ?? {}) as Readonly<Record<string, { readonly schema: JsonObject }>>;
    const at = { method: method.toUpperCase(), path };
    return Object.entries(content).flatMap(([type, { schema }]) => {
      if (type === PARTS) return [{ ...at, type, read: express.raw({ limit: maxBodyBytes, type: always }) }];
      return type.startsWith('image/') ? [{ ...at, type, read: pictureReader(Number(schema.maxLength)) }] : [];
    });
  });
}

function pictureReader(limit: number): RequestHandler {
  const raw: RequestHandler = express.raw({ limit, type: always });
  return (req, res, next) =>
    raw(req, res, (error?: unknown) => {
      const isTooLarge = (error as { type?: string } | undefined)?.type === 'entity.too.large';
      next(isTooLarge ? new GatewayError('tooLarge', `expected a picture of at most ${limit} bytes`, { cause: error }) : error);
    });
}

/** Elsewhere nobody reads it. */
function isTaken({ method, path, type }: Taken, req: Request): boolean {
  return req.method === method && req.path === path && typeof req.is(type) === 'string';
}

function hasJson(req: IncomingMessage): boolean {
  return typeof (req as Request).is(JSON_TYPES) === 'string';
}

/** What is short is read in any case, and a token that is wrong is not counted twice. */
function isLong({ headers }: IncomingMessage): boolean {
  return !(Number(headers['content-length']) <= STRANGER_BYTES);
}

function bringerOf(req: Request) {
  return { path: req.path, authorization: req.headers.authorization, remoteAddress: clientAddress(req) };
}
