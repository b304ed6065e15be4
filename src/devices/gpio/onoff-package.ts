import { GatewayError, messageOf } from '../../errors.js';
import type { LineValue } from '../../gpio/settings.js';

/** What is used of a line of onoff. Each of its calls writes to a file of the kernel or reads from one, and fails as Node's own do. */
export interface OnoffGpio {
  readSync(): LineValue;
  writeSync(value: LineValue): void;
  /** @param callback gets the value after each change, as soon as the event loop comes by */
  watch(callback: (error: unknown, value: LineValue) => void): void;
  unwatchAll(): void;
  direction(): string;
  /** 'high' and 'low' make it an output that has this level from the first moment, whatever is active. */
  setDirection(direction: OnoffDirection): void;
  setEdge(edge: 'none' | 'both'): void;
  activeLow(): boolean;
  setActiveLow(invert: boolean): void;
  /** Of its value, open until it is let go: onoff's own, and the only way to know a line again that others may export anew. */
  readonly _valueFd: number;
  /** Lets it go; what it is asked afterwards fails, and so does letting it go twice, or it closes what is another's by then. */
  unexport(): void;
}

export type OnoffDirection = 'in' | 'high' | 'low';

/**
 * Exports a line, and waits until it can be used: where the rights of new files are changed by udev, which takes some time, it tries
 * each of up to four files 10 000 times without a pause, which can hold up everything else for some tenths of a second.
 *
 * @throws Error with `code`: EBUSY when the line is held otherwise, EINVAL when there is none, EACCES
 */
export type OnoffGpioClass = new (
  /** Of all chips together, not of one. */
  gpio: number,
  direction: OnoffDirection,
  edge: 'both' | undefined,
  options: {
    readonly activeLow: boolean;
    /** A change is told when there was no other for so long, ms. */
    readonly debounceTimeout: number;
  },
) => OnoffGpio;

/**
 * @param name another package, for tests; not known to tsc, which would miss an optional one where it is not installed
 * @throws GatewayError `unavailable` where onoff, or what it hears edges with, is not installed
 */
export async function loadOnoff(name = 'onoff'): Promise<OnoffGpioClass> {
  try {
    return ((await import(name)) as { Gpio: OnoffGpioClass }).Gpio;
  } catch (cause) {
    throw new GatewayError('unavailable', adviceFor(cause), { cause });
  }
}

function adviceFor(cause: unknown): string {
  const elsewhere = 'or use the driver gpiochip, which needs none of it';
  return ((cause as NodeJS.ErrnoException).code ?? '').endsWith('MODULE_NOT_FOUND')
    ? `the package onoff is not installed: npm install --include=optional, ${elsewhere}`
    : `onoff needs the binary of epoll, which npm rebuild epoll --ignore-scripts=false makes where there is a compiler, ${elsewhere} ` +
        `(${messageOf(cause).split('\n')[0] ?? ''})`;
}
