import type { Service } from '../registry/service.js';
import { Failure } from './failure.js';
import type { Membership } from './membership.js';
import { type Offer, offerOf } from './offer.js';
import type { Listed, OtherRegistry } from './other-registry.js';
import { planOf } from './plan.js';

/** What was changed there, and said. All only ever grow. */
export interface MirrorCounters {
  created: number;
  replaced: number;
  removed: number;
  heartbeats: number;
}

export interface MirrorParts {
  readonly registry: OtherRegistry;
  readonly membership: Membership;
  /** The gateway's own services, as they are at this moment. */
  readonly services: () => readonly Service[];
  /** How often signs of life are offered; s */
  readonly livenessIntervalS: number;
  readonly counters: MirrorCounters;
}

/** The gateway's services as the other registry has them. */
export class Mirror {
  /** What is offered there, by name: as many as there are here. */
  private listed: ReadonlyMap<string, Listed> = new Map();
  /** The intervals that were answered to ours since the start, by `serInstanceId`; s */
  private agreed = new Map<string, number | undefined>();
  /** Why the registry will not have one of them. */
  private refused: string | undefined;

  constructor(private readonly parts: MirrorParts) {}

  /** Undefined when all is as it should be. */
  get refusal(): string | undefined {
    return this.refused;
  }

  /** The shortest time between two signs of life; endless when none are wanted. s */
  get livenessIntervalS(): number {
    return Math.min(...[...this.listed.values()].map(({ livenessInterval = Infinity }) => livenessInterval));
  }

  /**
   * Makes the list there equal to what is offered here. A service that the registry refuses does not keep the others from it.
   *
   * @throws Failure `gone` or `later`, and what `Membership.join` throws
   */
  async reconcile(signal: AbortSignal): Promise<void> {
    const { registry, services, livenessIntervalS, counters } = this.parts;
    this.refused = undefined;
    const { appInstanceId, found } = await this.enter(signal);
    const offers = services().map((service) => offerOf(service, livenessIntervalS));
    const { remove, replace, create, keep } = planOf(offers, found, this.agreed);
    const listed = [...keep];
    for (const { serInstanceId, serName } of remove)
      await this.done(serName, async () => {
        await registry.remove(appInstanceId, serInstanceId, signal);
        counters.removed++;
      });
    for (const { listed: before, offer } of replace) {
      const after = await this.changed(offer, () => registry.replace(appInstanceId, before.serInstanceId, offer, signal));
      if (after) counters.replaced++;
      listed.push(after ?? before);
    }
    for (const offer of create) {
      const made = await this.changed(offer, () => registry.create(appInstanceId, offer, signal));
      if (made) counters.created++;
      listed.push(...(made ? [made] : []));
    }
    this.remember(listed);
  }

  /**
   * A sign of life of each service that lives here. One whose hardware is gone is silent, whatever the registry still thinks.
   *
   * @throws Failure `gone` or `later`, when all others have had theirs
   */
  async beat(signal: AbortSignal): Promise<void> {
    const live = this.parts.services().filter(({ info }) => info.state === 'ACTIVE');
    const results = await Promise.allSettled(live.map(({ info }) => this.beatOf(info.serName, signal)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason as Error;
  }

  private async beatOf(serName: string, signal: AbortSignal): Promise<void> {
    const listed = this.listed.get(serName);
    const href = listed?._links?.liveness?.href;
    if (!listed || href === undefined || listed.livenessInterval === undefined || listed.state === 'INACTIVE') return;
    await this.done(serName, async () => {
      const livenessInterval = await this.parts.registry.heartbeat(href, signal);
      this.parts.counters.heartbeats++;
      if (livenessInterval !== undefined) this.put({ ...listed, livenessInterval });
    });
  }

  private remember(listed: readonly Listed[]): void {
    this.listed = new Map(listed.map((one) => [one.serName, one]));
    const ids = new Set(listed.map(({ serInstanceId }) => serInstanceId));
    for (const id of this.agreed.keys()) if (!ids.has(id)) this.agreed.delete(id);
  }

  private put(one: Listed): void {
    this.listed = new Map(this.listed).set(one.serName, one);
    this.agreed.set(one.serInstanceId, one.livenessInterval);
  }

  private async changed({ serName }: Offer, change: () => Promise<Listed>): Promise<Listed | undefined> {
    const after = await this.done(serName, change);
    if (after) this.agreed.set(after.serInstanceId, after.livenessInterval);
    return after;
  }

  /** @returns undefined when the registry refuses, which is noted */
  private async done<T>(serName: string, task: () => Promise<T>): Promise<T | undefined> {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'refused') throw error;
      this.refused = `${serName}: the registry ${error.message}`;
      return undefined;
    }
  }

  /** Where the registry has forgotten the application, it is another one from now on. */
  private async enter(signal: AbortSignal): Promise<{ appInstanceId: string; found: readonly Listed[] }> {
    try {
      return await this.lookUp(signal);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'gone') throw error;
      await this.parts.membership.forgetIfGone(signal);
      return this.lookUp(signal);
    }
  }

  private async lookUp(signal: AbortSignal) {
    const appInstanceId = await this.parts.membership.join(signal);
    return { appInstanceId, found: await this.parts.registry.services(appInstanceId, signal) };
  }
}
