import type { ServerResponse } from 'node:http';

/** The calls that are under way and want to know when nobody waits for them any more. */
export class Unanswered {
  // AbortSignal.any would, until Node 24, keep something of every request for as long as `stopping` lives
  private readonly calls = new Set<AbortController>();

  /** @param stopping aborts all of them */
  constructor(private readonly stopping: AbortSignal) {
    stopping.addEventListener('abort', () => this.calls.forEach((call) => call.abort()), { once: true });
  }

  /** @returns what aborts when the client has gone, or had gone already; `end` it */
  begin(res: ServerResponse): AbortController {
    const call = new AbortController();
    if (this.stopping.aborted || res.closed) {
      call.abort();
      return call;
    }
    this.calls.add(call);
    res.once('close', () => {
      if (this.calls.delete(call)) call.abort(); // which is dear, and of no use to whoever is done
    });
    return call;
  }

  end(call: AbortController): void {
    this.calls.delete(call);
  }
}
