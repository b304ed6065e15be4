import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { document } from '../../../generated/sensors.js';
import type { Condition, NumericField } from '../../../src/sensors/conditions/condition.js';
import { derive } from '../../../src/sensors/derived.js';
import type { TagReading } from '../../../src/sensors/tag-reading.js';
import { ManualClock } from '../../manual-clock.js';
import { FakeState } from '../../registry/fake-state.js';
import { A, B, C, namesOf, openConditions, subscription } from './hand-fed.js';

const hot: Condition = { kind: 'THRESHOLD', field: 'temperature', above: 25, hysteresis: 1 };
const silent: Condition = { kind: 'SILENCE', seconds: 30 };
const fast: Condition = { kind: 'RATE', field: 'temperature', perMinute: 2, seconds: 60 };

describe('A threshold', () => {
  it('is told when a tag goes beyond it and when it comes back, with since when, and what was measured', async () => {
    const { conditions, clock, hear, pass } = await openConditions();
    conditions.put(subscription(hot));
    const began = clock.now();
    const common = { subscriptionId: 's1', mac: A, name: 'sauna', condition: hot, since: began };
    const name = 'sauna';
    expect(hear(A, { name, temperature: 25.5 })).toEqual([{ ...common, change: 'ENTERED', value: 25.5, time: began }]);
    await pass(5);
    for (const temperature of [26, 24.5, undefined, 25.1])
      expect(hear(A, { name, ...(temperature ? { temperature } : {}) })).toEqual([]);
    expect(hear(A, { name, temperature: 24 })).toEqual([{ ...common, change: 'LEFT', value: 24, time: began + 5_000 }]);
    expect(hear(A, { name, temperature: 24.5 })).toEqual([]);
  });

  it('may be one of what follows from the measured', async () => {
    const { conditions, hear } = await openConditions();
    const measured = { temperature: 20, humidity: 90 };
    const dewPoint = derive({ ...measured }).dewPoint ?? NaN;
    conditions.put(subscription({ kind: 'THRESHOLD', field: 'dewPoint', above: 15 }));
    expect(hear(A, { temperature: 20 })).toEqual([]);
    expect(hear(A, measured)).toMatchObject([{ change: 'ENTERED', value: dewPoint }]);
    expect(hear(A, { temperature: 20 })).toEqual([]);
  });

  it('is told of each tag apart, of those that were asked for, also of one that comes later', async () => {
    const { conditions, hear } = await openConditions();
    conditions.put(subscription(hot, undefined, 'all'));
    conditions.put(subscription(hot, [B, C], 'some'));
    const toldOf = (mac: string, temperature: number) =>
      hear(mac, { temperature }).map(({ subscriptionId, change }) => `${subscriptionId} ${change}`);
    expect(toldOf(A, 30)).toEqual(['all ENTERED']);
    expect(toldOf(B, 30)).toEqual(['all ENTERED', 'some ENTERED']);
    expect(toldOf(A, 20)).toEqual(['all LEFT']);
    expect(toldOf(C, 20)).toEqual([]);
  });
});

describe('Silence', () => {
  it('is told when nothing was heard for so long, since the last reading, and when something is heard again', async () => {
    const { conditions, clock, hear, pass } = await openConditions();
    conditions.put(subscription(silent));
    hear(A);
    const since = clock.now();
    expect(await pass(29)).toEqual([]);
    expect(await pass(1)).toMatchObject([{ change: 'ENTERED', mac: A, since, time: since + 30_000 }]);
    expect(await pass(100)).toEqual([]);
    expect(hear(A)).toMatchObject([{ change: 'LEFT', mac: A, since, time: since + 130_000 }]);
    expect(namesOf(await pass(60))).toEqual([`ENTERED ${A}`]);
  });

  it('that began before the subscription is told', async () => {
    const { conditions, hear, pass } = await openConditions();
    hear(A);
    await pass(20);
    hear(B);
    await pass(20);
    conditions.put(subscription(silent));
    expect(namesOf(await pass(1))).toEqual([`ENTERED ${A}`]);
    expect(namesOf(await pass(20))).toEqual([`ENTERED ${B}`]);
  });

  it('is told of the tags that were asked for, and does not end for one because another speaks', async () => {
    const { conditions, hear, pass } = await openConditions();
    conditions.put(subscription(silent, [B, C]));
    for (const mac of [A, B]) hear(mac);
    await pass(15);
    hear(C);
    expect(namesOf(await pass(20))).toEqual([`ENTERED ${B}`]);
    expect(namesOf(hear(A))).toEqual([]);
    expect(namesOf(await pass(20))).toEqual([`ENTERED ${C}`]);
  });

  it('of one is found behind another that has begun to speak before it and speaks still', async () => {
    const { conditions, hear, pass } = await openConditions();
    conditions.put(subscription(silent));
    for (const mac of [A, B]) hear(mac);
    for (let second = 0; second < 29; second++) {
      hear(A);
      expect(await pass(1)).toEqual([]);
    }
    expect(namesOf(await pass(1))).toEqual([`ENTERED ${B}`]);
  });

  it('of a tag that only history knows begins when the gateway begins to listen', async () => {
    const clock = new ManualClock();
    const latest: TagReading[] = [{ dataFormat: '5', mac: A, receiver: 'hci0', time: clock.now() - 86_400_000 }];
    const { pass } = await openConditions({ clock, latest, subscriptions: [subscription(silent)] });
    expect(await pass(29)).toEqual([]);
    expect(await pass(1)).toMatchObject([{ change: 'ENTERED', since: latest[0]?.time }]);
  });

  it('is no step of the clock', async () => {
    class Stepping extends ManualClock {
      step = 0;
      override now() {
        return super.now() + this.step;
      }
    }
    const clock = new Stepping();
    const { conditions, hear, pass } = await openConditions({ clock });
    for (const [at, condition] of [silent, fast].entries()) conditions.put(subscription(condition, undefined, `s${at}`));
    for (let second = 0; second < 200; second += 10) {
      if (second === 100) clock.step = 56 * 365 * 86_400_000;
      if (second === 150) clock.step = -86_400_000;
      expect(hear(A, { temperature: second / 60 })).toEqual([]);
      expect(await pass(10)).toEqual([]);
    }
  });
});

describe('A rate', () => {
  it('is told when a value changes faster, either way, and when it does no longer', async () => {
    const { conditions, hear, pass } = await openConditions();
    conditions.put(subscription(fast));
    const values = [20, 20, 20, 24, 24, 24, 24, 17, 17, 17, 17];
    const told: unknown[] = [];
    for (const temperature of values) {
      told.push(hear(A, { temperature }).map(({ change, value }) => [change, value]));
      await pass(30);
    }
    const none: unknown[] = [];
    expect(told).toEqual([
      none,
      none,
      none,
      [['ENTERED', 4]],
      none,
      [['LEFT', 0]],
      none,
      [['ENTERED', -7]],
      none,
      [['LEFT', 0]],
      none,
    ]);
  });
});

describe('A subscription that becomes another', () => {
  it('forgets of another condition, and of the same goes on', async () => {
    const { conditions, hear, kept } = await openConditions();
    conditions.put(subscription(hot));
    for (const mac of [A, B]) hear(mac, { temperature: 30 });
    conditions.put({ ...subscription(hot), callbackReference: 'http://elsewhere/' });
    expect(hear(A, { temperature: 30 })).toEqual([]);
    conditions.put(subscription(hot, [A]));
    expect(await kept()).toEqual([`s1/${A}`]);
    expect(hear(B, { temperature: 20 })).toEqual([]);
    conditions.put(subscription({ ...hot, above: 26 }));
    expect(await kept()).toEqual([]);
    expect(namesOf(hear(A, { temperature: 30 }))).toEqual([`ENTERED ${A}`]);
    expect(namesOf(hear(B, { temperature: 30 }))).toEqual([`ENTERED ${B}`]);
  });

  it('or is gone leaves nothing behind', async () => {
    const { conditions, hear, pass, kept } = await openConditions();
    for (const condition of [hot, silent, fast]) conditions.put(subscription(condition, undefined, condition.kind));
    hear(A, { temperature: 30 });
    await pass(60);
    expect(await kept()).toHaveLength(2);
    for (const condition of [hot, silent, fast]) conditions.remove(subscription(condition, undefined, condition.kind));
    expect(await kept()).toEqual([]);
    expect(conditions.counters).toEqual({ entered: 0, refused: 0 });
    expect(hear(A, { temperature: 20 })).toEqual([]);
  });

  it('is none of another kind', async () => {
    const { conditions, hear } = await openConditions();
    conditions.put({ ...subscription(hot), subscriptionType: 'EdgeSubscription' });
    conditions.remove({ ...subscription(hot), subscriptionType: 'EdgeSubscription' });
    expect(hear(A, { temperature: 30 })).toEqual([]);
  });
});

describe('After a restart', () => {
  it('nobody is told again of what is so, and everybody of what is so no more', async () => {
    const [state, subscriptions] = [new FakeState(), [subscription(hot, undefined, 'hot'), subscription(silent, [C], 'silent')]];
    const before = await openConditions({ state, subscriptions });
    const since = before.clock.now();
    for (const mac of [A, B]) before.hear(mac, { temperature: 30 });
    before.hear(C);
    await before.pass(40);
    const latest = [A, B, C].map((mac) => before.reading(mac));
    const { hear, pass } = await openConditions({ state, subscriptions, latest });
    expect(hear(A, { temperature: 30 })).toEqual([]);
    expect(hear(B, { temperature: 20 })).toMatchObject([{ change: 'LEFT', since }]);
    expect(await pass(100)).toEqual([]);
    expect(hear(C)).toMatchObject([{ subscriptionId: 'silent', change: 'LEFT', since }]);
  });

  it('what was in a condition that nobody asks for any more is forgotten', async () => {
    const state = new FakeState();
    const before = await openConditions({
      state,
      subscriptions: ['s1', 's2', 's3'].map((id) => subscription(hot, undefined, id)),
    });
    for (const mac of [A, B]) before.hear(mac, { temperature: 30 });
    const subscriptions = [subscription(hot, [A]), subscription({ ...hot, above: 20 }, undefined, 's2')];
    const { kept, conditions } = await openConditions({ state, subscriptions });
    expect(await kept()).toEqual([`s1/${A}`]);
    expect(conditions.counters.entered).toBe(1);
  });
});

describe('A subscriber that may not see a tag', () => {
  it('hears nothing of it until it may, and nothing any more when it may no longer', async () => {
    const seen = new Set<string>([A]);
    const { conditions, hear, pass } = await openConditions({ sees: (_, mac) => seen.has(mac) });
    conditions.put(subscription(hot, undefined, 'hot'));
    conditions.put(subscription(silent, undefined, 'silent'));
    expect(namesOf([A, B].flatMap((mac) => hear(mac, { temperature: 30 })))).toEqual([`ENTERED ${A}`]);
    expect(namesOf(await pass(31))).toEqual([`ENTERED ${A}`]);
    seen.add(B);
    expect(namesOf(await pass(11))).toEqual([`ENTERED ${B}`]);
    expect(
      hear(B, { temperature: 30 })
        .map(({ subscriptionId }) => subscriptionId)
        .sort(),
    ).toEqual(['hot', 'silent']);
    seen.clear();
    for (const mac of [A, B]) expect(hear(mac, { temperature: 20 })).toEqual([]);
    expect(await pass(60)).toEqual([]);
  });

  it('is looked at only now and then, however much a tag says', async () => {
    let asked = 0;
    const { conditions, hear, pass } = await openConditions({ sees: () => ++asked < 0 });
    conditions.put(subscription(hot));
    conditions.put(subscription(fast, undefined, 's2'));
    for (let n = 0; n < 1_000; n++) hear(A, { temperature: 30 });
    expect(asked).toBe(2);
    await pass(10);
    hear(A, { temperature: 30 });
    expect(asked).toBe(4);
  });
});

describe('A reading', () => {
  it('crosses when it is to change something, and asking changes nothing', async () => {
    const { conditions, reading, told, hear } = await openConditions();
    conditions.put(subscription(hot, [A]));
    const crosses = (mac: string, temperature: number) => conditions.crosses(reading(mac, { temperature }));
    expect([crosses(A, 25), crosses(A, 26), crosses(A, 26), crosses(B, 26)]).toEqual([false, true, true, false]);
    expect(told).toEqual([]);
    hear(A, { temperature: 26 });
    expect([crosses(A, 26), crosses(A, 24.5), crosses(A, 24)]).toEqual([false, false, true]);
  });
});

describe('Where there is no more room', () => {
  it('one more is told when there is', async () => {
    const { conditions, hear, reading } = await openConditions({ bounds: { entered: 1, windows: 1 } });
    conditions.put(subscription(hot));
    expect(namesOf([A, B].flatMap((mac) => hear(mac, { temperature: 30 })))).toEqual([`ENTERED ${A}`]);
    expect(conditions.counters).toEqual({ entered: 1, refused: 1 });
    expect(conditions.crosses(reading(B, { temperature: 30 }))).toBe(false);
    expect(hear(B, { temperature: 20 })).toEqual([]);
    conditions.forget(A);
    expect(namesOf(hear(B, { temperature: 30 }))).toEqual([`ENTERED ${B}`]);
  });

  it('no rate is known of one more tag', async () => {
    const { conditions, hear, pass } = await openConditions({ bounds: { entered: 9, windows: 1 } });
    conditions.put(subscription(fast));
    for (const mac of [A, B]) hear(mac, { temperature: 0 });
    await pass(60);
    expect(namesOf([A, B].flatMap((mac) => hear(mac, { temperature: 30 })))).toEqual([`ENTERED ${A}`]);
    conditions.remove(subscription(fast));
    conditions.put(subscription(fast, [B], 's2'));
    hear(B, { temperature: 0 });
    await pass(60);
    expect(namesOf(hear(B, { temperature: 30 }))).toEqual([`ENTERED ${B}`]);
  });
});

describe('A tag that is no more', () => {
  it('is not silent, and begins anew when it comes again', async () => {
    const { conditions, hear, pass, kept } = await openConditions();
    conditions.put(subscription(hot, undefined, 'hot'));
    conditions.put(subscription(silent, undefined, 'silent'));
    hear(A, { temperature: 30 });
    conditions.forget(A);
    expect(await kept()).toEqual([]);
    expect(await pass(60)).toEqual([]);
    expect(namesOf(hear(A, { temperature: 30 }))).toEqual([`ENTERED ${A}`]);
  });
});

type Step =
  | { readonly kind: 'hear'; readonly mac: string; readonly temperature: number | undefined }
  | { readonly kind: 'pass'; readonly seconds: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'put' };

describe('Whatever happens', () => {
  it('each tag enters and leaves by turns, is told as it is, and no state is kept of one that has left', async () => {
    const temperature = fc.option(fc.integer({ min: 20, max: 30 }), { nil: undefined });
    const hears: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('hear'), mac: fc.constantFrom(A, B, C), temperature });
    const passes: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('pass'), seconds: fc.integer({ min: 1, max: 45 }) });
    const others: fc.Arbitrary<Step> = fc.constantFrom({ kind: 'restart' }, { kind: 'put' });
    const steps = fc.oneof({ weight: 6, arbitrary: hears }, { weight: 3, arbitrary: passes }, { weight: 2, arbitrary: others });
    const subscriptions = [hot, silent, fast].map((condition) => subscription(condition, undefined, condition.kind));
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 60 }), async (all) => {
        const [state, clock] = [new FakeState(), new ManualClock()];
        let gateway = await openConditions({ state, clock, subscriptions });
        const earlier: typeof gateway.told = [];
        const latest = new Map<string, TagReading>();
        for (const step of all) {
          if (step.kind === 'pass') await gateway.pass(step.seconds);
          if (step.kind === 'put') for (const one of subscriptions) gateway.conditions.put({ ...one });
          if (step.kind === 'restart') {
            earlier.push(...gateway.told);
            gateway = await openConditions({ state, clock, subscriptions, latest: [...latest.values()] });
          }
          if (step.kind === 'hear') {
            const { mac, temperature } = step;
            gateway.hear(mac, temperature === undefined ? {} : { temperature });
            latest.set(mac, gateway.reading(mac));
          }
        }
        const changes = new Map<string, string[]>();
        for (const { subscriptionId, mac, change } of [...earlier, ...gateway.told]) {
          const key = `${subscriptionId}/${mac}`;
          changes.set(key, [...(changes.get(key) ?? []), change]);
        }
        for (const told of changes.values()) told.forEach((change, at) => expect(change).toBe(at % 2 === 0 ? 'ENTERED' : 'LEFT'));
        const inside = [...changes].flatMap(([key, told]) => (told.at(-1) === 'ENTERED' ? [key] : []));
        expect(await gateway.kept()).toEqual(inside.sort());
        expect(gateway.conditions.counters.entered).toBe(inside.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('The specification', () => {
  it('has each number of a reading as a field of conditions, and no other', () => {
    const { Reading, NumericField: field } = document.components?.schemas as unknown as {
      Reading: { properties: Record<string, { type?: string }> };
      NumericField: { enum: NumericField[] };
    };
    const numbers = Object.entries(Reading.properties).filter(([, { type }]) => type === 'number' || type === 'integer');
    expect([...field.enum].sort()).toEqual(numbers.map(([name]) => name).sort());
  });
});
