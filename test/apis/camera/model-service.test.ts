import { expect, it } from '@jest/globals';
import { modelService } from '../../../src/apis/camera/model-service.js';
import { Access } from '../../../src/auth/access.js';
import type { Grant } from '../../../src/auth/grants.js';
import type { Service } from '../../../src/registry/service.js';

const access = new Access({
  own: 'gateway',
  application: (tenant) => (tenant === 'host' ? {} : { owner: { client: 'any', tenant } }),
  clients: { find: () => undefined, ownerOf: () => undefined, list: () => ({}) },
  tenants: { find: () => undefined },
});

/** Of an application that is called as its tenant is. */
function service(tenant: string, state = 'ACTIVE'): Service {
  const transportInfo = { type: 'REST_HTTP', endpoint: { uris: [`http://${tenant}.example/`] }, security: {} };
  return {
    appInstanceId: tenant,
    info: { serInstanceId: `of-${tenant}`, serName: 'count', state, transportInfo },
  } as unknown as Service;
}

const operator = { client: 'administrator', devices: 'all', scopes: 'all', appInstanceIds: 'all' } as unknown as Grant;
const of = (tenant: string): Grant => ({ ...operator, tenant, client: tenant });

function asked(grant: Grant, by: { serName: string } | { serInstanceId: string }, all: readonly Service[]): string {
  const find = (id: string) => all.find(({ info }) => info.serInstanceId === id);
  return modelService({ find, named: () => all }, access, grant, by).serInstanceId;
}

it('A service that is asked by its name is none that another tenant calls so', () => {
  const all = [service('rail'), service('town'), service('host', 'SUSPENDED'), service('host')];
  expect(asked(of('town'), { serName: 'count' }, all)).toBe('of-town');
  expect(asked(operator, { serName: 'count' }, all)).toBe('of-host');
  expect(() => asked(operator, { serName: 'count' }, all.slice(0, 2))).toThrow('there is no service count');
  expect(asked(operator, { serInstanceId: 'of-rail' }, all)).toBe('of-rail');
  expect(() => asked(of('town'), { serInstanceId: 'of-rail' }, all)).toThrow('there is no service of-rail');
});
