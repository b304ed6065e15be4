import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { isNoneMatch } from './conditions.js';
import { type Encoded, encode } from './encode.js';
import { HEADERS_OF_ALL } from './headers-of-all.js';
import { pathOf } from './target.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from elsewhere, nothing written into the page, and no other site may frame it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Answers when it has what is asked for, and says whether it had. */
export type Files = (req: IncomingMessage, res: ServerResponse) => boolean;

/**
 * The files of one folder, read once at start, so that no path of a request ever reaches the disk. A query is not looked at.
 *
 * @param folder its `index.html` is what `/` shows
 */
export function files(folder: string): Files {
  const known = new Map<string, Encoded & { type: string }>();
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type) known.set(name === 'index.html' ? '/' : `/${name}`, { ...encode(readFileSync(join(folder, name))), type });
  }
  return (req, res) => {
    const file = req.method === 'GET' ? known.get(pathOf(req.url ?? '')) : undefined;
    if (!file) return false;
    res.setHeader(...HEADERS_OF_ALL);
    const headers = { ETag: file.etag, 'Cache-Control': 'no-cache', 'Content-Security-Policy': POLICY };
    if (isNoneMatch(req.headers['if-none-match'], file.etag)) res.writeHead(304, headers).end();
    else res.writeHead(200, { ...headers, 'Content-Type': file.type, 'Content-Length': file.bytes.length }).end(file.bytes);
    return true;
  };
}
