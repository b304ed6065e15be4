import type { GatewayError } from '../errors.js';
import type { Observed } from '../events/observed.js';
import type { Health } from '../registry/health.js';
import type { LineSettings, LineValue } from './settings.js';

/** Who holds the lines of the gateway, as others see it: `gpioinfo` shows it. */
export const CONSUMER = 'umec';

/** Which line of a chip: its offset, which on a Raspberry Pi is the BCM number, or its name on the board. */
export type LineRef = number | string;

/** A line that is to be had, and how it is to behave. */
export interface LineRequest {
  readonly line: LineRef;
  readonly settings: LineSettings;
  /** Of an output: what it shows from the first moment. */
  readonly value: LineValue;
}

/** What a chip knows of one of its lines, whoever holds it. */
export interface LineFacts {
  readonly offset: number;
  /** As the board calls it; empty where it does not, or where nobody can be asked. */
  readonly name: string;
  /** Who holds it, as the kernel has it; empty for nobody, or for somebody who does not say. */
  readonly consumer: string;
}

/** A change of an input. It is what counts as active that rises, also where the line is active low. */
export interface LineEdge {
  readonly line: LineRef;
  readonly edge: 'RISING' | 'FALLING';
  /** When it happened, ms since the epoch. */
  readonly time: number;
  /** The same by the kernel, ns of its monotonic clock; absent where the kernel does not tell, and `time` is when it was heard of. */
  readonly timestampNs?: bigint;
  /** Counts the edges of this line since it was taken; a gap means edges that nobody read in time. */
  readonly lineSeqno: number;
}

/** What a chip counts. All only ever grow. */
export interface ChipCounters {
  readonly edges: number;
  /** Edges that the kernel had no room to keep, as far as it counts them. */
  readonly lostEdges: number;
}

/**
 * A GPIO chip whose lines the gateway can have. All of it is done when it returns: on the pins of a board in microseconds, behind
 * a bus such as I²C in about a millisecond. That is also what lets outputs be put to rest when the process is about to end.
 */
export interface GpioChip extends AsyncDisposable {
  readonly chipId: string;
  readonly driver: string;
  /**
   * Whether the chip is there, also while nobody asks: one that is pulled out is SUSPENDED within 5 s, and all its lines are lost
   * then. When it is ACTIVE again they can be taken again.
   */
  readonly health: Observed<Health>;
  readonly counters: ChipCounters;
  /** @throws GatewayError `notFound` when the chip has no such line, `unavailable` when the chip is away */
  facts(line: LineRef): LineFacts;
  /**
   * Takes those of these lines that can be had, each for itself; outputs that are taken in one call show their values in the same moment,
   * and can be set together from then on.
   *
   * @param told hears of every edge of them
   * @returns why the others could not be had: `unavailable` when somebody else holds one or the chip is away, `notFound` when there is
   *   none, `invalid` when it cannot be as it is wanted
   */
  take(requests: readonly LineRequest[], told: (edge: LineEdge) => void): ReadonlyMap<LineRef, GatewayError>;
  /**
   * Whether it still has a line that was taken: it may have been lost, where somebody else can take it away. A lost line can be taken
   * again; until then whatever it is asked fails as `unavailable`.
   *
   * @param line as it was called when it was taken
   */
  holds(line: LineRef): boolean;
  /** @throws GatewayError `unavailable` when the line is not held */
  read(line: LineRef): LineValue;
  /**
   * Sets outputs, together where they were taken together. Those that are set one after another do not depend on each other: where one
   * fails, the others are set all the same.
   *
   * @throws GatewayError `unavailable` when one is not held, `invalid` when one is no output, and nothing is set then; `unavailable` when
   *   one fails
   */
  set(values: ReadonlyMap<LineRef, LineValue>): void;
  /**
   * Lets a line behave in another way from now on; its edges go on being counted where they were.
   *
   * @throws GatewayError `invalid` when it cannot, `unavailable` when it is not held; it is then as it was
   */
  configure(request: LineRequest): void;
}
