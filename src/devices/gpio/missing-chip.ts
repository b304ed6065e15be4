import { GatewayError } from '../../errors.js';
import type { GpioChip, LineFacts, LineRef, LineRequest } from '../../gpio/gpio-chip.js';
import type { LineValue } from '../../gpio/settings.js';
import { observedHealth, suspended } from '../../registry/health.js';

/** A chip that cannot be had as long as the gateway runs, because what reads it is not installed. */
export class MissingChip implements GpioChip {
  readonly health;
  readonly counters = { edges: 0, lostEdges: 0 };

  constructor(
    readonly chipId: string,
    readonly driver: string,
    private readonly reason: string,
  ) {
    this.health = observedHealth(suspended(reason));
  }

  facts(): LineFacts {
    throw this.missing();
  }

  take(requests: readonly LineRequest[]): ReadonlyMap<LineRef, GatewayError> {
    return new Map(requests.map(({ line }) => [line, this.missing()]));
  }

  holds(): boolean {
    return false;
  }

  read(): LineValue {
    throw this.missing();
  }

  set(): void {
    throw this.missing();
  }

  configure(): void {
    throw this.missing();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }

  private missing(): GatewayError {
    return new GatewayError('unavailable', this.reason);
  }
}
