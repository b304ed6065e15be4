import type { ServerResponse } from 'node:http';
import { BearerRefusal } from '../auth/bearer-refusal.js';
import type { Grant } from '../auth/grants.js';
import type { LongAnswers } from './long-answers.js';

/** The calls that are under way and want to know when nobody waits for them any more. */
export class Unanswered {
  // AbortSignal.any would, until Node 24, keep something of every request for as long as `stopping` lives
  private readonly calls = new Map<AbortController, () => void>();

  /**
   * @param stopping aborts all of them
   * @param long watches whether what let them in still holds
   */
  constructor(
    private readonly stopping: AbortSignal,
    private readonly long: Pick<LongAnswers, 'watch'>,
  ) {
    stopping.addEventListener('abort', () => [...this.calls.keys()].forEach((call) => call.abort()), { once: true });
  }

  /**
   * @returns what aborts when the client has gone, or had gone already, and with a refusal when the token that let it in has ended; `end`
   *   it
   */
  begin(res: ServerResponse, grant: Grant): AbortController {
    const call = new AbortController();
    if (this.stopping.aborted || res.closed) {
      call.abort();
      return call;
    }
    const end = () => call.abort(new BearerRefusal('invalid_token', 'what let you in has ended'));
    this.calls.set(call, this.long.watch(grant, { end, cut: () => void res.destroy() }));
    res.once('close', () => {
      if (this.end(call)) call.abort(); // which is dear, and of no use to whoever is done
    });
    return call;
  }

  /** @returns whether it was under way */
  end(call: AbortController): boolean {
    this.calls.get(call)?.();
    return this.calls.delete(call);
  }
}
