import { GatewayError } from '../errors.js';
import { Serial } from '../registry/serial.js';
import type { State } from '../registry/state.js';
import type { ForwardTime } from './forward-time.js';

const COLLECTION = 'revoked-tokens';

/** Tokens that were ended before their time, each for as long as it would have lived. What is answered is on disk. */
export class RevokedTokens {
  private readonly changes = new Serial();

  private constructor(
    private readonly state: State,
    private readonly time: ForwardTime,
    private readonly most: number,
    /** jti → when it would have ended, ms since the epoch */
    private readonly ends: Map<string, number>,
  ) {}

  /** @param most how many there may be */
  static async load(state: State, time: ForwardTime, most: number): Promise<RevokedTokens> {
    const kept = (await state.load(COLLECTION)) as ReadonlyMap<string, number>;
    return new RevokedTokens(state, time, most, new Map(kept));
  }

  has(jti: string): boolean {
    return this.ends.has(jti);
  }

  /** @throws GatewayError `tooManyRequests` when there are too many to keep; `unavailable` */
  async add(jti: string, endsAt: number): Promise<void> {
    await this.changes.run(async () => {
      if (this.ends.has(jti)) return;
      if (this.ends.size >= this.most) await this.forgetEnded();
      if (this.ends.size >= this.most) throw tooMany(this.most);
      await this.state.commit([{ collection: COLLECTION, id: jti, body: endsAt }]);
      this.ends.set(jti, endsAt);
    });
  }

  /** @throws GatewayError `unavailable`; nothing is lost by it */
  async sweep(): Promise<void> {
    await this.changes.run(() => this.forgetEnded());
  }

  private async forgetEnded(): Promise<void> {
    const now = this.time.now();
    const ended = [...this.ends].filter(([, endsAt]) => endsAt <= now).map(([jti]) => jti);
    if (ended.length === 0) return;
    await this.state.commit(ended.map((id) => ({ collection: COLLECTION, id })));
    for (const jti of ended) this.ends.delete(jti);
  }
}

function tooMany(most: number): GatewayError {
  const instead = 'wait until they would have ended, or end all tokens of the client';
  return new GatewayError('tooManyRequests', `${most} tokens were ended one by one, and that is the bound: ${instead}`, {
    retryAfterMs: 60_000,
  });
}
