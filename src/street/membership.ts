import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../json.js';
import type { State } from '../registry/state.js';
import type { OtherRegistry } from './other-registry.js';

/** As whom this gateway is known there. */
interface Member {
  readonly appInstanceId: string;
  /** The gateway's address, as it is registered. */
  readonly url: string;
  readonly isReady: boolean;
}

const COLLECTION = 'street';
const APP_NAME = 'umec-gateway';

/**
 * The gateway as an application at the other registry. It registers once: who it is there is kept under the registry's address, so
 * that a restart is the same application again. What has been achieved is kept step by step, and a failure loses none of it. Only
 * a registration whose answer is lost stays behind there, without services.
 *
 * @see ETSI GS MEC 011, clauses 5.2.2 and 7.2.13
 */
export class Membership {
  private member: Member | undefined;
  /** What the state has; it may have something else as long as it was not asked. */
  private kept: Member | undefined | 'unknown' = 'unknown';

  /**
   * @param url the gateway's own
   * @param registered is called for each new registration
   */
  constructor(
    private readonly registry: OtherRegistry,
    private readonly state: State,
    private readonly url: string,
    private readonly registered: () => void,
  ) {}

  /**
   * Registered, ready and kept when this resolves; nothing is asked when it is so already.
   *
   * @returns the `appInstanceId`
   * @throws Failure, and GatewayError `unavailable` when it cannot be kept
   */
  async join(signal: AbortSignal): Promise<string> {
    if (this.kept === 'unknown') this.member = this.kept = await this.recall();
    this.member ??= await this.register(signal);
    await this.keep();
    if (this.member.url !== this.url) {
      await this.registry.replaceRegistration(this.member.appInstanceId, this.info, signal);
      this.member = { ...this.member, url: this.url };
    }
    if (!this.member.isReady) {
      await this.registry.confirmReady(this.member.appInstanceId, signal);
      this.member = { ...this.member, isReady: true };
    }
    await this.keep();
    return this.member.appInstanceId;
  }

  /**
   * Forgets who it was when the registry has done so too, and then only: each new registration leaves the one before behind.
   *
   * @throws Failure
   */
  async forgetIfGone(signal: AbortSignal): Promise<void> {
    if (this.member && !(await this.registry.knows(this.member.appInstanceId, signal))) this.member = undefined;
  }

  private get info() {
    return { appName: APP_NAME, endpoint: { uris: [this.url] }, isInsByMec: false };
  }

  private async register(signal: AbortSignal): Promise<Member> {
    const appInstanceId = await this.registry.register(this.info, signal);
    this.registered();
    return { appInstanceId, url: this.url, isReady: false };
  }

  private async recall(): Promise<Member | undefined> {
    return (await this.state.load(COLLECTION)).get(this.registry.origin) as unknown as Member | undefined;
  }

  private async keep(): Promise<void> {
    const { member } = this;
    if (!member || isDeepStrictEqual(member, this.kept)) return;
    await this.state.commit([{ collection: COLLECTION, id: this.registry.origin, body: { ...member } satisfies JsonObject }]);
    this.kept = member;
  }
}
