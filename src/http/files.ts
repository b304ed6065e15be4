import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
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

/** What is named by a hash of itself is never another. */
const HASHED = 'assets/';

/** The page of a folder, by its path. */
const PAGE = /(^|\/)index\.html$/;

/**
 * The files of one folder, read once at start, so that no path of a request ever reaches the disk. A query is not looked at.
 *
 * @param folder its `index.html` is what `/` shows; that of a folder in it what the folder's name shows with a slash behind it
 */
export function files(folder: string): Files {
  const known = new Map<string, Encoded & { type: string; caching: string }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = relative(folder, join(entry.parentPath, entry.name));
    const type = entry.isFile() ? TYPES[extname(name)] : undefined;
    const caching = name.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';
    if (type) known.set(`/${name.replace(PAGE, '$1')}`, { ...encode(readFileSync(join(folder, name))), type, caching });
  }
  return (req, res) => {
    if (req.method !== 'GET') return false;
    const path = pathOf(req.url ?? '');
    const file = known.get(path);
    if (!file) return known.has(`${path}/`) && sendInto(path, res);
    res.setHeader(...HEADERS_OF_ALL);
    const vary = res.hasHeader('Vary') ? `${String(res.getHeader('Vary'))}, Accept-Encoding` : 'Accept-Encoding';
    const headers = { Vary: vary, 'Cache-Control': file.caching, 'Content-Security-Policy': POLICY };
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

/** What a page names is found from within its folder alone. Where a proxy has put the gateway, this one does not know. */
function sendInto(path: string, res: ServerResponse): true {
  res.setHeader(...HEADERS_OF_ALL);
  res.writeHead(308, { Location: `${path.replace(/^.*\//, '')}/`, 'Cache-Control': 'no-cache', 'Content-Length': 0 }).end();
  return true;
}
