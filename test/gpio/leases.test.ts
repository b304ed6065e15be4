import { describe, expect, it } from '@jest/globals';
import { type Lease, Leases } from '../../src/gpio/leases.js';
import { ManualClock } from '../manual-clock.js';

function setUp() {
  const clock = new ManualClock();
  const ended: Lease[] = [];
  let count = 0;
  const leases = new Leases(
    clock,
    () => `lease-${++count}`,
    (lease) => ended.push(lease),
  );
  return { clock, leases, ended };
}
const code = (task: () => unknown): unknown => {
  try {
    task();
    return 'nothing';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('A lease', () => {
  it('lets its client write by it, and nobody else', () => {
    const { leases } = setUp();
    const { leaseId } = leases.grant(['17', '27'], 'lights', 10_000, 'KEEP');
    leases.require('17', { client: 'lights', leaseId });
    leases.require('22', { client: 'plates' });
    expect(code(() => leases.require('27', { client: 'lights' }))).toBe('conflict');
    expect(code(() => leases.require('27', { client: 'plates' }))).toBe('conflict');
    expect(code(() => leases.require('27', { client: 'plates', leaseId }))).toBe('preconditionFailed');
    expect(code(() => leases.require('22', { client: 'lights', leaseId }))).toBe('preconditionFailed');
  });

  it('is had by one at a time: of several lines all, or none', () => {
    const { leases } = setUp();
    leases.grant(['17'], 'lights', 10_000, 'KEEP');
    expect(code(() => leases.grant(['22', '17'], 'plates', 10_000, 'KEEP'))).toBe('conflict');
    expect(leases.ofLine('22')).toBeUndefined();
  });

  it('ends by itself, and what named it is refused from then on', async () => {
    const { leases, clock, ended } = setUp();
    const lease = leases.grant(['17'], 'lights', 10_000, 'SAFE');
    expect(lease.expiresAt).toBe(clock.now() + 10_000);
    await clock.advance(9_999);
    leases.require('17', { client: 'lights', leaseId: lease.leaseId });
    await clock.advance(1);
    expect(ended).toEqual([lease]);
    expect(code(() => leases.require('17', { client: 'lights', leaseId: lease.leaseId }))).toBe('preconditionFailed');
    expect(code(() => leases.get(lease.leaseId, 'lights'))).toBe('notFound');
    leases.require('17', { client: 'plates' });
  });

  it('ends later, or sooner, when it is renewed', async () => {
    const { leases, clock, ended } = setUp();
    const { leaseId } = leases.grant(['17'], 'lights', 10_000, 'KEEP');
    await clock.advance(9_000);
    expect(leases.renew(leaseId, 'lights', 10_000).expiresAt).toBe(clock.now() + 10_000);
    await clock.advance(9_999);
    expect(leases.get(leaseId, 'lights').leaseId).toBe(leaseId);
    leases.renew(leaseId, 'lights', 1_000);
    await clock.advance(1_000);
    expect(ended.map((lease) => lease.leaseId)).toEqual([leaseId]);
  });

  it('is given back by its client alone, once', async () => {
    const { leases, clock, ended } = setUp();
    const { leaseId } = leases.grant(['17'], 'lights', 10_000, 'KEEP');
    for (const task of [
      () => leases.end(leaseId, 'plates'),
      () => leases.renew(leaseId, 'plates', 1),
      () => leases.get(leaseId, 'plates'),
    ])
      expect(code(task)).toBe('notFound');
    leases.end(leaseId, 'lights');
    expect(code(() => leases.end(leaseId, 'lights'))).toBe('notFound');
    await clock.advance(20_000);
    expect(ended).toHaveLength(1);
  });

  it('tells nobody of its end when the gateway stops', async () => {
    const { leases, clock, ended } = setUp();
    leases.grant(['17'], 'lights', 10_000, 'SAFE');
    leases[Symbol.dispose]();
    await clock.advance(20_000);
    expect(ended).toEqual([]);
  });
});
