import { describe, expect, it } from '@jest/globals';
import type { DnsRule, TrafficRule } from '../../src/registry/rules.js';
import { FakeState } from './fake-state.js';
import { anything, dnsRule, openPlatform, trafficRule } from './platform.js';

/** A platform on which the management has made one application with these rules. */
async function setUp(trafficRules: readonly TrafficRule[], dnsRules: readonly DnsRule[] = [], appInstanceId = 'app') {
  const platform = await openPlatform();
  await platform.applications.create({ appInstanceId, named: { appName: 'plates' }, trafficRules, dnsRules });
  return platform;
}

describe('The rules of an application', () => {
  it('come with it, in the order in which they were given, and nobody can change them', async () => {
    const rules = [trafficRule('b'), trafficRule('a'), trafficRule('c')];
    const { trafficRules, dnsRules } = await setUp(rules, [dnsRule('a')]);
    expect(trafficRules.ofApplication('app')).toEqual(rules);
    expect(dnsRules.ofApplication('app')).toEqual([dnsRule('a')]);
    expect(trafficRules.get('app', 'a')).toEqual(rules[1]);
    expect(trafficRules.ofApplication('app').every((rule) => Object.isFrozen(rule))).toBe(true);
  });

  it('are in a list that stays the same until one changes', async () => {
    const { trafficRules } = await setUp([trafficRule('a')]);
    const list = trafficRules.ofApplication('app');
    expect(trafficRules.ofApplication('app')).toBe(list);
    await trafficRules.replace('app', 'a', trafficRule('a', 'INACTIVE'), anything, anything);
    expect(trafficRules.ofApplication('app')).not.toBe(list);
    expect(trafficRules.ofApplication('nobody')).toBe(trafficRules.ofApplication('nobody either'));
  });

  it('are switched one at a time, and what is in the path counts, not what is in the body', async () => {
    const { trafficRules } = await setUp([trafficRule('a'), trafficRule('b')]);
    const switched = await trafficRules.replace('app', 'a', trafficRule('b', 'INACTIVE'), anything, anything);
    expect(switched).toEqual(trafficRule('a', 'INACTIVE'));
    expect(trafficRules.ofApplication('app')).toEqual([trafficRule('a', 'INACTIVE'), trafficRule('b')]);
  });

  it('are neither made nor found by an identifier that none of them has', async () => {
    const { trafficRules, dnsRules } = await setUp([trafficRule('a')]);
    const notFound = { code: 'notFound' };
    for (const id of ['b', '__proto__', 'constructor', ''])
      await expect(trafficRules.replace('app', id, trafficRule(id), anything, anything)).rejects.toMatchObject(notFound);
    await expect(trafficRules.replace('other', 'a', trafficRule('a'), anything, anything)).rejects.toMatchObject(notFound);
    expect(() => dnsRules.get('app', 'a')).toThrow(expect.objectContaining(notFound));
  });

  it('are what they were when somebody may not change them, thinks them other than they are, or the disk fails', async () => {
    const { trafficRules, state } = await setUp([trafficRule('a')]);
    const list = trafficRules.ofApplication('app');
    const no = () => {
      throw new Error('no');
    };
    const off = trafficRule('a', 'INACTIVE');
    await expect(trafficRules.replace('app', 'a', off, no, anything)).rejects.toThrow('no');
    await expect(trafficRules.replace('app', 'a', off, anything, no)).rejects.toThrow('no');
    state.failing = true;
    await expect(trafficRules.replace('app', 'a', off, anything, anything)).rejects.toMatchObject({ code: 'unavailable' });
    expect(trafficRules.ofApplication('app')).toBe(list);
  });

  it('are changed by exactly one of those who saw one in the same state', async () => {
    const { trafficRules } = await setUp([trafficRule('a')]);
    const seen = trafficRules.get('app', 'a');
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((priority) =>
        trafficRules.replace('app', 'a', { ...trafficRule('a'), priority }, anything, (present) => {
          if (present !== seen) throw new Error('it has changed');
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(trafficRules.get('app', 'a').priority).toBe(1);
  });

  it('are not accepted when two have the same identifier, and then there is no application either', async () => {
    const { applications } = await openPlatform();
    const twice = { named: { appName: 'plates' }, trafficRules: [], dnsRules: [dnsRule('a'), dnsRule('a')] };
    await expect(applications.create(twice)).rejects.toMatchObject({ code: 'invalid' });
    expect(applications.list()).toEqual([]);
  });

  it('are not accepted when there are too many in all, and then there is no application either', async () => {
    const { applications } = await setUp(Array.from({ length: 49 }, (_, n) => trafficRule(`t${n}`)));
    const another = (count: number) => ({
      appInstanceId: 'another',
      named: { appName: 'another' },
      trafficRules: Array.from({ length: count }, (_, n) => trafficRule(`t${n}`)),
      dnsRules: [],
    });
    await expect(applications.create(another(2))).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('50'),
    });
    expect(applications.list()).toHaveLength(1);
    await applications.create(another(1));
  });

  it('come back after a restart as they were, in their order', async () => {
    const { state, trafficRules } = await setUp([trafficRule('c'), trafficRule('a'), trafficRule('b')]);
    await trafficRules.replace('app', 'c', trafficRule('c', 'INACTIVE'), anything, anything);
    state.reverse();
    const again = await openPlatform({ state });
    expect(again.trafficRules.ofApplication('app')).toEqual([trafficRule('c', 'INACTIVE'), trafficRule('a'), trafficRule('b')]);
    expect(again.dnsRules.ofApplication('app')).toEqual([]);
  });

  it('are not mistaken for those of others, whatever the identifiers look like', async () => {
    const state = new FakeState();
    const { applications, trafficRules } = await openPlatform({ state });
    const named = { appName: 'plates' };
    const owners: [string, string][] = [
      ['a', 'b/c'],
      ['a/b', 'c'],
      ['__proto__', '__proto__'],
      ['constructor', '"],["'],
      ['Zähler \u{1F600}', '\u0000'],
    ];
    for (const [appInstanceId, ruleId] of owners)
      await applications.create({ appInstanceId, named, trafficRules: [trafficRule(ruleId)], dnsRules: [] });
    for (const rules of [trafficRules, (await openPlatform({ state })).trafficRules])
      for (const [appInstanceId, ruleId] of owners) expect(rules.ofApplication(appInstanceId)).toEqual([trafficRule(ruleId)]);
    await applications.remove('a');
    expect(trafficRules.ofApplication('a')).toEqual([]);
    expect(trafficRules.get('a/b', 'c')).toEqual(trafficRule('c'));
    expect((await openPlatform({ state })).trafficRules.get('a/b', 'c')).toEqual(trafficRule('c'));
  });
});
