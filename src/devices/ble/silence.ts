import { waitOf } from '../../back-off.js';
import type { Clock } from '../../clock.js';

/** What may help a radio that hears nothing, or that somebody is to be told. */
export type Remedy = 'restart' | 'powerCycle' | 'report';

const IN_TURN: readonly Remedy[] = ['restart', 'powerCycle', 'report'];

export interface SilenceOptions {
  /** How long nothing may be heard, before the first remedy and between one and the next. */
  readonly silenceMs: number;
  /** The pauses grow to so much once all were tried. */
  readonly longestMs: number;
}

/** How long a radio has heard nothing, and what is to be done about it now. */
export class Silence {
  /** On the monotonic clock. */
  private heardAt: number;
  private waitsSince: number;
  /** How many remedies were due since something was heard. */
  private tried = 0;

  constructor(
    private readonly clock: Clock,
    private readonly options: SilenceOptions,
  ) {
    this.heardAt = this.waitsSince = clock.monotonic();
  }

  get seconds(): number {
    return Math.round((this.clock.monotonic() - this.heardAt) / 1000);
  }

  /** Something was heard. */
  end(): void {
    this.heardAt = this.waitsSince = this.clock.monotonic();
    this.tried = 0;
  }

  /** A scan has begun; give it time. What was tried without success before stays tried. */
  scanBegan(): void {
    this.waitsSince = this.clock.monotonic();
  }

  /** @returns what to do now, each once; after the last, the adapter is switched off and on again and again, ever less often */
  due(): Remedy | undefined {
    const wait = { firstMs: this.options.silenceMs, longestMs: this.options.longestMs };
    if (this.clock.monotonic() - this.waitsSince < waitOf(wait, Math.max(1, this.tried - 1))) return undefined;
    this.waitsSince = this.clock.monotonic();
    return IN_TURN[this.tried++] ?? 'powerCycle';
  }
}
