import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { serveParent } from './protocol.js';

/** What is posted where. */
export interface Round {
  readonly urls: readonly string[];
  readonly body: string;
}

// as little as one can do to tell many: a connection for each, as many at once as the gateway has
const AT_ONCE = 64;

const server = createServer((req, res) => {
  void json(req).then(async (round) => {
    res.writeHead(201).end(); // the answer to the change, of which the others are then told
    await postAll(round as Round);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
serveParent(
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  () => undefined,
  () => process.exit(),
);

async function postAll({ urls, body }: Round): Promise<void> {
  const left = [...urls];
  const work = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) await post(url, body);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function post(url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    request(url, { method: 'POST', agent: false, headers }, (response) => response.resume().once('end', resolve))
      .once('error', reject)
      .end(body);
  });
}
