import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { TestGateway } from '../../gateway.js';
import { registration, service } from '../../bodies.js';
import { stateIn } from '../mec011/state-fault.js';

const APPLICATION = ['mec_app_support:write', 'mec_service_mgmt:read', 'mec_service_mgmt:write', 'mp1:write'];
const SERVICES = '/mec_service_mgmt/v1/applications/app-1/services';
const misleading = { ...service, serName: 'umec-sensors' };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: {}, mec: { mp1Legacy: true } });
});
afterAll(() => gateway.stop());

const details = (clientId: string, more: object) => ({ clientId, appInstanceIds: ['app-1'], scopes: APPLICATION, ...more });

describe('A name that gateways have for their services', () => {
  it('is no application’s: neither for a new service nor for one that it has, nor by the API of 2019', async () => {
    await gateway.application('app-1');
    const plates = await gateway.client(details('plates', {}));
    const own = await gateway.send('POST', SERVICES, service, plates);
    expect(own.status).toBe(201);
    const before = stateIn(gateway.dir);
    for (const [method, path] of [
      ['POST', SERVICES],
      ['PUT', own.headers.get('location') ?? ''],
      ['POST', '/mp1/v1/services'],
    ] as const) {
      const refused = await gateway.send(method, path, misleading, plates);
      expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
      expect(((await refused.json()) as ProblemDetails).detail).toBe(
        'serName: names that begin with umec- are for gateways; expected another name, or a client of the host with the scope street:write',
      );
    }
    expect(stateIn(gateway.dir)).toBe(before);
    const found = await gateway.json<object[]>('/mec_service_mgmt/v1/services?ser_name=umec-sensors');
    expect(found).toHaveLength(1);
  });

  it('is no other tenant’s, whatever its clients may do', async () => {
    const mayor = await gateway.client({ clientId: 'mayor', tenant: 'town', role: 'admin' });
    const registered = await gateway.send('POST', '/mec_app_support/v1/registrations', registration, mayor);
    const { appInstanceId } = (await registered.json()) as { appInstanceId: string };
    const refused = await gateway.send('POST', SERVICES.replace('app-1', appInstanceId), misleading, mayor);
    expect(refused.status).toBe(403);
  });

  it('is a gateway’s that the operator has given the scope, and the operator’s', async () => {
    await gateway.application('app-2');
    const member = await gateway.client(details('pi-2', { appInstanceIds: ['app-2'], scopes: [...APPLICATION, 'street:write'] }));
    for (const headers of [member, {}]) {
      const made = await gateway.send('POST', SERVICES.replace('app-1', 'app-2'), misleading, headers);
      expect(made.status).toBe(201);
    }
  });
});
