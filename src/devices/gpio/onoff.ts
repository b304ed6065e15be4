import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { CONSUMER, type GpioChip, type LineEdge, type LineFacts, type LineRef, type LineRequest } from '../../gpio/gpio-chip.js';
import type { LineSettings, LineValue } from '../../gpio/settings.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import { each } from './each.js';
import type { ExportNote } from './export-note.js';
import { HEADER_LABELS } from './header.js';
import { OnoffLine } from './onoff-line.js';
import type { OnoffGpioClass } from './onoff-package.js';
import { findSysfsChip, isExported, SYSFS, type SysfsChip } from './sysfs.js';

const LOOK_MS = 2_000;

export interface OnoffChipParts {
  readonly Gpio: OnoffGpioClass;
  readonly note: ExportNote;
  readonly clock: Clock;
  /** Where the kernel's interface is, for tests. */
  readonly root?: string;
}

/**
 * A chip by the kernel's old interface, `/sys/class/gpio`, for kernels and programs that know no other. It cannot do all that the
 * character device can: lines have no names, no bias and no drive; outputs that are set in one call follow each other within
 * microseconds; an edge has the time at which it was heard of. A change that is over before it is read, some milliseconds on a busy
 * machine, is told as one there and one back, however many it was. Debouncing is onoff's own: of what is read it changes nothing.
 *
 * A line stays exported, and an output driven, when the gateway is killed; the next gateway goes on with it.
 */
export class OnoffChip implements GpioChip {
  readonly driver = 'onoff';
  readonly health = observedHealth(suspended('it was not looked for yet'));
  private readonly counts = { edges: 0, lostEdges: 0 };
  private readonly held = new Map<number, OnoffLine>();
  private readonly looking: Disposable;
  private chip: SysfsChip | undefined;

  /** @param label what the chip is called; one that a Raspberry Pi's header is called when undefined */
  constructor(
    readonly chipId: string,
    private readonly label: string | undefined,
    private readonly parts: OnoffChipParts,
  ) {
    this.look();
    this.looking = parts.clock.every(LOOK_MS, () => this.look());
  }

  get counters() {
    return { ...this.counts };
  }

  facts(line: LineRef): LineFacts {
    const offset = this.offsetOf(line);
    const consumer = this.holds(line) ? CONSUMER : isExported(this.gpioOf(offset), this.root) ? 'sysfs' : '';
    return { offset, name: '', consumer };
  }

  take(requests: readonly LineRequest[], told: (edge: LineEdge) => void): ReadonlyMap<LineRef, GatewayError> {
    const failed = new Map<LineRef, GatewayError>();
    for (const request of requests) {
      try {
        this.takeOne(request, told);
      } catch (error) {
        failed.set(request.line, this.explain(error, request.line));
      }
    }
    return failed;
  }

  holds(line: LineRef): boolean {
    return typeof line === 'number' && (this.held.get(line)?.isOurs ?? false);
  }

  read(line: LineRef): LineValue {
    const held = this.get(line);
    return this.orGone(line, () => held.read());
  }

  set(values: ReadonlyMap<LineRef, LineValue>): void {
    const outputs = [...values].map(([line, value]) => ({ line, value, held: this.get(line) }));
    const input = outputs.find(({ held }) => held.settings.direction === 'INPUT');
    if (input) throw new GatewayError('invalid', `${this.chipId}: line ${input.line} is no output`);
    each(outputs, ({ line, value, held }) => this.orGone(line, () => held.set(value)));
  }

  configure(request: LineRequest): void {
    const held = this.get(request.line);
    this.requirePossible(request.settings);
    this.orGone(request.line, () => held.configure(request));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.looking[Symbol.dispose]();
    this.letAllGo();
    return Promise.resolve();
  }

  /** Whether the chip is there, and still the same. */
  private look(): void {
    try {
      const found = findSysfsChip(this.label === undefined ? HEADER_LABELS : [this.label], this.root);
      if (this.chip && this.chip.identity !== found.identity)
        throw new GatewayError('unavailable', `chip ${found.label} was away, and all lines of it are lost`);
      this.chip = found;
      this.health.set(active);
    } catch (error) {
      this.letAllGo();
      this.chip = undefined;
      this.health.set(suspended(messageOf(error)));
    }
  }

  private takeOne(request: LineRequest, told: (edge: LineEdge) => void): void {
    const { note, Gpio } = this.parts;
    const offset = this.offsetOf(request.line);
    const gpio = this.gpioOf(offset);
    this.requirePossible(request.settings);
    if (this.holds(offset)) throw this.heldBy(request.line, CONSUMER);
    // what somebody else has unexported is taken anew, where they did not export it for themselves
    this.letGo(offset);
    if (isExported(gpio, this.root) && !note.has(gpio)) throw this.heldBy(request.line, 'exported in sysfs');
    note.add(gpio);
    try {
      const heard = this.numbered(request.line, told);
      this.held.set(offset, new OnoffLine({ Gpio, root: this.root, gpio, told: heard }, request));
    } catch (error) {
      note.remove(gpio);
      throw error;
    }
  }

  /** Counts the edges of a line, since the kernel does not. */
  private numbered(line: LineRef, told: (edge: LineEdge) => void): (value: LineValue) => void {
    let lineSeqno = 0;
    return (value) => {
      this.counts.edges++;
      told({ line, edge: value === 1 ? 'RISING' : 'FALLING', time: this.parts.clock.now(), lineSeqno: ++lineSeqno });
    };
  }

  private letAllGo(): void {
    for (const offset of this.held.keys()) this.letGo(offset);
  }

  private letGo(offset: number): void {
    const line = this.held.get(offset);
    if (!line) return;
    this.held.delete(offset);
    try {
      line[Symbol.dispose]();
    } catch {
      // one that cannot be let go must not keep the others
    }
    this.parts.note.remove(this.gpioOf(offset));
  }

  private get root(): string {
    return this.parts.root ?? SYSFS;
  }

  private get(line: LineRef): OnoffLine {
    const held = this.held.get(this.offsetOf(line));
    if (!held) throw new GatewayError('unavailable', `${this.chipId}: line ${line} is not held`);
    return held;
  }

  private there(): SysfsChip {
    if (!this.chip) throw new GatewayError('unavailable', this.health.value.reason ?? `${this.chipId} is away`);
    return this.chip;
  }

  private gpioOf(offset: number): number {
    return this.there().base + offset;
  }

  private offsetOf(line: LineRef): number {
    const { lines } = this.there();
    if (typeof line === 'string')
      throw new GatewayError('notFound', `chip ${this.chipId}: in sysfs no line is called ${line}: call it by its offset`);
    if (line < lines) return line;
    throw new GatewayError('notFound', `chip ${this.chipId} has the lines 0 to ${lines - 1}, and no ${line}`);
  }

  private requirePossible({ bias, drive }: LineSettings): void {
    const what = bias !== 'AS_IS' ? `bias: it is ${bias}, expected AS_IS` : `drive: it is ${drive}, expected PUSH_PULL`;
    if (bias !== 'AS_IS' || drive !== 'PUSH_PULL')
      throw new GatewayError('invalid', `chip ${this.chipId}: in sysfs a line has no ${what}, or the driver gpiochip`);
  }

  private heldBy(line: LineRef, by: string): GatewayError {
    return new GatewayError('unavailable', `${this.chipId}: somebody else holds line ${line} (${by})`);
  }

  /** Finds out at once that the chip has gone, when it has. */
  private orGone<T>(line: LineRef, task: () => T): T {
    try {
      return task();
    } catch (error) {
      this.look();
      throw this.explain(error, line);
    }
  }

  /** In words that say what would help. */
  private explain(cause: unknown, line: LineRef): GatewayError {
    if (cause instanceof GatewayError) return cause;
    const { code, path = '' } = cause as NodeJS.ErrnoException;
    if (code === 'EBUSY') return this.heldBy(line, 'through the character device, or the kernel itself');
    if (code === 'ENOENT' && path.endsWith('/edge'))
      return new GatewayError('invalid', `${this.chipId}: line ${line} cannot tell edges`, { cause });
    const why = code === 'EACCES' ? `this user may not: it is the group gpio that may (${messageOf(cause)})` : messageOf(cause);
    return new GatewayError('unavailable', `${this.chipId}: line ${line} cannot be used: ${why}`, { cause });
  }
}
