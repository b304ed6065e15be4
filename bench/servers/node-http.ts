import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Canned, serveParent } from './protocol.js';

// as little as one can do with node:http: no routes, no checks, nothing kept
let canned: Canned = { status: 404 };

const server = createServer((req, res) => {
  if (req.method !== 'POST') answer();
  else void json(req).then(answer);

  function answer() {
    const { status, type, etag, headers, bytes } = canned;
    const own = etag === undefined ? headers : { ...headers, ETag: etag };
    if (etag !== undefined && req.headers['if-none-match'] === etag) {
      res.writeHead(304, own).end();
    } else if (type === undefined) {
      res.writeHead(status, own).end();
    } else {
      const body = bytes ?? Buffer.from(JSON.stringify(canned.json));
      res.writeHead(status, { ...own, 'Content-Type': type, 'Content-Length': body.length }).end(body);
    }
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
serveParent(
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  (learnt) => (canned = learnt),
  () => process.exit(),
);
