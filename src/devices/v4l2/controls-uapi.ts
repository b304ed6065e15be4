import { ioctlNumber, LITTLE, readName, viewOf } from '../c-struct.js';

/**
 * The controls of Video4Linux as the kernel declares them. These structures are laid out alike on all architectures.
 *
 * @see include/uapi/linux/videodev2.h
 */

const EXT = { name: 8, min: 40, max: 48, step: 56, default: 64, flags: 72, size: 232 } as const;
/** struct v4l2_queryctrl, of drivers that do not know the newer one. */
const OLD = { min: 40, max: 44, step: 48, default: 52, flags: 56, size: 68 } as const;
const MENU = { index: 4, name: 8, size: 44 } as const;
const CONTROL = { value: 4, size: 8 } as const;

const number = (command: number, size: number) => ioctlNumber(0x56, command, size);
export const CONTROL_IOCTL = {
  G_CTRL: number(27, CONTROL.size),
  S_CTRL: number(28, CONTROL.size),
  QUERYCTRL: number(36, OLD.size),
  QUERYMENU: number(37, MENU.size),
  QUERY_EXT_CTRL: number(103, EXT.size),
} as const;

/** Where things stand, for a test that asks the kernel's own header. */
export const CONTROL_OFFSETS = [
  ...[EXT.min, EXT.max, EXT.step, EXT.default, EXT.flags, OLD.min, OLD.max, OLD.step, OLD.default, OLD.flags],
  ...[MENU.index, MENU.name, CONTROL.value],
];

/** V4L2_CTRL_FLAG_NEXT_CTRL: asks for the first one behind the number, and not for the one of the number. */
const NEXT = 0x8000_0000;
export type ControlType = 'INTEGER' | 'BOOLEAN' | 'MENU' | 'BUTTON' | 'BITMASK' | 'INTEGER_MENU';
/** enum v4l2_ctrl_type; what has more than one number in it is none of ours */
const TYPES: ReadonlyMap<number, ControlType> = new Map([
  [1, 'INTEGER'],
  [2, 'BOOLEAN'],
  [3, 'MENU'],
  [4, 'BUTTON'],
  [8, 'BITMASK'],
  [9, 'INTEGER_MENU'],
]);

/** Where a driver does not know what comes next: those of all cameras, from V4L2_CID_BASE and V4L2_CID_CAMERA_CLASS_BASE on. */
export const USUAL_CONTROLS: readonly number[] = [
  ...Array.from({ length: 44 }, (_, at) => 0x98_0900 + at),
  ...Array.from({ length: 40 }, (_, at) => 0x9a_0900 + at),
];

const FLAG = { DISABLED: 0x1, GRABBED: 0x2, READ_ONLY: 0x4, INACTIVE: 0x10, WRITE_ONLY: 0x40 } as const;

/** struct v4l2_query_ext_ctrl */
export interface ControlDescription {
  readonly id: number;
  readonly name: string;
  /** Undefined for one of a kind that is none of ours. */
  readonly type: ControlType | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  readonly isDisabled: boolean;
  /** Also while something else keeps it from being changed. */
  readonly isReadOnly: boolean;
  readonly isInactive: boolean;
  readonly isWriteOnly: boolean;
}

/** What QUERY_EXT_CTRL is asked with, and answers in. @param id 0 asks for the first */
export function nextControlQuestion(id: number): Uint8Array {
  const bytes = new Uint8Array(EXT.size);
  viewOf(bytes).setUint32(0, id + NEXT, LITTLE);
  return bytes;
}

export function readControl(bytes: Uint8Array): ControlDescription {
  const view = viewOf(bytes);
  const at = (offset: number) => Number(view.getBigInt64(offset, LITTLE));
  const range = { min: at(EXT.min), max: at(EXT.max), step: at(EXT.step), default: at(EXT.default) };
  return { ...whatItIs(bytes, view.getUint32(EXT.flags, LITTLE)), ...range };
}

/** What QUERYCTRL is asked with, and answers in. @param id of a control */
export function oldControlQuestion(id: number): Uint8Array {
  const bytes = new Uint8Array(OLD.size);
  viewOf(bytes).setUint32(0, id, LITTLE);
  return bytes;
}

/** What QUERYCTRL is asked with for the first control behind `id`. */
export function nextOldControlQuestion(id: number): Uint8Array {
  return oldControlQuestion(id + NEXT);
}

export function readOldControl(bytes: Uint8Array): ControlDescription {
  const view = viewOf(bytes);
  const what = whatItIs(bytes, view.getUint32(OLD.flags, LITTLE));
  // of a bit mask the highest bit may be set
  const at = (offset: number) => (what.type === 'BITMASK' ? view.getUint32(offset, LITTLE) : view.getInt32(offset, LITTLE));
  return { ...what, min: at(OLD.min), max: at(OLD.max), step: at(OLD.step), default: at(OLD.default) };
}

/** Alike in both. */
function whatItIs(bytes: Uint8Array, flags: number): Omit<ControlDescription, 'min' | 'max' | 'step' | 'default'> {
  const view = viewOf(bytes);
  return {
    id: view.getUint32(0, LITTLE),
    name: readName(bytes, EXT.name, 32),
    type: TYPES.get(view.getUint32(4, LITTLE)),
    isDisabled: (flags & FLAG.DISABLED) !== 0,
    isReadOnly: (flags & (FLAG.READ_ONLY | FLAG.GRABBED)) !== 0,
    isInactive: (flags & FLAG.INACTIVE) !== 0,
    isWriteOnly: (flags & FLAG.WRITE_ONLY) !== 0,
  };
}

/** What QUERYMENU is asked with, and answers in. */
export function menuQuestion(id: number, index: number): Uint8Array {
  const bytes = new Uint8Array(MENU.size);
  const view = viewOf(bytes);
  view.setUint32(0, id, LITTLE);
  view.setUint32(MENU.index, index, LITTLE);
  return bytes;
}

/** @returns what is to be chosen, in words; that of a menu of numbers is its number */
export function readMenuItem(bytes: Uint8Array, type: ControlType): string {
  if (type === 'INTEGER_MENU') return String(viewOf(bytes).getBigInt64(MENU.name, LITTLE));
  return readName(bytes, MENU.name, 32);
}

/** What G_CTRL and S_CTRL are asked with, and answer in. */
export function controlQuestion(id: number, value = 0): Uint8Array {
  const bytes = new Uint8Array(CONTROL.size);
  const view = viewOf(bytes);
  view.setUint32(0, id, LITTLE);
  // of a bit mask the highest bit may be set
  view.setInt32(CONTROL.value, value | 0, LITTLE);
  return bytes;
}

export function readControlValue(bytes: Uint8Array, type: ControlType): number {
  const view = viewOf(bytes);
  return type === 'BITMASK' ? view.getUint32(CONTROL.value, LITTLE) : view.getInt32(CONTROL.value, LITTLE);
}
