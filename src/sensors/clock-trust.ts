import { type Clock, isSet } from '../clock.js';
import { active, type Health, observedHealth, suspended } from '../registry/health.js';
import { RecentAnswer } from '../registry/recent-answer.js';

const LOOK_MS = 1_000;
/** Most clocks are set through the network, which is there some seconds after the machine. */
const PATIENCE_MS = 120_000;
/** Whatever sets the clock of a machine that has been up for so long has done so, or never will. */
const UP_LONG_MS = 600_000;
/** A clock that runs drifts, and is slewed; one that moves by more was set. */
const STEP_MS = 5_000;
const ASKED = { keptMs: 5_000, timeoutMs: 5_000 };

const unset = suspended('the clock of this machine is not set: readings wait for it, and are marked after 10 min');
const unsure = suspended(
  'nobody vouches yet for the clock of this machine, which may still be that of its last shutdown: readings wait until it is ' +
    `synchronised, for ${PATIENCE_MS / 60_000} min at most`,
);

/** What can be known of a machine's clock. */
export interface ClockWitness {
  /** Other for each boot of the machine: its clock that never jumps begins anew then. */
  readonly boot: string;
  /** How long the machine has been up, ms. */
  uptimeMs(): number;
  /** Whether somebody who knows the time has set the clock. May fail and be slow. */
  vouches(): Promise<boolean>;
}

/** Of a clock that nobody has to wait for. */
export const sureWitness: ClockWitness = { boot: 'any', uptimeMs: () => Infinity, vouches: () => Promise.resolve(true) };

/**
 * Whether the machine's clock can be believed. A Pi without a clock that runs on a battery wakes in 1970, or with the time of its last
 * shutdown, which is possible and wrong, until the network has it set. So its clock is believed when it was set by who knows the time,
 * as daemons say or as a step shows; or when nobody has set it for so long that nobody is going to.
 */
export class ClockTrust implements Disposable {
  /** Whether it is, for people: what is waited for. */
  readonly health = observedHealth(active);
  private readonly vouched: RecentAnswer<boolean>;
  private readonly timer: Disposable;
  private isBelieved = false;
  private isTold = false;
  /** What the clock is ahead of the one that never jumps, ms. */
  private ahead: number;
  /** Since when its time is possible, by the clock that never jumps. */
  private since: number | undefined;

  /**
   * @param clock the machine's
   * @param report is told once what readings wait for, when they have to
   */
  constructor(
    private readonly clock: Clock,
    private readonly witness: ClockWitness,
    private readonly report: (message: string) => void = () => undefined,
  ) {
    this.vouched = new RecentAnswer({ ask: () => witness.vouches(), otherwise: false, ...ASKED, clock });
    this.ahead = clock.now() - clock.monotonic();
    this.timer = clock.every(LOOK_MS, () => this.look());
    this.look();
  }

  get isTrusted(): boolean {
    if (!this.isBelieved) this.look(); // it may have been set just now
    return this.isBelieved && isSet(this.clock);
  }

  [Symbol.dispose](): void {
    this.timer[Symbol.dispose]();
  }

  private look(): void {
    const isMoved = this.hasMoved();
    if (!isSet(this.clock)) this.waitFor(unset);
    else if (this.isBelieved || isMoved || this.hasWaited()) this.believe();
    else void this.ask();
  }

  private async ask(): Promise<void> {
    // shown at once, and told when it is known that nobody vouches: most that start anew have a clock that is right
    this.health.set(unsure);
    if (await this.vouched.get()) this.believe();
    else if (!this.isBelieved) this.waitFor(unsure);
  }

  private hasMoved(): boolean {
    const before = this.ahead;
    this.ahead = this.clock.now() - this.clock.monotonic();
    return Math.abs(this.ahead - before) > STEP_MS;
  }

  private hasWaited(): boolean {
    const now = this.clock.monotonic();
    this.since ??= now;
    return now - this.since >= PATIENCE_MS || this.witness.uptimeMs() >= UP_LONG_MS;
  }

  private believe(): void {
    this.isBelieved = true;
    this.health.set(active);
  }

  private waitFor(what: Health): void {
    this.health.set(what);
    if (!this.isTold) this.report(what.reason ?? '');
    this.isTold = true;
  }
}
