import type { Clock } from '../clock.js';
import { GatewayError } from '../errors.js';
import type { Reach } from '../outgoing/reach.js';
import type { Health } from '../registry/health.js';
import type { Subsystem } from '../registry/subsystem.js';
import type { Cursor } from '../store/cursor.js';
import type { Rejection } from '../store/rejections.js';
import { Destination, type DestinationCounters, type Failure } from './destination.js';
import type { DestinationSettings } from './settings.js';

/** How a destination does. */
export interface DestinationStatus {
  readonly destinationId: string;
  readonly url: string;
  readonly speaks: 'influxdb' | 'victoriametrics';
  readonly health: Health;
  readonly lag: {
    /** Rows that are still to be sent; see `Lag`. */
    readonly readings: number;
    /** The age of the oldest of them, by its own time. */
    readonly seconds: number;
  };
  readonly counters: Readonly<DestinationCounters>;
  readonly lastFailure?: Failure;
  /** Rows that went before it had them, or had said so, over all starts; also those that it would have passed over. */
  readonly droppedUnsent: number;
  /** Rejections that have made room for newer ones, over all starts. */
  readonly droppedRejections: number;
  /** How many rows it has refused that are kept. */
  readonly rejections: number;
}

export interface DestinationsParts {
  readonly store: { cursor(destination: string): Cursor; forgetUnused(used: readonly string[]): void };
  readonly clock: Clock;
  readonly reach: Reach;
  readonly report: (message: string) => void;
}

/** Every destination by its name, and what an administrator may want of one. */
export class Destinations {
  private readonly all: ReadonlyMap<string, Destination>;

  /** From now on retention waits for them. The place of one that is not among them any more is kept, should it come back. */
  constructor(
    settings: Readonly<Record<string, DestinationSettings>>,
    private readonly parts: DestinationsParts,
  ) {
    const { store, clock, reach, report } = parts;
    const options = { clock, reach, report };
    const made = (name: string, of: DestinationSettings) => new Destination(store.cursor(name), of, options);
    this.all = new Map(Object.entries(settings).map(([name, of]) => [name, made(name, of)]));
    store.forgetUnused([...this.all.keys()]);
  }

  /** Sends to all of them until `stop`, and then what is left. */
  async run(stop: AbortSignal): Promise<void> {
    await Promise.all([...this.all.values()].map((destination) => destination.run(stop)));
  }

  get subsystems(): Subsystem[] {
    return [...this.all].map(([name, { health, counters }]) => ({
      ...{ name: `destination-${name}`, health, counters: () => counters },
    }));
  }

  /** @throws GatewayError `unavailable` when the store does not say */
  statuses(): Promise<DestinationStatus[]> {
    return Promise.all([...this.all.keys()].map((destinationId) => this.status(destinationId)));
  }

  /** @throws GatewayError `notFound`; `unavailable` as `statuses` */
  async status(destinationId: string): Promise<DestinationStatus> {
    const { cursor, settings, health, counters, lastFailure } = this.get(destinationId);
    const { readings, oldest, ...kept } = await cursor.lag();
    const { origin, pathname } = new URL(settings.url);
    return {
      destinationId,
      url: origin + pathname,
      speaks: settings.speaks ?? 'influxdb',
      health: health.value,
      lag: { readings, seconds: oldest === undefined ? 0 : Math.max(0, this.parts.clock.now() - oldest) / 1000 },
      counters: { ...counters },
      ...(lastFailure ? { lastFailure } : {}),
      ...kept,
    };
  }

  /** In the order of arrival. @throws as `status` */
  rejections(destinationId: string): Promise<readonly Rejection[]> {
    return this.get(destinationId).cursor.rejections();
  }

  /**
   * @param seqs which; all of them when absent
   * @returns how many of them there are
   * @throws as `status`
   */
  sendAgain(destinationId: string, seqs?: readonly number[]): Promise<number> {
    return this.get(destinationId).cursor.sendAgain(seqs);
  }

  /** @throws as `status`, and `notFound` when there is no such rejection */
  async forget(destinationId: string, seqs?: readonly number[]): Promise<void> {
    const forgotten = await this.get(destinationId).cursor.forget(seqs);
    if (seqs && forgotten === 0) throw new GatewayError('notFound', `there is no rejection ${seqs.join(', ')}`);
  }

  private get(destinationId: string): Destination {
    const destination = this.all.get(destinationId);
    if (!destination) throw new GatewayError('notFound', `there is no destination ${destinationId}`);
    return destination;
  }
}
