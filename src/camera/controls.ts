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

/** How an adapter reads and sets the controls of its camera, also while nobody looks. */
export interface ControlsPort {
  /** @throws GatewayError `unavailable` */
  list(): Promise<readonly CameraControl[]>;
  /**
   * Sets these, in an order in which they can be, or leaves all as they were, as far as the camera lets itself be put back.
   *
   * @param values by controlId
   * @returns all of them, as they are now
   * @throws GatewayError `invalid` for what it does not have or take, by name and range; `conflict` for what it does not take as things
   *   are now; `unavailable`, `timeout`
   */
  set(values: ReadonlyMap<string, number>): Promise<readonly CameraControl[]>;
}

/** @throws GatewayError `invalid` for the first that the camera does not have or take, in words that name it and its range */
export function requireSettable(controls: readonly CameraControl[], values: ReadonlyMap<string, number>): void {
  for (const [controlId, value] of values) {
    const refusal = refusalOf(controls, controlId, value);
    if (refusal !== undefined) throw new GatewayError('invalid', refusal);
  }
}

/** @returns why it is nothing that the camera takes, in words that name the control and its range */
export function refusalOf(controls: readonly CameraControl[], controlId: string, value: number): string | undefined {
  const control = controls.find((one) => one.controlId === controlId);
  if (!control) return `there is no control ${controlId}: ${listOf(controls)}`;
  if (control.isReadOnly) return `${controlId} can only be read`;
  return takes(control, value) ? undefined : `${controlId} is ${value}, expected ${expected(control)}`;
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
