import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';

/** Who writes, and the lease by which it does so, when it says one. */
export interface Writer {
  readonly client: string;
  readonly leaseId?: string;
}

/** Lines that one application has for itself for a while. */
export interface Lease {
  readonly leaseId: string;
  readonly lineIds: readonly string[];
  readonly client: string;
  /** ms since the epoch */
  readonly expiresAt: number;
  /** What becomes of its outputs when it ends, in whatever way: they stay as they are, or get their safe values. */
  readonly atEnd: 'KEEP' | 'SAFE';
}

interface Kept {
  lease: Lease;
  /** Ends the wait for its end. */
  waiting: AbortController;
}

/**
 * Who has which line for itself. A line has one lease at the most, and a lease ends by itself: there are never more than lines. They are
 * not kept on disk, since outputs get their safe values when the gateway stops.
 */
export class Leases implements Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly byLine = new Map<string, Kept>();

  /** @param ended is told of each lease when it has ended; not when the gateway stops */
  constructor(
    private readonly clock: Clock,
    private readonly newId: () => string,
    private readonly ended: (lease: Lease) => void,
  ) {}

  /** @throws GatewayError `conflict` when one of the lines is leased; then none is */
  grant(lineIds: readonly string[], client: string, durationMs: number, atEnd: Lease['atEnd']): Lease {
    for (const lineId of lineIds) this.requireNone(lineId);
    const lease = { leaseId: this.newId(), lineIds, client, expiresAt: 0, atEnd };
    const kept: Kept = { lease, waiting: new AbortController() };
    this.kept.set(lease.leaseId, kept);
    for (const lineId of lineIds) this.byLine.set(lineId, kept);
    return this.extend(kept, durationMs);
  }

  /** @throws GatewayError `notFound`, also for one of another client */
  get(leaseId: string, client: string): Lease {
    return this.find(leaseId, client).lease;
  }

  /** Lets it end in `durationMs` from now. @throws as `get` */
  renew(leaseId: string, client: string, durationMs: number): Lease {
    return this.extend(this.find(leaseId, client), durationMs);
  }

  /** @throws as `get` */
  end(leaseId: string, client: string): void {
    this.finish(this.find(leaseId, client));
  }

  /** The lease that a line is under now. */
  ofLine(lineId: string): Lease | undefined {
    return this.byLine.get(lineId)?.lease;
  }

  /**
   * Lets a writer through that has the line's lease, or names none where there is none.
   *
   * @throws GatewayError `conflict` when somebody else has it, `preconditionFailed` when the lease that it names does not hold the line
   */
  require(lineId: string, { client, leaseId }: Writer): void {
    const lease = this.ofLine(lineId);
    if (leaseId === undefined) this.requireNone(lineId);
    else if (lease?.leaseId !== leaseId || lease.client !== client)
      throw new GatewayError('preconditionFailed', `lease ${leaseId} does not hold line ${lineId}: it has ended, or never did`);
  }

  private requireNone(lineId: string): void {
    const kept = this.byLine.get(lineId);
    if (!kept) return;
    const until = new Date(kept.lease.expiresAt).toISOString();
    throw new GatewayError(
      'conflict',
      `line ${lineId} is leased until ${until}: wait for its end, or name its lease in Umec-Lease`,
    );
  }

  private find(leaseId: string, client: string): Kept {
    const kept = this.kept.get(leaseId);
    if (kept?.lease.client !== client) throw new GatewayError('notFound', `there is no lease ${leaseId}: it may have ended`);
    return kept;
  }

  private extend(kept: Kept, durationMs: number): Lease {
    kept.waiting.abort();
    kept.waiting = new AbortController();
    kept.lease = Object.freeze({ ...kept.lease, expiresAt: this.clock.now() + durationMs });
    void this.finishInTime(kept, kept.waiting.signal, durationMs);
    return kept.lease;
  }

  private async finishInTime(kept: Kept, signal: AbortSignal, durationMs: number): Promise<void> {
    await this.clock.sleep(durationMs, signal);
    if (!signal.aborted) this.finish(kept);
  }

  private finish({ lease, waiting }: Kept): void {
    waiting.abort();
    this.kept.delete(lease.leaseId);
    for (const lineId of lease.lineIds) this.byLine.delete(lineId);
    this.ended(lease);
  }

  [Symbol.dispose](): void {
    for (const { waiting } of this.kept.values()) waiting.abort();
    this.kept.clear();
    this.byLine.clear();
  }
}
