import type { Bias, Drive, Edge, LineSettings, LineValue } from '../../gpio/settings.js';
import { ioctlNumber, LITTLE, readName as readField, viewOf } from '../c-struct.js';

/**
 * The GPIO character device as the kernel declares it (uAPI v2, since 5.10): what its ioctls take and give, as bytes. The structures
 * are laid out alike on all architectures; numbers are in the machine's own order.
 *
 * @see include/uapi/linux/gpio.h
 */

const NAME_SIZE = 32;
/** GPIO_V2_LINES_MAX */
export const MOST_LINES = 64;
/** GPIO_V2_LINE_NUM_ATTRS_MAX */
const MOST_ATTRS = 10;

const ATTRIBUTE_SIZE = 16;
const CONFIG_ATTRIBUTE_SIZE = ATTRIBUTE_SIZE + 8;
const CONFIG = { flags: 0, numAttrs: 8, attrs: 32, size: 32 + MOST_ATTRS * CONFIG_ATTRIBUTE_SIZE } as const;
const REQUEST = { consumer: 4 * MOST_LINES, config: 288, numLines: 560, fd: 588, size: 592 } as const;
const CHIP_INFO = { label: NAME_SIZE, lines: 2 * NAME_SIZE, size: 68 } as const;
const LINE_INFO = { consumer: NAME_SIZE, offset: 64, numAttrs: 68, flags: 72, attrs: 80, size: 256 } as const;
const VALUES = { mask: 8, size: 16 } as const;
const EVENT = { id: 8, offset: 12, lineSeqno: 20, size: 48 } as const;

/** Of each ioctl the number that the kernel knows it by; the first two are asked of a chip, the others of lines that were requested. */
export const IOCTL = {
  GET_CHIPINFO: numberOf(0x01, CHIP_INFO.size, 'read'),
  GET_LINEINFO: numberOf(0x05, LINE_INFO.size),
  GET_LINE: numberOf(0x07, REQUEST.size),
  LINE_SET_CONFIG: numberOf(0x0d, CONFIG.size),
  LINE_GET_VALUES: numberOf(0x0e, VALUES.size),
  LINE_SET_VALUES: numberOf(0x0f, VALUES.size),
} as const;

function numberOf(command: number, size: number, way: 'read' | 'both' = 'both'): number {
  return ioctlNumber(0xb4, command, size, way);
}

/** enum gpio_v2_line_flag */
const FLAG = {
  USED: 1n << 0n,
  ACTIVE_LOW: 1n << 1n,
  INPUT: 1n << 2n,
  OUTPUT: 1n << 3n,
  EDGE_RISING: 1n << 4n,
  EDGE_FALLING: 1n << 5n,
  OPEN_DRAIN: 1n << 6n,
  OPEN_SOURCE: 1n << 7n,
  BIAS_PULL_UP: 1n << 8n,
  BIAS_PULL_DOWN: 1n << 9n,
  BIAS_DISABLED: 1n << 10n,
} as const;
const BIAS: Readonly<Record<Bias, bigint>> = {
  AS_IS: 0n,
  PULL_UP: FLAG.BIAS_PULL_UP,
  PULL_DOWN: FLAG.BIAS_PULL_DOWN,
  DISABLED: FLAG.BIAS_DISABLED,
};
const DRIVE: Readonly<Record<Drive, bigint>> = { PUSH_PULL: 0n, OPEN_DRAIN: FLAG.OPEN_DRAIN, OPEN_SOURCE: FLAG.OPEN_SOURCE };
const EDGE: Readonly<Record<Edge, bigint>> = {
  NONE: 0n,
  RISING: FLAG.EDGE_RISING,
  FALLING: FLAG.EDGE_FALLING,
  BOTH: FLAG.EDGE_RISING | FLAG.EDGE_FALLING,
};
/** enum gpio_v2_line_attr_id */
const ATTR = { FLAGS: 1, OUTPUT_VALUES: 2, DEBOUNCE: 3 } as const;
/** enum gpio_v2_line_event_id */
const RISING_EDGE = 1;

/** struct gpiochip_info */
export interface ChipInfo {
  readonly name: string;
  readonly label: string;
  readonly lines: number;
}

/** Room for GET_CHIPINFO to answer in. */
export function chipInfoRoom(): Uint8Array {
  return new Uint8Array(CHIP_INFO.size);
}

export function readChipInfo(bytes: Uint8Array): ChipInfo {
  const lines = viewOf(bytes).getUint32(CHIP_INFO.lines, LITTLE);
  return { name: readName(bytes, 0), label: readName(bytes, CHIP_INFO.label), lines };
}

/** What the kernel says of a line, whoever holds it. */
export interface LineInfo {
  readonly offset: number;
  /** Empty where the board gives it none. */
  readonly name: string;
  /** Who holds it, when it says so. */
  readonly consumer: string;
  /** Whether somebody holds it: another process, or the kernel itself. */
  readonly isUsed: boolean;
  readonly settings: LineSettings;
}

/** What GET_LINEINFO is asked with, and answers in. */
export function lineInfoQuestion(offset: number): Uint8Array {
  const bytes = new Uint8Array(LINE_INFO.size);
  viewOf(bytes).setUint32(LINE_INFO.offset, offset, LITTLE);
  return bytes;
}

export function readLineInfo(bytes: Uint8Array): LineInfo {
  const view = viewOf(bytes);
  const flags = view.getBigUint64(LINE_INFO.flags, LITTLE);
  return {
    offset: view.getUint32(LINE_INFO.offset, LITTLE),
    name: readName(bytes, 0),
    consumer: readName(bytes, LINE_INFO.consumer),
    isUsed: has(flags, FLAG.USED),
    settings: {
      direction: has(flags, FLAG.OUTPUT) ? 'OUTPUT' : 'INPUT',
      activeLow: has(flags, FLAG.ACTIVE_LOW),
      bias: wordOf(BIAS, flags, 'AS_IS'),
      drive: wordOf(DRIVE, flags, 'PUSH_PULL'),
      edge: has(flags, EDGE.BOTH) ? 'BOTH' : wordOf(EDGE, flags, 'NONE'),
      debounceUs: debounceIn(view),
    },
  };
}

function debounceIn(view: DataView): number {
  for (let at = 0; at < Math.min(view.getUint32(LINE_INFO.numAttrs, LITTLE), MOST_ATTRS); at++) {
    const attribute = LINE_INFO.attrs + at * ATTRIBUTE_SIZE;
    if (view.getUint32(attribute, LITTLE) === ATTR.DEBOUNCE) return view.getUint32(attribute + 8, LITTLE);
  }
  return 0;
}

/** A line that is asked for. */
export interface WantedLine {
  readonly offset: number;
  readonly settings: LineSettings;
  /** Of an output: what it shows from the first moment on. */
  readonly value?: LineValue;
}

/**
 * What GET_LINE is asked with: these lines, all or none of them. It answers in the same bytes.
 *
 * @param consumer who will hold them, as others see it; 31 bytes of it are kept
 * @throws RangeError for more lines, or lines of more kinds, than one request can have
 */
export function lineRequest(lines: readonly WantedLine[], consumer: string): Uint8Array {
  if (lines.length === 0 || lines.length > MOST_LINES) throw new RangeError(`${lines.length} lines, expected 1 to ${MOST_LINES}`);
  const bytes = new Uint8Array(REQUEST.size);
  const view = viewOf(bytes);
  lines.forEach(({ offset }, at) => view.setUint32(4 * at, offset, LITTLE));
  bytes.set(Buffer.from(consumer).subarray(0, NAME_SIZE - 1), REQUEST.consumer);
  bytes.set(lineConfig(lines), REQUEST.config);
  view.setUint32(REQUEST.numLines, lines.length, LITTLE);
  return bytes;
}

/** The descriptor by which the lines are held from now on; they are let go when it is closed. */
export function readLineRequestFd(bytes: Uint8Array): number {
  return viewOf(bytes).getInt32(REQUEST.fd, LITTLE);
}

/**
 * What LINE_SET_CONFIG is asked with: how all lines of a request are to behave, in the order of the request.
 *
 * @throws RangeError for lines of more kinds than one request can have
 */
export function lineConfig(lines: readonly Omit<WantedLine, 'offset'>[]): Uint8Array {
  const flags = lines.map(({ settings }) => flagsOf(settings));
  const [usual = 0n] = flags;
  const attributes: Attribute[] = [
    ...grouped(flags.map((one) => (one === usual ? undefined : one))).map(([value, mask]) => ({ id: ATTR.FLAGS, value, mask })),
    ...outputValues(lines),
    ...grouped(lines.map(({ settings: { debounceUs } }) => (debounceUs === 0 ? undefined : BigInt(debounceUs)))).map(
      ([value, mask]) => ({ id: ATTR.DEBOUNCE, value, mask }),
    ),
  ];
  if (attributes.length > MOST_ATTRS)
    throw new RangeError(`the lines differ in ${attributes.length} ways, expected at most ${MOST_ATTRS}`);
  const bytes = new Uint8Array(CONFIG.size);
  const view = viewOf(bytes);
  view.setBigUint64(CONFIG.flags, usual, LITTLE);
  view.setUint32(CONFIG.numAttrs, attributes.length, LITTLE);
  attributes.forEach((attribute, at) => writeAttribute(view, CONFIG.attrs + at * CONFIG_ATTRIBUTE_SIZE, attribute));
  return bytes;
}

interface Attribute {
  readonly id: number;
  readonly value: bigint;
  /** Which lines it is for: bit n is line n of the request. */
  readonly mask: bigint;
}

function writeAttribute(view: DataView, at: number, { id, value, mask }: Attribute): void {
  view.setUint32(at, id, LITTLE);
  // the period is half as wide as what it shares its place with
  if (id === ATTR.DEBOUNCE) view.setUint32(at + 8, Number(value), LITTLE);
  else view.setBigUint64(at + 8, value, LITTLE);
  view.setBigUint64(at + ATTRIBUTE_SIZE, mask, LITTLE);
}

function outputValues(lines: readonly Omit<WantedLine, 'offset'>[]): Attribute[] {
  const mask = bitsOf(lines.map(({ value }) => value !== undefined));
  return mask === 0n ? [] : [{ id: ATTR.OUTPUT_VALUES, value: bitsOf(lines.map(({ value }) => value === 1)), mask }];
}

/** What LINE_GET_VALUES and LINE_SET_VALUES are asked with. @param values by the place of the line in its request; others are left alone */
export function lineValues(values: ReadonlyMap<number, LineValue>): Uint8Array {
  const bytes = new Uint8Array(VALUES.size);
  const view = viewOf(bytes);
  const places = [...values.keys()];
  view.setBigUint64(0, maskOf(places.filter((place) => values.get(place) === 1)), LITTLE);
  view.setBigUint64(VALUES.mask, maskOf(places), LITTLE);
  return bytes;
}

/** By the place of the line in its request: those that were asked for. */
export function readLineValues(bytes: Uint8Array): ReadonlyMap<number, LineValue> {
  const view = viewOf(bytes);
  const [bits, mask] = [view.getBigUint64(0, LITTLE), view.getBigUint64(VALUES.mask, LITTLE)];
  const places = Array.from({ length: MOST_LINES }, (_, place) => place).filter((place) => has(mask, 1n << BigInt(place)));
  return new Map(places.map((place) => [place, has(bits, 1n << BigInt(place)) ? 1 : 0]));
}

/** A change of a line, as the kernel saw it. */
export interface LineEvent {
  readonly offset: number;
  readonly edge: 'RISING' | 'FALLING';
  /** ns of the monotonic clock: when it happened, not when it was read. */
  readonly timestampNs: bigint;
  /** Counts the events of this line since it was requested; a gap means events that nobody read in time. */
  readonly lineSeqno: number;
}

export const LINE_EVENT_SIZE = EVENT.size;

/** @param bytes whole events, as they were read from the descriptor of a request */
export function readLineEvents(bytes: Uint8Array): LineEvent[] {
  return Array.from({ length: Math.floor(bytes.length / EVENT.size) }, (_, at) => {
    const view = viewOf(bytes.subarray(at * EVENT.size, (at + 1) * EVENT.size));
    return {
      offset: view.getUint32(EVENT.offset, LITTLE),
      edge: view.getUint32(EVENT.id, LITTLE) === RISING_EDGE ? 'RISING' : 'FALLING',
      timestampNs: view.getBigUint64(0, LITTLE),
      lineSeqno: view.getUint32(EVENT.lineSeqno, LITTLE),
    };
  });
}

function flagsOf({ direction, activeLow, bias, drive, edge }: LineSettings): bigint {
  const way = direction === 'INPUT' ? FLAG.INPUT | EDGE[edge] : FLAG.OUTPUT | DRIVE[drive];
  return way | BIAS[bias] | (activeLow ? FLAG.ACTIVE_LOW : 0n);
}

/** Each value with the lines that have it. */
function grouped(values: readonly (bigint | undefined)[]): (readonly [value: bigint, mask: bigint])[] {
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  return distinct.map((value) => [value, bitsOf(values.map((one) => one === value))]);
}

function bitsOf(isSet: readonly boolean[]): bigint {
  return maskOf([...isSet.keys()].filter((at) => isSet[at]));
}

function maskOf(places: readonly number[]): bigint {
  return places.reduce((mask, place) => mask | (1n << BigInt(place)), 0n);
}

function wordOf<Word extends string>(words: Readonly<Record<Word, bigint>>, flags: bigint, otherwise: Word): Word {
  const found = (Object.entries(words) as [Word, bigint][]).find(([, bits]) => bits !== 0n && has(flags, bits));
  return found?.[0] ?? otherwise;
}

function has(flags: bigint, bits: bigint): boolean {
  return (flags & bits) === bits;
}

function readName(bytes: Uint8Array, at: number): string {
  return readField(bytes, at, NAME_SIZE);
}
