import { closeSync, openSync } from 'node:fs';
import { GatewayError, messageOf } from '../../errors.js';
import { CONSUMER } from '../../gpio/gpio-chip.js';
import type { LineSettings, LineValue } from '../../gpio/settings.js';
import type { Libc } from '../libc.js';
import {
  type ChipInfo,
  chipInfoRoom,
  IOCTL,
  type LineInfo,
  lineConfig,
  lineInfoQuestion,
  lineRequest,
  lineValues,
  readChipInfo,
  readLineInfo,
  readLineRequestFd,
  readLineValues,
  type WantedLine,
} from './uapi.js';

/** A GPIO chip as the kernel shows it, `/dev/gpiochip0`. Its calls take microseconds; none of them waits. */
export class CharacterDevice implements Disposable {
  /** By the names of lines, which stay what they are as long as the chip is there; made when the first one is asked for. */
  private offsets: ReadonlyMap<string, number> | undefined;

  private constructor(
    private readonly libc: Libc,
    private readonly path: string,
    private readonly fd: number,
    readonly info: ChipInfo,
  ) {}

  /** @throws GatewayError `unavailable` when there is no such chip, or it may not be opened */
  static open(libc: Libc, path: string): CharacterDevice {
    const fd = orUnavailable(path, () => openSync(path, 'r+'));
    const room = chipInfoRoom();
    try {
      orUnavailable(path, () => libc.ioctl(fd, IOCTL.GET_CHIPINFO, room));
    } catch (error) {
      closeSync(fd);
      throw error;
    }
    return new CharacterDevice(libc, path, fd, readChipInfo(room));
  }

  /** @throws GatewayError `unavailable` when it has gone since it was opened */
  requireThere(): void {
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.GET_CHIPINFO, chipInfoRoom()));
  }

  /** @throws GatewayError `notFound` when the chip has no such line; `unavailable` when the chip has gone */
  lineInfo(offset: number): LineInfo {
    this.requireLine(offset);
    const question = lineInfoQuestion(offset);
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.GET_LINEINFO, question));
    return readLineInfo(question);
  }

  /** Every line, in the order of their offsets. @throws GatewayError `unavailable` */
  lines(): LineInfo[] {
    return Array.from({ length: this.info.lines }, (_, offset) => this.lineInfo(offset));
  }

  /** Of several lines of one name the first; undefined where there is none. @throws GatewayError `unavailable` */
  offsetOf(name: string): number | undefined {
    this.offsets ??= new Map(
      this.lines()
        .reverse()
        .map((line) => [line.name, line.offset]),
    );
    return this.offsets.get(name);
  }

  /**
   * Takes these lines, all or none of them. From then on they behave as wanted, and outputs show their values, until they are let go.
   *
   * @throws GatewayError `unavailable` when somebody else holds one of them, which it names; `notFound` when there is none; `invalid` when
   *   the chip cannot do what is wanted, such as a bias, or one request cannot say it
   */
  request(wanted: readonly WantedLine[]): HeldLines {
    for (const { offset } of wanted) this.requireLine(offset);
    const bytes = orInvalid(() => lineRequest(wanted, CONSUMER));
    try {
      this.libc.ioctl(this.fd, IOCTL.GET_LINE, bytes);
    } catch (error) {
      throw this.explain(error, wanted);
    }
    const offsets = wanted.map(({ offset }) => offset);
    return new HeldLines(this.libc, this.path, readLineRequestFd(bytes), offsets);
  }

  private requireLine(offset: number): void {
    if (offset >= this.info.lines)
      throw new GatewayError('notFound', `${this.path} has the lines 0 to ${this.info.lines - 1}, and no ${offset}`);
  }

  private explain(error: unknown, wanted: readonly WantedLine[]): GatewayError {
    const named = wanted.map(({ offset }) => offset).join(', ');
    if (codeOf(error) === 'EBUSY') return new GatewayError('unavailable', this.held(wanted), { cause: error });
    if (cannot(error, wanted))
      return new GatewayError('invalid', `${this.path}: the lines ${named} cannot be as is wanted`, { cause: error });
    return new GatewayError('unavailable', `${this.path}: the lines ${named} cannot be had: ${messageOf(error)}`, {
      cause: error,
    });
  }

  private held(wanted: readonly WantedLine[]): string {
    const others = wanted.map(({ offset }) => this.lineInfo(offset)).filter(({ isUsed }) => isUsed);
    const named = others.map(({ offset, consumer }) => `${offset} (${consumer === '' ? 'by whom it does not say' : consumer})`);
    // through sysfs a line is held without a name, and may have been let go meanwhile
    return `${this.path}: somebody else holds ${named.length > 0 ? `line ${named.join(', line ')}` : 'a line'}`;
  }

  [Symbol.dispose](): void {
    closeSync(this.fd);
  }
}

/** Lines that are ours, by their offsets, until they are let go: the kernel does that itself when the process ends. */
export class HeldLines implements Disposable {
  constructor(
    private readonly libc: Libc,
    private readonly path: string,
    /** Can be read as soon as there is an event; see `readLineEvents`. */
    readonly fd: number,
    private readonly offsets: readonly number[],
  ) {}

  /**
   * Asks for no other line, since behind a bus each takes its time.
   *
   * @throws GatewayError `unavailable` when the chip has gone, `notFound` for one not held
   */
  read(offset: number): LineValue {
    const place = this.placeOf(offset);
    // which values are wanted says the mask, and what stands in for them is written over
    const bytes = lineValues(new Map([[place, 0]]));
    orUnavailable(this.path, () => this.libc.ioctl(this.fd, IOCTL.LINE_GET_VALUES, bytes));
    return readLineValues(bytes).get(place) ?? 0;
  }

  /**
   * Sets these outputs together, and leaves the others alone.
   *
   * @throws GatewayError `unavailable`; `invalid` for one that is no output, `notFound` for one not held
   */
  set(values: ReadonlyMap<number, LineValue>): void {
    const places = new Map([...values].map(([offset, value]) => [this.placeOf(offset), value]));
    try {
      this.libc.ioctl(this.fd, IOCTL.LINE_SET_VALUES, lineValues(places));
    } catch (cause) {
      const isInput = ['EPERM', 'EINVAL'].includes(codeOf(cause));
      const named = [...values.keys()].join(', ');
      if (isInput) throw new GatewayError('invalid', `${this.path}: not all of the lines ${named} are outputs`, { cause });
      throw gone(this.path, cause);
    }
  }

  /**
   * @param lines all that are held, in the order in which they were taken
   * @throws GatewayError `invalid`, `unavailable`; the kernel goes from line to line, and those before the one that cannot are changed then
   */
  configure(lines: readonly Omit<WantedLine, 'offset'>[]): void {
    const bytes = orInvalid(() => lineConfig(lines));
    try {
      this.libc.ioctl(this.fd, IOCTL.LINE_SET_CONFIG, bytes);
    } catch (cause) {
      if (cannot(cause, lines)) throw new GatewayError('invalid', `${this.path}: the lines cannot be as is wanted`, { cause });
      throw gone(this.path, cause);
    }
  }

  private placeOf(offset: number): number {
    const place = this.offsets.indexOf(offset);
    if (place < 0) throw new GatewayError('notFound', `${this.path}: line ${offset} is not held`);
    return place;
  }

  [Symbol.dispose](): void {
    closeSync(this.fd);
  }
}

function orUnavailable<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw gone(path, cause);
  }
}

/** Of lines that differ in more ways than one request can say. */
function orInvalid(bytes: () => Uint8Array): Uint8Array {
  try {
    return bytes();
  } catch (cause) {
    if (cause instanceof RangeError) throw new GatewayError('invalid', cause.message, { cause });
    throw cause;
  }
}

/** Whether the kernel says that the chip cannot do what is wanted, and would not another time. */
function cannot(error: unknown, wanted: readonly { readonly settings: LineSettings }[]): boolean {
  // a line without an interrupt has no edges and is not debounced; of anything else, it is a chip behind a bus that did not answer
  if (codeOf(error) === 'ENXIO') return wanted.some(({ settings: { edge, debounceUs } }) => edge !== 'NONE' || debounceUs > 0);
  return ['EINVAL', 'ENOTSUP', 'ENOTSUPP'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** In words that say what would help. */
function gone(path: string, cause: unknown): GatewayError {
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such GPIO chip: umec detect lists those that there are',
    EACCES: 'this user may not open it: it is the group gpio that may',
    ENODEV: 'the GPIO chip has gone',
    ENOTTY: 'that is no GPIO chip, or of a kernel before 5.10',
  };
  return new GatewayError('unavailable', `${path}: ${words[codeOf(cause)] ?? messageOf(cause)}`, { cause });
}
