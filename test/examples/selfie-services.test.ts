import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { ROOT } from '../docs/blocks.js';

interface Found {
  readonly classifier?: { readonly name: string; readonly state?: string };
}
interface Services {
  found: Found;
  onFound: (found: Found) => void;
  keepLooking(everyMs: number): Promise<void>;
}
interface Gateway {
  has(address: string): boolean;
  ask(method: string, path: string): Promise<Response>;
}
type MakeServices = new (gateway: Gateway, cameraId: undefined, serName: string, stop: AbortSignal) => Services;

it('examples/selfie looks into the registry now and then, though it is told nothing', async () => {
  const url = pathToFileURL(join(ROOT, 'examples/selfie/services.js')).href;
  const { Services } = (await import(url)) as { Services: MakeServices };
  const states = ['ACTIVE', 'SUSPENDED', 'ACTIVE'];
  const gateway: Gateway = {
    has: () => true,
    ask: (_, path) =>
      Promise.resolve(Response.json(path.includes('ser_name') ? [{ serName: 'models', state: states.shift() }] : [])),
  };
  const stop = new AbortController();
  const services = new Services(gateway, undefined, 'models', stop.signal);
  const seen: unknown[] = [];
  services.onFound = ({ classifier }) => {
    seen.push(classifier?.state);
    if (states.length === 0) stop.abort();
  };
  await services.keepLooking(1);
  expect(seen).toEqual(['ACTIVE', 'SUSPENDED', 'ACTIVE']);
}, 5_000);
