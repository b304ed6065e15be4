import { describe, expect, it } from '@jest/globals';
import { offerOf } from '../../src/street/offer.js';
import type { Listed } from '../../src/street/other-registry.js';
import { planOf } from '../../src/street/plan.js';
import { serviceRequest } from '../registry/platform.js';

const offer = (serName: string, state: 'ACTIVE' | 'SUSPENDED' = 'ACTIVE') => {
  const info = { ...serviceRequest({ serName, state }), serInstanceId: `own-${serName}` };
  return offerOf({ number: 1, appInstanceId: 'gateway', onHost: true, info }, 10);
};
const listed = (serName: string, changes: Partial<Listed> = {}): Listed => ({
  ...offer(serName),
  serInstanceId: `there-${serName}`,
  isLocal: false,
  _links: { liveness: { href: '/beat' } },
  ...changes,
});
const none = new Map<string, number>();

describe('What must be done at the other registry', () => {
  it('is nothing when all is as it should be', () => {
    const there = [listed('b'), listed('a')];
    expect(planOf([offer('a'), offer('b')], there, none)).toEqual({
      remove: [],
      replace: [],
      create: [],
      keep: [there[1], there[0]],
    });
  });

  it('is to create what is missing and to remove what nobody offers, or is there twice', () => {
    const twice = listed('a', { serInstanceId: 'again' });
    const { remove, create, keep } = planOf([offer('a'), offer('b')], [listed('a'), listed('c'), twice], none);
    expect([remove.map(({ serInstanceId }) => serInstanceId), create, keep]).toEqual([
      ['there-c', 'again'],
      [offer('b')],
      [listed('a')],
    ]);
  });

  it.each<[string, Partial<Listed>]>([
    ['another version', { version: '0.9' }],
    ['a state that the application has given up', { state: 'INACTIVE' }],
    ['other addresses', { transportInfo: { ...serviceRequest().transportInfo, endpoint: { uris: ['http://192.0.2.9/'] } } }],
    ['another interval', { livenessInterval: 20 }],
    ['no signs of life, and is SUSPENDED', { state: 'SUSPENDED', _links: {} }],
  ])('is to replace what has %s', (_what, changes) => {
    expect(planOf([offer('a')], [listed('a', changes)], none).replace).toHaveLength(1);
  });

  it('is nothing for another interval that was agreed, or for what a sign of life brings back', () => {
    const there = listed('a', { livenessInterval: 20, state: 'SUSPENDED' });
    expect(planOf([offer('a')], [there], new Map([['there-a', 20]])).keep).toEqual([there]);
  });

  it('is to make INACTIVE what is SUSPENDED here, whether it is ACTIVE or SUSPENDED there', () => {
    for (const state of ['ACTIVE', 'SUSPENDED'] as const) {
      const [change] = planOf([offer('a', 'SUSPENDED')], [listed('a', { state })], none).replace;
      expect(change?.offer.state).toBe('INACTIVE');
    }
  });
});
