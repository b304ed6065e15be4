import { type ServerResponse, STATUS_CODES } from 'node:http';
import { BearerRefusal } from '../auth/bearer-refusal.js';
import { type ErrorCode, GatewayError } from '../errors.js';
import { HEADERS_OF_ALL } from './headers-of-all.js';
import { RangeRefusal } from './ranges.js';

const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  requestTimeout: 408,
  conflict: 409,
  gone: 410,
  preconditionFailed: 412,
  tooLarge: 413,
  uriTooLong: 414,
  unsupportedMediaType: 415,
  rangeNotSatisfiable: 416,
  upgradeRequired: 426,
  tooManyRequests: 429,
  headersTooLarge: 431,
  badGateway: 502,
  unavailable: 503,
  timeout: 504,
};
const CODE = new Map(Object.entries(STATUS).map(([code, status]) => [status, code as ErrorCode]));

/** @see RFC 9457; ETSI GS MEC 009, clause 6.15: `status` and `detail` are always there */
export interface ProblemDetails {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** What we did not foresee says nothing to the client. */
export const internal: ProblemDetails = { status: 500, title: 'internal', detail: 'the gateway failed; its log says why' };

export function toProblemDetails(thrown: unknown): ProblemDetails {
  if (!(thrown instanceof GatewayError)) return internal;
  return { status: STATUS[thrown.code], title: thrown.code, detail: thrown.message };
}

/** What HTTP says of a failure beside its problem details: when to come again, and with what. */
export function problemHeaders(thrown: unknown): {
  'Retry-After'?: string;
  'WWW-Authenticate'?: string;
  'Content-Range'?: string;
} {
  if (!(thrown instanceof GatewayError)) return {};
  const { retryAfterMs } = thrown;
  return {
    ...(retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }),
    ...(thrown instanceof RangeRefusal ? { 'Content-Range': thrown.contentRange } : {}),
    ...(thrown instanceof BearerRefusal ? { 'WWW-Authenticate': thrown.challenge } : {}),
  };
}

/**
 * What Express, its body parser and express-openapi-validator throw, in our own words: they carry an HTTP status, and the
 * validator a list of what is wrong where.
 */
export function fromHttpError(thrown: unknown): unknown {
  if (thrown instanceof GatewayError || !(thrown instanceof Error)) return thrown;
  const { status, errors, message, type, limit } = thrown as Error & {
    status?: number;
    errors?: { path: string; message: string }[];
    type?: string;
    limit?: number;
  };
  const code = CODE.get(status ?? 500);
  if (!code) return thrown;
  if (type === 'entity.parse.failed') return new GatewayError('invalid', `the body is not JSON: ${message}`, { cause: thrown });
  if (type === 'entity.too.large')
    return new GatewayError('tooLarge', `the body is too large: expected at most ${limit} bytes (http.maxBodyBytes)`, {
      cause: thrown,
    });
  const details = code === 'invalid' ? (errors ?? []).map(({ path, message }) => `${place(path)} ${plainly(message)}`) : [];
  return new GatewayError(code, details.length > 0 ? [...new Set(details)].join('; ') : message, { cause: thrown });
}

/** `/query/limit` is for machines; people read `query limit`. */
function place(path: string): string {
  return path.replace(/^\//, '').replace('/', ' ');
}

/** Of two of the validator's sentences the place says all already but what is wrong with it. */
function plainly(message: string): string {
  if (/^(Unknown query parameter|must NOT have additional properties)/.test(message))
    return 'is not known here: is it spelt right?';
  return message.startsWith('must have required property') ? 'is missing' : message;
}

/** Answers with the problem, unless an answer has already begun: then all that is left is to cut it off. */
export function sendProblem(
  res: ServerResponse,
  problem: ProblemDetails,
  headers: Readonly<Record<string, string | undefined>> = {},
): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const body = Buffer.from(JSON.stringify(problem));
  res.setHeader(...HEADERS_OF_ALL);
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
  res.writeHead(problem.status, { 'Content-Type': 'application/problem+json', 'Content-Length': body.length });
  res.end(body);
}

/**
 * The same where there is no request, or none that could be understood: to be written to the socket as it is, which is to be closed
 * then.
 */
export function rawProblem(problem: ProblemDetails, headers: Readonly<Record<string, string>> = {}): Buffer {
  const body = JSON.stringify(problem);
  const all = {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}
