import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEADERS_OF_ALL } from './headers-of-all.js';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const CONDITIONS = 'If-Match, If-Modified-Since, If-None-Match, If-Range';
const REQUEST_HEADERS = `Accept, Authorization, Content-Type, ${CONDITIONS}, Range, Umec-Lease`;
const OF_PICTURES = 'Umec-Age-Ms, Umec-Captured-At, Umec-Height, Umec-Orientation, Umec-Sequence, Umec-Width';
const RESPONSE_HEADERS = `Accept-Ranges, Content-Range, ETag, Link, Location, Retry-After, ${OF_PICTURES}, Umec-Missed, Umec-Next, WWW-Authenticate`;
const PREFLIGHT_SECONDS = '600';

/**
 * Lets a page read what it may ask for; `guard` has looked at its origin before. Cookies are never let along: a page elsewhere has a token.
 *
 * @returns whether that was all: a browser's question before the request itself
 * @see Fetch standard, clause 3.2 (CORS protocol)
 */
export function answerCors(req: IncomingMessage, res: ServerResponse): boolean {
  const { origin } = req.headers;
  if (origin === undefined) return false;
  res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Expose-Headers', RESPONSE_HEADERS);
  res.setHeader('Vary', 'Origin');
  if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) return false;
  res.setHeader('Access-Control-Allow-Methods', METHODS);
  res.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
  res.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS);
  // of a page in the cloud that calls an address that only this network knows
  if (req.headers['access-control-request-private-network'] === 'true')
    res.setHeader('Access-Control-Allow-Private-Network', 'true');
  res.setHeader(...HEADERS_OF_ALL);
  res.writeHead(204).end();
  return true;
}
