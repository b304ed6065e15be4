import { describe, expect, it } from '@jest/globals';
import { Access } from '../../src/auth/access.js';
import type { Grant } from '../../src/auth/grants.js';
import type { Owner } from '../../src/registry/owner.js';

const grant = (tenant: string, appInstanceIds: Grant['appInstanceIds'] = new Set(['app-1'])): Grant => ({
  ...{ client: 'plates', scopes: 'all', expires: Infinity, devices: 'all' },
  ...{ tenant, appInstanceIds },
});
const accessTo = (owner?: Owner) => new Access((id) => (id === 'app-1' ? owner : undefined));

describe('An application instance', () => {
  it('is its that it was given to, unless another tenant has made one of that name', () => {
    expect(accessTo().owns(grant('town'), 'app-1')).toBe(true);
    expect(accessTo({ client: 'other', tenant: 'town' }).owns(grant('town'), 'app-1')).toBe(true);
    expect(accessTo({ client: 'other', tenant: 'harbour' }).owns(grant('town'), 'app-1')).toBe(false);
  });

  it('is its that has made it, and of the same tenant still', () => {
    const made = accessTo({ client: 'plates', tenant: 'town' });
    expect(made.owns(grant('town', new Set()), 'app-1')).toBe(true);
    expect(made.owns(grant('harbour', new Set()), 'app-1')).toBe(false);
    expect(made.owns(grant('town', 'all'), 'app-1')).toBe(true);
    expect(made.owns(grant('harbour', 'all'), 'app-1')).toBe(false);
  });
});
