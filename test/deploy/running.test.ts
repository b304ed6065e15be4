import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '../../generated/mec011-service-management.js';
import { freePort } from '../free-port.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { Cluster } from './cluster.js';
import { type Manifest, ofKind, type Workload } from './manifest.js';
import { Pod } from './pod.js';
import { Checkout, COMPOSITIONS } from './render.js';
import { missingTools, toldToInstall } from './tools.js';
import { buildStrict, readStrictly } from './strict.js';

type ServiceInfo = components['schemas']['ServiceInfo'];
type Asking = Omit<RequestOptions, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** Addresses that nobody else has: each listens at port 8443, as in a pod. */
const address = (last: number) => `127.77.${process.env.JEST_WORKER_ID ?? 0}.${last}`;
const suite = missingTools.length === 0 ? describe : toldToInstall;

suite('What the manifests tell', () => {
  const dir = tempDirectory();
  let checkout: Checkout;
  let cluster: Cluster;
  let ca: string;
  const pods: Pod[] = [];
  beforeAll(async () => {
    buildStrict();
    checkout = Checkout.in(dir.path);
    checkout.run('next-node');
    // what renders may have to be compiled, which takes longer than a test may
    render('base');
    cluster = await Cluster.start(address(1));
  }, 300_000);
  afterEach(async () => {
    await Promise.all(pods.splice(0).map((pod) => pod.stop()));
  });
  afterAll(() => cluster[Symbol.asyncDispose]());

  const render = (name: string): Manifest[] => {
    const { objects } = readStrictly(checkout.render(COMPOSITIONS[name] ?? { resources: [] }));
    ca = ofKind('ConfigMap', objects).find(({ metadata }) => metadata.name.startsWith('umec-ca'))?.data?.['ca.pem'] ?? '';
    return objects;
  };
  const start = async (name: string, manifests: Manifest[], at: number, more: object = {}): Promise<Pod> => {
    const workload = manifests.find(({ kind, metadata }) => `${kind}/${metadata.name}` === name) as Workload;
    const root = join(dir.path, `${name}-${at}`);
    const pod = await Pod.start(workload, manifests, { cluster, root, ip: address(at), ...more });
    pods.push(pod);
    return pod;
  };
  const ask = async (at: number, path: string, token?: string, options: Asking = {}): Promise<[number, unknown]> => {
    const headers = { ...options.headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
    const asking = request({ host: address(at), port: 8443, path, ca, agent: false, ...options, headers }).end();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    return [answer.statusCode ?? 0, await json(answer).catch(() => undefined)];
  };
  /** At a URL that nobody resolves here, with its name and its certificate. */
  const askAt = (at: number, uri: string, token?: string) => {
    const { hostname, host, pathname, search } = new URL(uri);
    return ask(at, pathname + search, token, { servername: hostname, headers: { Host: host } });
  };

  it('lets the kubelet see how a gateway does, and callers trust it by the names of its Services and of its node', async () => {
    const { container } = await start('DaemonSet/umec-pi-1', render('base'), 2);
    for (const { httpGet } of [container.startupProbe, container.readinessProbe, container.livenessProbe].map(
      (one) => one ?? {},
    )) {
      const port = container.ports?.find(({ name }) => name === httpGet?.port)?.containerPort;
      expect([httpGet?.scheme, port]).toEqual(['HTTPS', 8443]);
      // it does not verify
      expect(await ask(2, httpGet?.path ?? '', undefined, { rejectUnauthorized: false, ca: [] })).toEqual([
        200,
        expect.anything(),
      ]);
    }
    const inside = ['umec-pi-1.umec.svc', 'umec-local.umec.svc', 'umec.umec.svc', 'umec.umec.svc.cluster.local'];
    for (const host of [...inside.map((name) => `${name}:8443`), 'pi-1:30443', 'pi-1.local:30443'])
      expect(await askAt(2, `https://${host}/healthz`)).toEqual([200, { status: 'ok' }]);
    expect(
      (await ask(2, '/healthz', undefined, { servername: 'umec.umec.svc', headers: { Host: 'umec.other.svc:8443' } }))[0],
    ).toBe(403);
    await expect(ask(2, '/healthz', undefined, { servername: 'umec.other.svc' })).rejects.toThrow(/altnames/);
  }, 60_000);

  it('lets in the application that has a rule, with a token for the gateways, and no other', async () => {
    await start('DaemonSet/umec-pi-1', render('base'), 3);
    const before = cluster.fetched;
    const at = (namespace: string, name: string, audience?: string) =>
      cluster.token(namespace, name, audience).then(async (token) => (await ask(3, '/sensors/v1/readings/latest', token))[0]);
    expect(await at('umec-apps', 'town-weather', 'umec')).toBe(200);
    expect(await at('umec-apps', 'default', 'umec')).toBe(403);
    expect(await at('other', 'town-weather', 'umec')).toBe(403);
    expect(await at('umec-apps', 'town-weather')).toBe(401);
    expect(await at('umec-apps', 'town-weather', 'umec-registry')).toBe(401);
    expect((await ask(3, '/sensors/v1/readings/latest'))[0]).toBe(401);
    expect(cluster.fetched).toBe(before + 1);
  }, 60_000);

  it('has the example application offer its service, read its gateway and take its leave', async () => {
    const manifests = render('everything and an application');
    const gateway = await start('DaemonSet/umec-pi-1', render('base'), 4, {
      env: { UMEC_DEVICES_RADIOS: '{town: {driver: simulated}}' },
    });
    const port = await freePort();
    const application = await start('Deployment/town-weather', manifests, 5, {
      instead: { 'umec-local.umec.svc': address(4) },
      env: { PORT: String(port), OWN_URL: `http://127.0.0.1:${port}/weather` },
    });
    await application.says(/registered as/);
    const token = await cluster.token('umec-apps', 'town-weather', 'umec');
    const listed = async () => (await ask(4, '/mec_service_mgmt/v1/services?ser_name=town-weather', token))[1] as ServiceInfo[];
    const [service] = await listed();
    expect(service).toMatchObject({ state: 'ACTIVE', livenessInterval: 10 });
    const answer = await fetch(service?.transportInfo.endpoint.uris?.[0] ?? '');
    expect(await answer.json()).toEqual({ tags: expect.any(Number), temperature: expect.any(Number) });
    expect(await application.stop()).toBe(0);
    await application.says(/took its leave/);
    expect(await listed()).toEqual([]);
    expect(await gateway.stop()).toBe(0);
  }, 60_000);

  it('brings the gateways of a street together at one registry', async () => {
    const manifests = render('street');
    const instead = { 'umec-registry.umec.svc': address(6) };
    await start('StatefulSet/umec-registry', manifests, 6, { instead });
    await Promise.all([1, 2].map((node) => start(`DaemonSet/umec-pi-${node}`, manifests, 6 + node, { instead })));
    const token = await cluster.token('umec-apps', 'town-weather', 'umec-registry');
    const active = async (): Promise<string[]> => {
      const [, services] = (await ask(6, '/mec_service_mgmt/v1/services?ser_name=umec-registry', token)) as [
        number,
        ServiceInfo[],
      ];
      return services.filter(({ state }) => state === 'ACTIVE').flatMap(({ transportInfo }) => transportInfo.endpoint.uris ?? []);
    };
    const registry = expect.stringMatching(new RegExp(`^https://${address(6)}:8443/`)) as unknown as string;
    const of = (name: string) => expect.stringMatching(new RegExp(`^https://${name}\\.umec\\.svc:8443/`)) as unknown as string;
    await until(async () => (await active()).length === 3, 100);
    expect((await active()).sort()).toEqual([registry, of('umec-pi-1'), of('umec-pi-2')]);
    // whoever finds them there is let in by each
    const own = await cluster.token('umec-apps', 'town-weather', 'umec');
    for (const uri of await active()) {
      const node = /umec-pi-(.)/.exec(uri)?.[1];
      if (node !== undefined) expect((await askAt(6 + Number(node), `${uri}/services`, own))[0]).toBe(200);
    }
  }, 60_000);

  it.each([
    ['base', 'https://umec-pi-1.umec.svc:8443'],
    ['from-outside', 'https://pi-1:30443'],
  ])(
    'lets a gateway stay who it is, and where, when its pod has another address: %s',
    async (composition, url) => {
      const manifests = render(composition);
      const root = join(dir.path, `lasting-${composition}`);
      const before = await start('DaemonSet/umec-pi-1', manifests, 9, { root });
      const token = await before.umec('token');
      const services = async (at: number) =>
        (await askAt(at, `${url}/mec_service_mgmt/v1/services`, token)) as [number, ServiceInfo[]];
      // as through a tunnel of kubectl's
      expect((await askAt(9, 'https://localhost:8443/registry/v1/services', token))[0]).toBe(200);
      const [, shown] = await services(9);
      expect(shown.length).toBeGreaterThan(1);
      const uris = shown.flatMap(({ transportInfo }) => transportInfo.endpoint.uris ?? []);
      expect(uris.map((uri) => new URL(uri).host)).toEqual(uris.map(() => new URL(url).host));
      await before.stop();

      await start('DaemonSet/umec-pi-1', manifests, 10, { root });
      expect(await services(10)).toEqual([200, shown]);
    },
    60_000,
  );
});
