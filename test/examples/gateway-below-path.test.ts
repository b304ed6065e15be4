import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { ROOT } from '../docs/blocks.js';

type MakeGateway = new (
  url: string,
  credentials: { clientId: string; clientSecret: string },
) => { ask(method: string, path: string): Promise<Response> };

it.each(['plates', 'selfie'])(
  'examples/%s asks a gateway that a proxy shows below a path there, and nobody beside it',
  async (name) => {
    const { Gateway } = (await import(pathToFileURL(join(ROOT, 'examples', name, 'gateway.js')).href)) as {
      Gateway: MakeGateway;
    };
    const asked: (string | undefined)[] = [];
    const proxy = createServer(({ url }, response) => {
      asked.push(url);
      response.end(JSON.stringify({ access_token: 'one' }));
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    try {
      const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const gateway = new Gateway(`${origin}/umec/`, { clientId: name, clientSecret: 'secret' });
      await gateway.ask('GET', '/mec_service_mgmt/v1/services?ser_name=one');
      await gateway.ask('GET', `${origin}/umec/camera/v1/cameras/lens-1`);
      expect(asked).toEqual([
        ...['/umec/oauth2/token', '/umec/mec_service_mgmt/v1/services?ser_name=one'],
        '/umec/camera/v1/cameras/lens-1',
      ]);
      for (const other of [
        `${origin}/camera/v1/cameras/lens-1`,
        `${origin}/umec/../camera`,
        `${origin}/umecs/camera`,
        '/../camera',
      ])
        await expect(gateway.ask('GET', other)).rejects.toThrow('is not at the gateway');
    } finally {
      proxy.close().closeAllConnections();
    }
  },
);
