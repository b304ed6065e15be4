import { once } from 'node:events';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { Heard, Radio } from '../../sensors/radio.js';
import type { Brought, Receiver } from '../../sensors/receivers.js';
import { parsePost, type ParsedPost } from './parse-post.js';
import type { History } from './history.js';
import { type RemoteCounters, RemoteHearing } from './remote-hearing.js';

/** A Ruuvi Gateway posts every 10 s unless it is told otherwise. */
const SILENT_AFTER_MS = 60_000;
/** So many questions without an answer are a silence, where it is seldom asked. */
const MISSED_ANSWERS = 3;
const SWEEP_MS = 1_000;
const KEPT_WITHIN_MS = 20_000;

export interface RuuviGatewayOptions {
  readonly radioId: string;
  readonly clock: Clock;
  /** The machine's, where `clock` is not that one. */
  readonly wall?: Clock;
  /** What it shows when it posts; nobody may post unless given. */
  readonly token?: string;
  /** Where it is asked instead, or as well. */
  readonly history?: History;
  /** 60 s unless given, and longer where it is asked less often than that. */
  readonly silentAfterMs?: number;
}

/** Who hears what comes, until `stop`. */
interface Listener {
  readonly heard: Heard;
  readonly stop: AbortSignal;
}

/**
 * A Ruuvi Gateway somewhere else, or ruuvi-go-gateway: what it hears it posts here, or it is asked for it. Nothing of it is done with
 * before it is on disk, so that what one post could not leave here the next brings again.
 */
export class RuuviGatewayRadio implements Radio, Receiver {
  readonly driver = 'ruuvi-gateway';
  readonly radioId: string;
  readonly token?: string;
  readonly health;
  private readonly hearing: RemoteHearing;
  private readonly silentAfterMs: number;
  private readonly disposed = new AbortController();
  private listener: Listener | undefined;
  private broughtAt: number;

  constructor(private readonly options: RuuviGatewayOptions) {
    this.radioId = options.radioId;
    if (options.token !== undefined) this.token = options.token;
    this.silentAfterMs = options.silentAfterMs ?? Math.max(SILENT_AFTER_MS, MISSED_ANSWERS * (options.history?.intervalMs ?? 0));
    this.hearing = new RemoteHearing(options.clock, options.wall);
    this.health = observedHealth(suspended(this.advice('nothing has come yet')));
    this.broughtAt = options.clock.monotonic();
  }

  get counters(): RemoteCounters {
    return { ...this.hearing.counts };
  }

  async bring(body: unknown): Promise<Brought> {
    if (!this.listener) throw new GatewayError('unavailable', 'the gateway is not listening yet, or no more');
    return this.take(this.parsed(body), this.listener);
  }

  async listen(heard: Heard, signal: AbortSignal): Promise<void> {
    const stop = AbortSignal.any([signal, this.disposed.signal]);
    if (stop.aborted) return;
    const listener = (this.listener = { heard, stop });
    using _sweeping = this.options.clock.every(SWEEP_MS, () => this.sweep());
    const { history } = this.options;
    if (history)
      await history.run(
        (parsed) => this.take(parsed, listener),
        (reason) => this.health.set(suspended(reason)),
        stop,
      );
    else await once(stop, 'abort');
    this.listener = undefined;
    this.health.set(suspended('nobody listens to it'));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.disposed.abort();
    return Promise.resolve();
  }

  private parsed(body: unknown): ParsedPost {
    try {
      return parsePost(body);
    } catch (error) {
      this.hearing.counts.refused++;
      throw error;
    }
  }

  private async take({ advertisements, malformed }: ParsedPost, { heard, stop }: Listener): Promise<Brought> {
    this.broughtAt = this.options.clock.monotonic();
    this.health.set(active);
    await this.within(this.hearing.hear(heard, advertisements, malformed), stop);
    return { taken: advertisements.length, malformed };
  }

  /** Nobody waits for ever: what is not kept by then comes again, and is known then. */
  private async within(kept: Promise<void>, stop: AbortSignal): Promise<void> {
    const done = new AbortController();
    const inTime = kept.then(() => true);
    const late = this.options.clock.sleep(KEPT_WITHIN_MS, AbortSignal.any([done.signal, stop])).then(() => false);
    if (await Promise.race([inTime, late]).finally(() => done.abort())) return;
    inTime.catch(() => undefined);
    throw new GatewayError('unavailable', `it was not kept within ${KEPT_WITHIN_MS / 1000} s`);
  }

  private sweep(): void {
    if (this.options.clock.monotonic() - this.broughtAt < this.silentAfterMs || this.health.value.state !== 'ACTIVE') return;
    this.health.set(suspended(this.advice(`nothing has come for ${Math.round(this.silentAfterMs / 1000)} s`)));
  }

  private advice(what: string): string {
    if (this.token === undefined) return what;
    return `${what}: does the Ruuvi Gateway post to /sensors/v1/receivers/${this.radioId}/advertisements, with the token of this radio?`;
  }
}
