import type { components } from '../../generated/mec011-app-support.js';
import { GatewayError } from '../errors.js';
import type { Immutable } from '../immutable.js';
import type { Json } from '../json.js';
import type { Belongings, Leaving } from './leaving.js';
import { requireSize } from './require-size.js';
import type { Serial } from './serial.js';
import type { Change, State } from './state.js';

type Schemas = Immutable<components['schemas']>;
export type TrafficRule = Schemas['TrafficRule'];
export type DnsRule = Schemas['DnsRule'];

/** A rule and whose it is. */
interface Owned<Rule> {
  readonly appInstanceId: string;
  /** Its place among the rules of the application. */
  readonly number: number;
  readonly rule: Rule;
}

const nothing: readonly never[] = Object.freeze([]);

/**
 * The traffic or the DNS rules of applications. The platform's management makes and removes them, with the application; the
 * application itself reads and switches them. They are kept and told; nothing in this process routes packets or resolves names.
 *
 * @see ETSI GS MEC 011, clauses 7.2.8 and 7.2.10
 */
export class Rules<Rule extends { readonly state: 'ACTIVE' | 'INACTIVE' }> implements Belongings {
  private readonly byApplication = new Map<string, ReadonlyMap<string, Owned<Rule>>>();
  private readonly lists = new WeakMap<ReadonlyMap<string, Owned<Rule>>, readonly Rule[]>();

  private constructor(
    private readonly collection: 'traffic-rules' | 'dns-rules',
    private readonly state: State,
    private readonly changes: Serial,
    private readonly bound: number,
    private readonly idOf: (rule: Rule) => string,
    private readonly withId: (rule: Rule, id: string) => Rule,
  ) {}

  static async traffic(state: State, changes: Serial, bound: number): Promise<Rules<TrafficRule>> {
    const withId = (rule: TrafficRule, trafficRuleId: string) => ({ ...rule, trafficRuleId });
    return new Rules('traffic-rules', state, changes, bound, ({ trafficRuleId }) => trafficRuleId, withId).load();
  }

  static async dns(state: State, changes: Serial, bound: number): Promise<Rules<DnsRule>> {
    const withId = (rule: DnsRule, dnsRuleId: string) => ({ ...rule, dnsRuleId });
    return new Rules('dns-rules', state, changes, bound, ({ dnsRuleId }) => dnsRuleId, withId).load();
  }

  private async load(): Promise<this> {
    const kept = [...(await this.state.load(this.collection)).values()] as unknown as Owned<Rule>[];
    for (const owned of kept.sort((a, b) => a.number - b.number)) this.put([owned]);
    return this;
  }

  /** In the order in which they were made; the same array until one changes. */
  ofApplication(appInstanceId: string): readonly Rule[] {
    const rules = this.byApplication.get(appInstanceId);
    if (!rules) return nothing;
    const list = this.lists.get(rules) ?? Object.freeze([...rules.values()].map(({ rule }) => rule));
    this.lists.set(rules, list);
    return list;
  }

  /** @throws GatewayError `notFound` */
  get(appInstanceId: string, ruleId: string): Rule {
    return this.owned(appInstanceId, ruleId).rule;
  }

  /**
   * @param admit throws when there is no such application
   * @param check throws when the present rule is not what the caller thinks it is
   * @throws GatewayError `notFound`, `tooLarge`, `unavailable`, and what `admit` and `check` throw; the rule is then as it was
   */
  replace(appInstanceId: string, ruleId: string, rule: Rule, admit: () => void, check: (present: Rule) => void): Promise<Rule> {
    return this.changes.run(async () => {
      admit();
      requireSize('the rule', rule);
      const before = this.owned(appInstanceId, ruleId);
      check(before.rule);
      const after = { ...before, rule: this.withId(rule, ruleId) };
      await this.state.commit([this.written(after)]);
      this.put([after]);
      return after.rule;
    });
  }

  /** @throws GatewayError `invalid` when two have the same identifier, `forbidden` when there are too many in all, `tooLarge` */
  arrive(appInstanceId: string, rules: readonly Rule[]): Leaving {
    const twice = rules.map(this.idOf).find((id, at, ids) => ids.indexOf(id) !== at);
    if (twice !== undefined) throw new GatewayError('invalid', `two rules are called ${twice}, expected identifiers that differ`);
    this.requireRoom(rules.length);
    for (const rule of rules) requireSize(`the rule ${this.idOf(rule)}`, rule);
    return this.changing(rules.map((rule, number) => ({ appInstanceId, number, rule })));
  }

  /** All of them INACTIVE: the application is stopped. */
  rest(appInstanceId: string): Leaving {
    const rules = [...(this.byApplication.get(appInstanceId)?.values() ?? [])];
    return this.changing(rules.map((owned) => ({ ...owned, rule: { ...owned.rule, state: 'INACTIVE' } })));
  }

  leave(appInstanceId: string): Leaving {
    const rules = [...(this.byApplication.get(appInstanceId)?.values() ?? [])];
    return {
      changes: rules.map((owned) => ({ collection: this.collection, id: this.documentId(owned) })),
      notices: [],
      done: () => void this.byApplication.delete(appInstanceId),
    };
  }

  private requireRoom(more: number): void {
    const size = [...this.byApplication.values()].reduce((sum, rules) => sum + rules.size, 0);
    if (size + more > this.bound)
      throw new GatewayError('forbidden', `there are ${size} ${this.collection} already, and there may be ${this.bound}`);
  }

  private changing(rules: readonly Owned<Rule>[]): Leaving {
    return { changes: rules.map((owned) => this.written(owned)), notices: [], done: () => this.put(rules) };
  }

  private owned(appInstanceId: string, ruleId: string): Owned<Rule> {
    const owned = this.byApplication.get(appInstanceId)?.get(ruleId);
    if (!owned) throw new GatewayError('notFound', `application ${appInstanceId} has no rule ${ruleId} here`);
    return owned;
  }

  private put(rules: readonly Owned<Rule>[]): void {
    for (const owned of rules) {
      Object.freeze(owned.rule);
      const others = this.byApplication.get(owned.appInstanceId);
      this.byApplication.set(owned.appInstanceId, new Map([...(others ?? []), [this.idOf(owned.rule), owned]]));
    }
  }

  private written(owned: Owned<Rule>): Change {
    return { collection: this.collection, id: this.documentId(owned), body: owned as unknown as Json };
  }

  /** Identifiers may hold any character, a slash too. */
  private documentId({ appInstanceId, rule }: Owned<Rule>): string {
    return JSON.stringify([appInstanceId, this.idOf(rule)]);
  }
}
