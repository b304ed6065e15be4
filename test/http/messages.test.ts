import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import express, { type Request } from 'express';
import { newMessages, serveWith } from '../../src/http/messages.js';

let server: Server | undefined;
afterEach(() => void server?.close());

async function ask(handle: express.RequestHandler) {
  const messages = newMessages();
  const app = express().use(handle);
  serveWith(app, messages);
  let arrived: { readonly request: unknown; readonly response: unknown } | undefined;
  server = createServer(messages, (req, res) => {
    arrived = { request: Object.getPrototypeOf(req), response: Object.getPrototypeOf(res) };
    app(req as Request, res);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/at?x=1`);
  return { response, arrived, messages, app };
}

describe('Requests and responses', () => {
  it('are for Express as they are for node:http, and it changes none of them', async () => {
    let seen: { readonly request: unknown; readonly response: unknown } | undefined;
    const { arrived, messages } = await ask((req, res) => {
      seen = { request: Object.getPrototypeOf(req), response: Object.getPrototypeOf(res) };
      res.end();
    });
    expect(seen?.request).toBe(messages.IncomingMessage.prototype);
    expect(seen?.response).toBe(messages.ServerResponse.prototype);
    expect(seen).toEqual(arrived);
  });

  it('have all that Express gives them', async () => {
    const { response } = await ask((req, res) => {
      res.status(202).json({ host: req.get('host'), path: req.path, query: req.query, isOfApp: req.app === res.app });
    });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ path: '/at', query: { x: '1' }, isOfApp: true, host: expect.any(String) });
  });

  it('are of one server alone', () => {
    const [one, other] = [newMessages(), newMessages()];
    serveWith(express(), one);
    expect('app' in one.IncomingMessage.prototype).toBe(true);
    expect('app' in other.IncomingMessage.prototype).toBe(false);
  });
});
