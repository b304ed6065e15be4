import { systemClock, type Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { CONSUMER, type GpioChip, type LineEdge, type LineFacts, type LineRef, type LineRequest } from '../../gpio/gpio-chip.js';
import type { LineValue } from '../../gpio/settings.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import { BOUNCE_MS, changesOf, isPressed } from './button.js';
import { chance } from './chance.js';

/** As many as the header of a Raspberry Pi has. */
const LINES = 28;
const LOOK_MS = 50;
const LOSS = 301;
const US_PER_MS = 1000;

export interface SimulatedChipOptions {
  /** Chooses when buttons are pressed. */
  readonly seed?: number;
  readonly clock?: Clock;
  /** Which share of the edges nobody reads in time. */
  readonly lossRate?: number;
}

/** A line that the gateway has. */
interface Held {
  request: LineRequest;
  /** Of an output, what it drives; 1 is active. */
  value: LineValue;
  lineSeqno: number;
  readonly told: (edge: LineEdge) => void;
}

/**
 * The header of a board made of arithmetic. To every input a button is wired, which connects it to the other level than its bias and
 * which somebody presses now and then; a wire can be put in its place. Contacts bounce, and some edges are lost, as on real boards.
 */
export class SimulatedChip implements GpioChip {
  readonly driver = 'simulated';
  readonly health = observedHealth(active);
  private readonly held = new Map<number, Held>();
  private readonly wires = new Map<number, LineValue>();
  private readonly others = new Map<number, string>();
  private readonly counts = { edges: 0, lostEdges: 0 };
  private readonly options: Required<SimulatedChipOptions>;
  private readonly looking: Disposable;
  private lookedAt: number;

  constructor(
    readonly chipId: string,
    options: SimulatedChipOptions = {},
  ) {
    this.options = { seed: 1, clock: systemClock, lossRate: 0.01, ...options };
    this.lookedAt = this.options.clock.now();
    this.looking = this.options.clock.every(LOOK_MS, () => this.look());
  }

  get counters() {
    return { ...this.counts };
  }

  facts(line: LineRef): LineFacts {
    this.requireThere();
    const offset = this.offsetOf(line);
    return { offset, name: nameOf(offset), consumer: this.held.has(offset) ? CONSUMER : (this.others.get(offset) ?? '') };
  }

  take(requests: readonly LineRequest[], told: (edge: LineEdge) => void): ReadonlyMap<LineRef, GatewayError> {
    const failed = new Map<LineRef, GatewayError>();
    for (const request of requests) {
      try {
        this.takeOne(request, told);
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        failed.set(request.line, error);
      }
    }
    return failed;
  }

  holds(line: LineRef): boolean {
    return [...this.held.values()].some(({ request }) => request.line === line);
  }

  read(line: LineRef): LineValue {
    const { offset, held } = this.get(line);
    const { direction, activeLow } = held.request.settings;
    return direction === 'OUTPUT' ? held.value : logical(this.levelAt(offset, this.options.clock.now()), activeLow);
  }

  set(values: ReadonlyMap<LineRef, LineValue>): void {
    const outputs = [...values].map(([line, value]) => ({ held: this.get(line).held, line, value }));
    const input = outputs.find(({ held }) => held.request.settings.direction === 'INPUT');
    if (input) throw new GatewayError('invalid', `${this.chipId}: line ${input.line} is no output`);
    for (const { held, value } of outputs) held.value = value;
  }

  configure(request: LineRequest): void {
    const { held } = this.get(request.line);
    held.request = request;
    held.value = request.value;
  }

  /** Puts a wire in the place of a line's button: this level from now on. */
  pull(line: LineRef, level: LineValue): void {
    const offset = this.offsetOf(line);
    const held = this.held.get(offset);
    const before = held && this.levelAt(offset, this.options.clock.now());
    this.wires.set(offset, level);
    if (held && before !== level) this.changed(offset, held, level, this.options.clock.now());
  }

  /** The level that is measured at a line from outside. */
  levelOf(line: LineRef): LineValue {
    const offset = this.offsetOf(line);
    const held = this.held.get(offset);
    if (held?.request.settings.direction === 'OUTPUT') return logical(held.value, held.request.settings.activeLow);
    return this.levelAt(offset, this.options.clock.now());
  }

  /** Somebody else takes a line, or lets it go. */
  takenByOther(line: LineRef, consumer: string | undefined): void {
    const offset = this.offsetOf(line);
    if (consumer === undefined) this.others.delete(offset);
    else this.others.set(offset, consumer);
  }

  /** Pulls the chip out, as an adapter on USB can be. */
  unplug(): void {
    this.held.clear();
    this.health.set(suspended('it was pulled out'));
  }

  plugIn(): void {
    this.health.set(active);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.looking[Symbol.dispose]();
    this.held.clear();
    return Promise.resolve();
  }

  private takeOne(request: LineRequest, told: (edge: LineEdge) => void): void {
    this.requireThere();
    const offset = this.offsetOf(request.line);
    const holder = this.held.has(offset) ? CONSUMER : this.others.get(offset);
    if (holder !== undefined) throw new GatewayError('unavailable', `somebody else holds line ${request.line} (${holder})`);
    this.held.set(offset, { request, value: request.value, lineSeqno: 0, told });
  }

  /** Tells what has happened at the buttons since the last look, each at its own time. */
  private look(): void {
    const [from, to] = [this.lookedAt, this.options.clock.now()];
    this.lookedAt = to;
    // a clock that was set must not bring a day of presses
    if (to < from || to - from > 60 * LOOK_MS) return;
    for (const [offset, held] of this.held) {
      if (held.request.settings.direction !== 'INPUT' || this.wires.has(offset)) continue;
      for (const { time, isPressed, isBounce } of changesOf(this.seedOf(offset), from, to))
        if (!isBounce || !isDebounced(held.request)) this.changed(offset, held, pressedLevel(held.request, isPressed), time);
    }
  }

  private changed(offset: number, held: Held, level: LineValue, time: number): void {
    const { line, settings } = held.request;
    const edge = logical(level, settings.activeLow) === 1 ? 'RISING' : 'FALLING';
    if (settings.direction !== 'INPUT' || (settings.edge !== 'BOTH' && settings.edge !== edge)) return;
    const lineSeqno = ++held.lineSeqno;
    if (chance(this.options.seed, LOSS, offset, lineSeqno) < this.options.lossRate) {
      this.counts.lostEdges++;
      return;
    }
    this.counts.edges++;
    held.told({ line, edge, time, lineSeqno });
  }

  private levelAt(offset: number, time: number): LineValue {
    const wire = this.wires.get(offset);
    const request = this.held.get(offset)?.request;
    return wire ?? (request ? pressedLevel(request, isPressed(this.seedOf(offset), time, isDebounced(request))) : 0);
  }

  private seedOf(offset: number): number {
    return this.options.seed * LINES + offset;
  }

  private get(line: LineRef): { readonly offset: number; readonly held: Held } {
    const offset = this.offsetOf(line);
    const held = this.held.get(offset);
    if (!held) throw new GatewayError('unavailable', `${this.chipId}: line ${line} is not held`);
    return { offset, held };
  }

  private offsetOf(line: LineRef): number {
    const offset = typeof line === 'number' ? line : Number(/^GPIO(\d+)$/.exec(line)?.[1] ?? NaN);
    if (offset >= 0 && offset < LINES) return offset;
    throw new GatewayError('notFound', `${this.chipId} has the lines 0 to ${LINES - 1}, and no ${line}`);
  }

  private requireThere(): void {
    if (this.health.value.state !== 'ACTIVE') throw new GatewayError('unavailable', `${this.chipId}: it was pulled out`);
  }
}

/** As on a Raspberry Pi. */
function nameOf(offset: number): string {
  return `GPIO${offset}`;
}

/** What counts as active is 1; the same the other way round. */
function logical(level: LineValue, activeLow: boolean): LineValue {
  return activeLow ? (level === 1 ? 0 : 1) : level;
}

function isDebounced({ settings: { debounceUs } }: LineRequest): boolean {
  return debounceUs >= BOUNCE_MS * US_PER_MS;
}

function pressedLevel({ settings: { bias } }: LineRequest, isPressed: boolean): LineValue {
  return (bias === 'PULL_UP') === isPressed ? 0 : 1;
}
