import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Canned, serveParent } from './protocol.js';

// Express as it comes, without checks of any kind
let canned: Canned = { status: 404 };

const app = express();
app.post('/{*path}', express.json(), (_req, res) => void res.status(canned.status).end());
app.get('/{*path}', (_req, res) => {
  const { status, type = 'text/plain', etag, headers = {}, bytes } = canned;
  if (etag !== undefined) res.set('ETag', etag);
  res.set(headers).status(status).type(type);
  if (bytes) res.send(bytes);
  else res.json(canned.json);
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
serveParent(
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  (learnt) => (canned = learnt),
  () => process.exit(),
);
