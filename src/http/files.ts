import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { type Coded, codedFor, gzipTag } from './coding.js';
import { knownTag } from './conditions.js';
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
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

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
    const vary = res.hasHeader('Vary') ? `${String(res.getHeader('Vary'))}, Accept-Encoding` : 'Accept-Encoding';
    const headers = { Vary: vary, 'Cache-Control': 'no-cache', 'Content-Security-Policy': POLICY };
    const write = ({ bytes, isGzip }: Coded) => {
      const coding = isGzip ? { 'Content-Encoding': 'gzip', ETag: gzipTag(file.etag) } : { ETag: file.etag };
      res.writeHead(200, { ...headers, ...coding, 'Content-Type': file.type, 'Content-Length': bytes.length }).end(bytes);
    };
    const had = knownTag(req.headers['if-none-match'], file.etag, true);
    if (had !== undefined) res.writeHead(304, { ...headers, ETag: had }).end();
    else void Promise.resolve(codedFor(req, file.bytes)).then(write);
    return true;
  };
}
