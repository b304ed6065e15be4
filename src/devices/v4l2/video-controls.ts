import { type CameraControl, requireSettable } from '../../camera/controls.js';
import { GatewayError, messageOf } from '../../errors.js';
import type { Libc } from '../libc.js';
import {
  CONTROL_IOCTL,
  type ControlDescription,
  controlQuestion,
  type ControlType,
  menuQuestion,
  nextControlQuestion,
  readControl,
  readControlValue,
  readMenuItem,
} from './controls-uapi.js';

/** A driver that enumerates without end is one with a fault. */
const MOST = { controls: 128, items: 64 } as const;

type Known = ControlDescription & { readonly type: ControlType };

/** The controls of a video node. Its calls may take as long as the camera does: they are made in a thread of their own. */
export class VideoControls {
  constructor(
    private readonly libc: Pick<Libc, 'ioctl'>,
    private readonly fd: number,
  ) {}

  /** @throws Error of the system when the camera is gone */
  list(): CameraControl[] {
    return named(this.known()).map(([controlId, control]) => this.describe(controlId, control));
  }

  /**
   * Sets them one after the other; when one fails, those before it get back what they had.
   *
   * @throws GatewayError `invalid` for what it does not have or take; `unavailable` when the camera does not take it now
   */
  set(values: ReadonlyMap<string, number>): void {
    requireSettable(this.list(), values);
    const wanted = named(this.known()).flatMap(([controlId, control]) => {
      const value = values.get(controlId);
      return value === undefined ? [] : [{ controlId, control, value }];
    });
    const undo: (() => void)[] = [];
    try {
      for (const { control, value, controlId } of wanted) {
        const before = this.valueOf(control);
        this.write(controlId, control, value);
        if (before !== undefined) undo.unshift(() => this.write(controlId, control, before));
      }
    } catch (error) {
      for (const step of undo) attempt(step);
      throw error;
    }
  }

  private describe(controlId: string, control: Known): CameraControl {
    const { name, min, max, step, isReadOnly, isInactive } = control;
    const value = this.valueOf(control);
    const isMenu = control.type === 'MENU' || control.type === 'INTEGER_MENU';
    return {
      ...{ controlId, name, type: control.type === 'INTEGER_MENU' ? 'MENU' : control.type },
      ...{ min, max, step, default: control.default, isReadOnly, isInactive },
      ...(value === undefined ? {} : { value }),
      ...(isMenu ? { menu: this.menuOf(control) } : {}),
    };
  }

  private known(): Known[] {
    const found: Known[] = [];
    let id = 0;
    for (let count = 0; count < MOST.controls; count++) {
      const bytes = nextControlQuestion(id);
      if (!this.asks(CONTROL_IOCTL.QUERY_EXT_CTRL, bytes)) break;
      const control = readControl(bytes);
      if (control.type && !control.isDisabled) found.push({ ...control, type: control.type });
      id = control.id;
    }
    return found;
  }

  /** A menu may have gaps. */
  private menuOf({ id, type, min, max }: Known): { value: number; name: string }[] {
    const items: { value: number; name: string }[] = [];
    for (let value = min; value <= Math.min(max, min + MOST.items - 1); value++) {
      const bytes = menuQuestion(id, value);
      if (this.asks(CONTROL_IOCTL.QUERYMENU, bytes)) items.push({ value, name: readMenuItem(bytes, type) });
    }
    return items;
  }

  private valueOf({ id, type, isWriteOnly }: Known): number | undefined {
    if (type === 'BUTTON' || isWriteOnly) return undefined;
    const bytes = controlQuestion(id);
    return this.asks(CONTROL_IOCTL.G_CTRL, bytes) ? readControlValue(bytes, type) : undefined;
  }

  private write(controlId: string, { id }: Known, value: number): void {
    try {
      this.libc.ioctl(this.fd, CONTROL_IOCTL.S_CTRL, controlQuestion(id, value));
    } catch (cause) {
      throw new GatewayError('unavailable', `the camera does not take ${value} for ${controlId} now: ${messageOf(cause)}`, {
        cause,
      });
    }
  }

  /** @returns whether there is an answer */
  private asks(request: number, bytes: Uint8Array): boolean {
    try {
      this.libc.ioctl(this.fd, request, bytes);
      return true;
    } catch (error) {
      if (['ENODEV', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return false;
    }
  }
}

/** By their names in small letters; of several with one name, those behind the first are numbered. */
function named(controls: readonly Known[]): (readonly [controlId: string, control: Known])[] {
  const seen = new Map<string, number>();
  return controls.map((control) => {
    const plain =
      control.name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_|_$/g, '') || `control_${control.id.toString(16)}`;
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return [count === 1 ? plain : `${plain}_${count}`, control];
  });
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // what cannot be put back stays as it is, and the first failure is told
  }
}
