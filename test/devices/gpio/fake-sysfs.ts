import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../src/clock.js';
import type { OnoffDirection, OnoffGpio, OnoffGpioClass } from '../../../src/devices/gpio/onoff-package.js';
import type { LineValue } from '../../../src/gpio/settings.js';
import { tempDirectory } from '../../temp-directory.js';

const LINES = 8;

/** A line, and what stands at its other end. */
interface Wire {
  pulled: LineValue;
  driven?: LineValue | undefined;
  isActiveLow: boolean;
  /** Is called when it changes and its edges are waited for. */
  changed?: (() => void) | undefined;
}

/** The kernel's old interface of pins, in a directory, with a chip of eight lines. */
export class FakeSysfs implements Disposable {
  /** Lines that somebody holds through the character device, by their numbers. */
  readonly busy = new Set<number>();
  /** Is called before a line is exported, and may throw. */
  exporting: () => void = () => undefined;
  private readonly directory = tempDirectory();
  private wires = new Map<number, Wire>();
  private gone = 0;

  constructor(
    readonly label: string,
    readonly base: number,
  ) {
    this.plugIn();
  }

  get root(): string {
    return this.directory.path;
  }

  plugIn(): void {
    mkdirSync(this.chip);
    for (const [name, value] of Object.entries({ label: this.label, base: this.base, ngpio: LINES }))
      writeFileSync(join(this.chip, name), `${value}\n`);
  }

  /** With all of its lines. */
  unplug(): void {
    // put away and not removed, or the next might get its inode, which the kernel gives to no other
    renameSync(this.chip, join(this.root, `gone-${this.gone++}`));
    for (const gpio of this.wires.keys()) this.unexport(gpio);
    this.wires = new Map();
  }

  /** @throws as a write to the kernel's file of this name */
  export(gpio: number): void {
    this.exporting();
    if (this.busy.has(gpio) || existsSync(this.folder(gpio))) throw failure('EBUSY');
    if (gpio < this.base || gpio >= this.base + LINES || !existsSync(this.chip)) throw failure('EINVAL');
    mkdirSync(this.folder(gpio));
    for (const name of ['direction', 'active_low', 'edge']) writeFileSync(join(this.folder(gpio), name), '');
    this.refresh(gpio);
  }

  unexport(gpio: number): void {
    rmSync(this.folder(gpio), { recursive: true, force: true });
    const wire = this.wire(gpio);
    [wire.driven, wire.isActiveLow, wire.changed] = [undefined, false, undefined];
  }

  pull(gpio: number, level: LineValue): void {
    this.change(gpio, { pulled: level });
  }

  levelOf(gpio: number): LineValue {
    const { driven, pulled } = this.wire(gpio);
    return driven ?? pulled;
  }

  wire(gpio: number): Wire {
    const wire = this.wires.get(gpio) ?? { pulled: 0, isActiveLow: false };
    this.wires.set(gpio, wire);
    return wire;
  }

  change(gpio: number, change: Partial<Wire>): void {
    const before = this.levelOf(gpio);
    Object.assign(this.wire(gpio), change);
    if (existsSync(this.folder(gpio))) this.refresh(gpio);
    if (before !== this.levelOf(gpio) && this.hasEdges(gpio)) this.wire(gpio).changed?.();
  }

  hasEdges(gpio: number): boolean {
    const file = join(this.folder(gpio), 'edge');
    return existsSync(file) && readFileSync(file, 'utf8') === 'both';
  }

  folder(gpio: number): string {
    return join(this.root, `gpio${gpio}`);
  }

  [Symbol.dispose](): void {
    this.directory[Symbol.dispose]();
  }

  private get chip(): string {
    return join(this.root, `gpiochip${this.base}`);
  }

  private refresh(gpio: number): void {
    const value = (this.levelOf(gpio) === 1) !== this.wire(gpio).isActiveLow;
    writeFileSync(join(this.folder(gpio), 'value'), value ? '1\n' : '0\n');
  }
}

/** Does there what onoff does in the kernel's own, as far as it is used. */
class FakeGpio implements OnoffGpio {
  readonly _valueFd: number;
  private listeners: ((error: unknown, value: LineValue) => void)[] = [];
  private debouncing = new AbortController();
  /** Until it is read. */
  private isPending = false;

  constructor(
    private readonly sysfs: FakeSysfs,
    private readonly clock: Clock,
    private readonly gpio: number,
    direction: OnoffDirection,
    edge: 'both' | undefined,
    private readonly options: { readonly activeLow: boolean; readonly debounceTimeout: number },
  ) {
    if (!existsSync(sysfs.folder(gpio))) sysfs.export(gpio);
    this.setActiveLow(options.activeLow);
    this.setDirection(direction);
    if (edge && direction === 'in') this.setEdge(edge);
    this._valueFd = openSync(this.file('value'), 'r+');
  }

  readSync(): LineValue {
    this.isPending = false;
    this.requireExported();
    return readFileSync(this.file('value'), 'utf8').startsWith('1') ? 1 : 0;
  }

  writeSync(value: LineValue): void {
    this.requireExported();
    this.sysfs.change(this.gpio, { driven: (value === 1) === this.activeLow() ? 0 : 1 });
  }

  watch(callback: (error: unknown, value: LineValue) => void): void {
    this.listeners.push(callback);
  }

  unwatchAll(): void {
    this.listeners = [];
  }

  direction(): string {
    return this.sysfs.wire(this.gpio).driven === undefined ? 'in' : 'out';
  }

  setDirection(direction: OnoffDirection): void {
    statSync(this.file('direction'));
    if (direction !== 'in' && this.sysfs.hasEdges(this.gpio)) throw failure('EIO');
    this.sysfs.change(this.gpio, { driven: direction === 'in' ? undefined : direction === 'high' ? 1 : 0 });
  }

  setEdge(edge: 'none' | 'both'): void {
    writeFileSync(this.file('edge'), edge);
    this.sysfs.wire(this.gpio).changed = () => {
      this.isPending = true;
      setImmediate(() => this.interrupt());
    };
  }

  activeLow(): boolean {
    return this.sysfs.wire(this.gpio).isActiveLow;
  }

  setActiveLow(invert: boolean): void {
    statSync(this.file('active_low'));
    this.sysfs.change(this.gpio, { isActiveLow: invert });
  }

  unexport(): void {
    this.unwatchAll();
    closeSync(this._valueFd);
    this.sysfs.unexport(this.gpio);
  }

  private interrupt(): void {
    if (!this.isPending || this.listeners.length === 0) return;
    if (this.options.debounceTimeout === 0) {
      this.tell();
      return;
    }
    this.readSync();
    this.debouncing.abort();
    this.debouncing = new AbortController();
    void this.tellLater(this.debouncing.signal);
  }

  private async tellLater(signal: AbortSignal): Promise<void> {
    await this.clock.sleep(this.options.debounceTimeout, signal);
    if (!signal.aborted) this.tell();
  }

  private tell(): void {
    const value = this.readSync();
    for (const listener of this.listeners) listener(null, value);
  }

  /** What was unexported is read and written no more by what was opened before, also when it is exported anew. */
  private requireExported(): void {
    const isOpen = fstatSync(this._valueFd).ino === statSync(this.file('value'), { throwIfNoEntry: false })?.ino;
    if (!isOpen) throw failure('ENODEV');
  }

  private file(name: string): string {
    return join(this.sysfs.folder(this.gpio), name);
  }
}

export function gpioClass(sysfs: FakeSysfs, clock: Clock): OnoffGpioClass {
  return class extends FakeGpio {
    constructor(...args: ConstructorParameters<OnoffGpioClass>) {
      super(sysfs, clock, ...args);
    }
  };
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: as the kernel says`), { code });
}
