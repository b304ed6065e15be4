import { GatewayError } from '../errors.js';

/** What can be set at a camera, as it says itself. */
export interface CameraControl {
  /** Made of its name: `brightness`, `exposure_time_absolute`. */
  readonly controlId: string;
  /** As the camera calls it, for people. */
  readonly name: string;
  readonly type: 'INTEGER' | 'BOOLEAN' | 'MENU' | 'BITMASK' | 'BUTTON';
  /** Of a bit mask, `max` has the bits that may be set. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** Absent where it cannot be read, as that of a button. */
  readonly value?: number;
  /** Of a menu: what can be chosen, by its value. */
  readonly menu?: readonly { readonly value: number; readonly name: string }[];
  readonly isReadOnly: boolean;
  /** Another control decides now, such as one that does it by itself. */
  readonly isInactive: boolean;
}

/** The controls of one camera. They can be read and set also while nobody looks. */
export interface CameraControls {
  /** @throws GatewayError `unavailable` */
  list(): Promise<readonly CameraControl[]>;
  /**
   * Sets these, in an order in which they can be, or leaves all as they were, as far as the camera lets itself be put back.
   *
   * @param values by controlId
   * @throws GatewayError `invalid` for what it does not have or take, by name and range; `unavailable`
   */
  set(values: ReadonlyMap<string, number>): Promise<void>;
}

/** @throws GatewayError `invalid` for the first that the camera does not have or take, in words that name it and its range */
export function requireSettable(controls: readonly CameraControl[], values: ReadonlyMap<string, number>): void {
  for (const [controlId, value] of values) {
    const control = controls.find((one) => one.controlId === controlId);
    if (!control) throw new GatewayError('invalid', `there is no control ${controlId}: ${listOf(controls)}`);
    if (control.isReadOnly) throw new GatewayError('invalid', `${controlId} can only be read`);
    if (!takes(control, value)) throw new GatewayError('invalid', `${controlId} is ${value}, expected ${expected(control)}`);
  }
}

function takes({ type, min, max, step, menu }: CameraControl, value: number): boolean {
  if (!Number.isInteger(value)) return false;
  if (menu) return menu.some((item) => item.value === value);
  if (type === 'BITMASK') return value >= 0 && (BigInt(value) & ~BigInt(max)) === 0n;
  if (type === 'BUTTON') return true;
  return value >= min && value <= max && (value - min) % Math.max(step, 1) === 0;
}

function expected({ type, min, max, step, menu }: CameraControl): string {
  if (menu) return `one of ${menu.map(({ value, name }) => `${value} (${name})`).join(', ')}`;
  if (type === 'BITMASK') return `bits of 0x${max.toString(16)}`;
  return `a whole number from ${min} to ${max}${step > 1 ? ` in steps of ${step}` : ''}`;
}

function listOf(controls: readonly CameraControl[]): string {
  return controls.length === 0 ? 'it has none' : `it has ${controls.map(({ controlId }) => controlId).join(', ')}`;
}
