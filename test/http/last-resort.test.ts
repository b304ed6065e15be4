import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, jest } from '@jest/globals';
import { route, type Routing } from '../../src/http/router.js';
import { until } from '../until.js';

it('where Express answers by itself, it tells nobody why, whatever NODE_ENV says', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const app = route([], {} as Routing);
  // behind the handler of errors, as when that fails itself
  app.use(() => {
    throw new Error('swordfish');
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('swordfish')]);
    await until(async () => told.mock.calls.length > 0);
  } finally {
    server.close();
  }
});
