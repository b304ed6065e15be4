import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import { TimeLimit } from '../outgoing/time-limit.js';
import { printable } from '../printable.js';
import { type Answer, MAX_REASON, type Verdict, verdictOf } from './answer.js';

export interface SenderParts {
  readonly client: { write(lines: readonly string[], signal: AbortSignal): Promise<Answer> };
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Where the server is configured. */
  readonly settings: string;
}

export interface Attempt {
  readonly verdict: Verdict;
  /** How long it took. */
  readonly ms: number;
}

/** One request and what the server says to it, within a time. */
export class Sender {
  /** @param giveUp ends what is under way */
  constructor(
    private readonly parts: SenderParts,
    private readonly giveUp: AbortSignal,
  ) {}

  async attempt(lines: readonly string[]): Promise<Attempt> {
    const began = this.parts.clock.monotonic();
    const verdict = await this.verdict(lines);
    return { verdict, ms: this.parts.clock.monotonic() - began };
  }

  private async verdict(lines: readonly string[]): Promise<Verdict> {
    const { client, clock, timeoutMs, settings } = this.parts;
    using limit = new TimeLimit(clock, timeoutMs, this.giveUp);
    try {
      return verdictOf(await client.write(lines, limit.signal), clock.now(), settings);
    } catch (error) {
      return { kind: 'later', reason: `the server cannot be reached: ${printable(messageOf(error), MAX_REASON)}` };
    }
  }
}
