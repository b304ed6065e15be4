import { closeSync, fstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError } from '../../errors.js';
import type { LineRequest } from '../../gpio/gpio-chip.js';
import type { LineSettings, LineValue } from '../../gpio/settings.js';
import type { OnoffDirection, OnoffGpioClass } from './onoff-package.js';
import { isExported } from './sysfs.js';

const US_PER_MS = 1_000;

export interface OnoffLineParts {
  readonly Gpio: OnoffGpioClass;
  readonly root: string;
  /** Of all chips together. */
  readonly gpio: number;
  /** Hears of each change that is wanted, with the value after it. */
  readonly told: (value: LineValue) => void;
}

/** A line that is exported in sysfs, by way of onoff; disposing lets it go. */
export class OnoffLine implements Disposable {
  /** None while it is not exported. */
  private pin: Pin | undefined;
  private pinDebounceMs = 0;
  /** Of an input whose edges are told: the value after the last one. */
  private last: LineValue = 0;

  /**
   * Exports it, or goes on with it where it is exported already.
   *
   * @throws Error as OnoffGpioClass; GatewayError `unavailable` when it does not become what is wanted
   */
  constructor(
    private readonly parts: OnoffLineParts,
    private request: LineRequest,
  ) {
    const { gpio, root } = parts;
    // an edge that is still waited for would keep it from becoming an output
    if (isExported(gpio, root)) this.forgetEdges();
    this.pin = this.open();
    try {
      this.requireAsWanted(this.pin);
      this.listen(this.pin);
    } catch (error) {
      this.unexport();
      throw error;
    }
  }

  /** Whether it is still what was exported here: others may unexport it, and export it anew for themselves. */
  get isOurs(): boolean {
    try {
      return this.pin !== undefined && fstatSync(this.pin._valueFd).ino === statSync(this.file('value')).ino;
    } catch {
      return false;
    }
  }

  get settings(): LineSettings {
    return this.request.settings;
  }

  /**
   * Not by what onoff has open: reading that takes the change away which onoff is about to hear of.
   *
   * @throws GatewayError `unavailable` when it is not ours any more; Error with `code`
   */
  read(): LineValue {
    this.requireOurs();
    return readFileSync(this.file('value'), 'latin1').startsWith('1') ? 1 : 0;
  }

  /** @throws Error as `read` */
  set(value: LineValue): void {
    this.requireOurs().writeSync(value);
  }

  /** @throws Error with `code`; it is then as it was, as far as the kernel lets it */
  configure(request: LineRequest): void {
    const before = { ...this.request, value: this.read() };
    try {
      this.become(request);
    } catch (error) {
      this.becomeAgain(before);
      throw error;
    }
  }

  [Symbol.dispose](): void {
    if (this.isOurs) this.unexport();
    else this.close();
  }

  private become(request: LineRequest): void {
    const { settings } = request;
    this.pin?.unwatchAll();
    if (hasEdges(this.settings)) this.pin?.setEdge('none');
    this.request = request;
    // onoff takes the period once and for all; an input that is let go for a moment stays one
    if (settings.direction === 'INPUT' && debounceMs(settings) !== this.pinDebounceMs) this.unexport();
    if (this.pin) change(this.pin, request);
    else this.pin = this.open();
    this.listen(this.pin);
  }

  private becomeAgain(before: LineRequest): void {
    try {
      this.become(before);
    } catch {
      // why it did not become something else says more
    }
  }

  private open(): Pin {
    const { Gpio, gpio } = this.parts;
    const { settings } = this.request;
    this.pinDebounceMs = debounceMs(settings);
    const options = { activeLow: settings.activeLow, debounceTimeout: this.pinDebounceMs };
    try {
      return new (endingWithItsChip(Gpio))(gpio, directionOf(this.request), hasEdges(settings) ? 'both' : undefined, options);
    } catch (error) {
      this.unexportHalfMade(error);
      throw error;
    }
  }

  /** Busy is what another holds; whatever else goes wrong, goes wrong after the export. */
  private unexportHalfMade(error: unknown): void {
    const { gpio, root } = this.parts;
    if ((error as NodeJS.ErrnoException).code === 'EBUSY' && !isExported(gpio, root)) return;
    try {
      writeFileSync(join(root, 'unexport'), String(gpio));
    } catch {
      // then it was not exported
    }
  }

  private unexport(): void {
    const { pin } = this;
    this.pin = undefined;
    pin?.unexport();
  }

  /** Lets what somebody else has exported since be theirs. */
  private close(): void {
    const { pin } = this;
    this.pin = undefined;
    pin?.close();
  }

  private requireOurs(): Pin {
    if (this.pin && this.isOurs) return this.pin;
    throw new GatewayError('unavailable', `line ${this.request.line} is lost: it is not exported any more, or by somebody else`);
  }

  /** Of a line that was exported before, onoff does not say what it could not change. */
  private requireAsWanted(pin: Pin): void {
    const { direction, activeLow } = this.settings;
    if ((pin.direction() === 'in') !== (direction === 'INPUT') || pin.activeLow() !== activeLow)
      throw new GatewayError('unavailable', `line ${this.request.line} is exported in sysfs and cannot be changed`);
  }

  private listen(pin: Pin): void {
    if (!hasEdges(this.settings)) return;
    // what onoff was told of before is no change from now on
    this.last = pin.readSync();
    pin.watch((_, value) => this.changed(value));
  }

  /** What has come and gone before it could be read has at least been there and back. Of what is debounced, that is no change. */
  private changed(value: LineValue): void {
    const { edge, debounceUs } = this.settings;
    const before = this.last;
    this.last = value;
    const values: LineValue[] = value !== before ? [value] : debounceUs > 0 ? [] : [value === 1 ? 0 : 1, value];
    for (const one of values) if (edge === 'BOTH' || edge === (one === 1 ? 'RISING' : 'FALLING')) this.parts.told(one);
  }

  private forgetEdges(): void {
    try {
      writeFileSync(this.file('edge'), 'none');
    } catch {
      // an output that never was an input has none
    }
  }

  private file(name: string): string {
    return join(this.parts.root, `gpio${this.parts.gpio}`, name);
  }
}

function change(pin: Pin, request: LineRequest): void {
  const { settings } = request;
  pin.setActiveLow(settings.activeLow);
  pin.setDirection(directionOf(request));
  if (hasEdges(settings)) pin.setEdge('both');
}

/** In whole ms, as onoff counts; none is made shorter. */
function debounceMs({ debounceUs }: LineSettings): number {
  return Math.ceil(debounceUs / US_PER_MS);
}

/** Both are asked for when one is wanted: by each change that is heard it is known which way the line went. */
function hasEdges({ edge }: LineSettings): boolean {
  return edge !== 'NONE';
}

/** What an output shows from the first moment is a level here, not what is active. */
function directionOf({ settings: { direction, activeLow }, value }: LineRequest): OnoffDirection {
  if (direction === 'INPUT') return 'in';
  return (value === 1) === activeLow ? 'low' : 'high';
}

type Pin = InstanceType<ReturnType<typeof endingWithItsChip>>;

/**
 * onoff reads a line by itself when it is told of a change, or when it was debounced. Where the chip has gone meanwhile, or the line
 * was let go, that fails where nobody can catch it, and would end the gateway.
 */
function endingWithItsChip(Gpio: OnoffGpioClass) {
  return class extends Gpio {
    private isOver = false;

    override readSync(): LineValue {
      if (this.isOver) return 0;
      try {
        return super.readSync();
      } catch {
        this.isOver = true;
        // it would be told again and again; its chip finds out by itself what has happened
        this.unwatchAll();
        return 0;
      }
    }

    override unexport(): void {
      this.isOver = true;
      super.unexport();
    }

    /** What onoff does only together with unexporting. */
    close(): void {
      this.isOver = true;
      this.unwatchAll();
      closeSync(this._valueFd);
    }
  };
}
