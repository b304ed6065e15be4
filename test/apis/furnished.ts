import { silent, type Log } from '../../src/log.js';
import { ModelServer, modelServiceAt } from '../camera/inference/model-server.js';
import { tinyPicture } from '../camera/inference/posted.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { chips, destinations, furnish, type Known, receivers, refused } from './examples.js';

interface Setting {
  readonly log?: Log;
  /** Of a gateway that has heard a tag before. */
  readonly dir?: string;
  readonly http?: object;
  /** Unless given, the administrator's. */
  readonly credentials?: string;
}

/** A whole gateway that asks for tokens and serves every API, with all on it that the calls of `examples` speak of. */
export async function startFurnished({ log = silent, dir, http = {}, credentials }: Setting = {}): Promise<{
  readonly gateway: TestGateway;
  readonly known: Known;
}> {
  const cameras = { 'lens-1': { driver: 'simulated' } };
  const gateway = await TestGateway.start(
    { auth: { mode: 'tokens' }, http, devices: { radios: receivers, cameras, chips }, mec: { mp1Legacy: true }, destinations },
    { log, dir: dir ?? (await usedDirectory()) },
  );
  const [tag] = await gateway.json<{ mac: string }[]>('/sensors/v1/tags');
  const make = async (path: string, body: object) => {
    const response = await gateway.send('POST', path, body);
    return response.headers.get('location')?.split('/').at(-1) ?? '';
  };
  const known = await furnish(make);
  const models = modelServiceAt((await ModelServer.start()).uri);
  await make(`/mec_service_mgmt/v1/applications/${known.app}/services`, models);
  await make('/gpio/v1/lines/27/pulse', { value: 1, durationMs: 100 });
  const lease = await make('/gpio/v1/leases', { lineIds: ['22'], durationS: 300 });
  await make('/access/v1/clients', { clientId: 'plates', name: 'plates', scopes: ['camera:read'] });
  await make('/access/v1/tenants', { tenant: 'town', devices: 'all' });
  await gateway.get('/registry/v1/plan', {
    method: 'PUT',
    headers: { 'Content-Type': 'image/png' },
    body: new Uint8Array(tinyPicture),
  });
  const rejection = await refusedRow(gateway);
  const recording = await make('/camera/v1/cameras/lens-1/recordings', { kind: 'STILL' });
  const own = `client_id=administrator&client_secret=${gateway.secret ?? ''}`;
  const page = { code: await gateway.code(), ownPage: { Origin: gateway.url, Cookie: await signedIn(gateway) } };
  return {
    gateway,
    known: { ...known, ...page, lease, rejection, recording, mac: tag?.mac ?? '', credentials: credentials ?? own },
  };
}

/** @returns the identifier of a rejection */
async function refusedRow(gateway: TestGateway): Promise<string> {
  await gateway.send('POST', '/sensors/v1/readings', refused);
  const kept = () => gateway.json<{ rejectionId: string }[]>('/registry/v1/destinations/cloud/rejections');
  await until(async () => (await kept()).length > 0);
  return (await kept())[0]?.rejectionId ?? '';
}

/** @returns the cookie of a session */
async function signedIn(gateway: TestGateway): Promise<string> {
  const headers = { 'Content-Type': 'application/json', Origin: gateway.url };
  const body = JSON.stringify({ code: await gateway.code() });
  const response = await fetch(`${gateway.url}/session`, { method: 'POST', headers, body });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** A tag that is known and heard no more stands still. */
export async function usedDirectory(): Promise<string> {
  await using before = await TestGateway.start();
  const stop = new AbortController();
  for await (const _reading of await before.events('sensors/**', stop.signal)) {
    stop.abort();
    break;
  }
  return before.dir;
}
