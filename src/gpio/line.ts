import { AtMost } from '../at-most.js';
import { GatewayError } from '../errors.js';
import { type Health, observedHealth, suspended } from '../registry/health.js';
import type { GpioChip, LineEdge, LineRef, LineRequest } from './gpio-chip.js';
import type { Player } from './pattern.js';
import type { LineSettings, LineValue } from './settings.js';

/** Writers that wait for a line while another writes. */
const MOST_WAITING = 32;

/** A line as the owner of the gateway has configured it. */
export interface LineConfig {
  /** Unique in the gateway: on a Raspberry Pi the BCM number. */
  readonly lineId: string;
  /** What people call it. */
  readonly name?: string;
  readonly line: LineRef;
  readonly settings: LineSettings;
  /** What it shows from the start, when it is an output. */
  readonly initial: LineValue;
  /** What it shows when nobody looks after it any more. */
  readonly safe: LineValue;
  /** Whether clients may change its direction, active level and drive, which depend on what is wired to it. */
  readonly free: boolean;
}

/** An edge of an input, as it is told to others. */
export interface GpioEdge {
  readonly lineId: string;
  readonly name?: string;
  readonly edge: 'RISING' | 'FALLING';
  /** After the edge. */
  readonly value: LineValue;
  /** ms since the epoch */
  readonly time: number;
  /** ns of the kernel's monotonic clock; absent where the kernel does not tell */
  readonly timestampNs?: bigint;
  /** Counts the edges of this line since the gateway started; a gap means edges that were lost. */
  readonly sequence: number;
}

/** A line of a chip, and what the gateway knows of it. */
export class Line {
  /** SUSPENDED as long as the gateway does not have it. */
  readonly health = observedHealth(suspended('it was not taken yet'));
  /** Whoever writes waits here until nobody else does. */
  readonly mailbox: AtMost;
  /** What it shows, or showed last, by a pattern. */
  player: Player | undefined;
  private present: LineSettings;
  private driven: LineValue;
  private last: GpioEdge | undefined;
  private lineSeqno = 0;

  constructor(
    readonly config: LineConfig,
    readonly chip: GpioChip,
  ) {
    this.present = config.settings;
    this.driven = config.initial;
    const refusal = `${MOST_WAITING} wait already to write line ${config.lineId}; try again later`;
    this.mailbox = new AtMost(1, MOST_WAITING, () => new GatewayError('unavailable', refusal));
  }

  get lineId(): string {
    return this.config.lineId;
  }

  get settings(): LineSettings {
    return this.present;
  }

  /** What an output was set to last. That is not what is read at it where others pull it, too. */
  get shown(): LineValue {
    return this.driven;
  }

  get lastEdge(): GpioEdge | undefined {
    return this.last;
  }

  /** Whether the gateway has it. */
  get isActive(): boolean {
    return this.health.value.state === 'ACTIVE';
  }

  /** Whether it is, or is to be, as a client has configured it. */
  get isRecalled(): boolean {
    return this.present !== this.config.settings;
  }

  /** How it is to be taken: an output shows its initial value then. */
  get request(): LineRequest {
    return { line: this.config.line, settings: this.present, value: this.config.initial };
  }

  /** The state as it is found out; a line that is taken anew counts its edges anew. */
  found(health: Health): void {
    if (health.state === 'SUSPENDED') {
      this.lineSeqno = 0;
      this.driven = this.config.initial;
      this.player?.fail(health.reason ?? '');
    }
    this.health.set(health);
  }

  /** @throws GatewayError `unavailable` as long as the gateway does not have it */
  requireHeld(): void {
    const { state, reason } = this.health.value;
    if (state !== 'ACTIVE') throw new GatewayError('unavailable', `line ${this.lineId} cannot be used: ${reason ?? ''}`);
  }

  /** @throws GatewayError `conflict` */
  requireOutput(): void {
    if (this.present.direction !== 'OUTPUT')
      throw new GatewayError('conflict', `line ${this.lineId} is an input: it can be read and not be set`);
  }

  /** @throws GatewayError `unavailable` */
  read(): LineValue {
    this.requireHeld();
    return this.chip.read(this.config.line);
  }

  /**
   * Lets it behave in another way.
   *
   * @param value what an output shows then: what it shows now, and what becomes one its initial value, unless something else is said
   * @throws GatewayError `invalid`, `unavailable`; it is then as it was
   */
  configure(settings: LineSettings, value = this.present.direction === 'OUTPUT' ? this.driven : this.config.initial): void {
    this.chip.configure({ line: this.config.line, settings, value });
    this.present = settings;
    this.driven = value;
  }

  /** To be called when it was set. */
  show(value: LineValue): void {
    this.driven = value;
  }

  /** To be called before it is taken: as a client has configured it, or its owner. */
  recall(settings: LineSettings): void {
    this.present = settings;
  }

  /** @returns the edge as it is told to others */
  edge({ edge, time, timestampNs, lineSeqno }: LineEdge): GpioEdge {
    const { lineId, name } = this.config;
    const steps = Math.max(1, lineSeqno - this.lineSeqno);
    this.lineSeqno = lineSeqno;
    this.last = Object.freeze({
      lineId,
      ...(name === undefined ? {} : { name }),
      edge,
      value: edge === 'RISING' ? 1 : 0,
      time,
      ...(timestampNs === undefined ? {} : { timestampNs }),
      sequence: (this.last?.sequence ?? 0) + steps,
    });
    return this.last;
  }

  /** What the kernel calls it and who holds it, as far as it can be asked. */
  facts() {
    try {
      return this.chip.facts(this.config.line);
    } catch {
      return undefined;
    }
  }
}
