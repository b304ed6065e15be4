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
  nextOldControlQuestion,
  oldControlQuestion,
  readControl,
  readControlValue,
  readMenuItem,
  readOldControl,
  USUAL_CONTROLS,
} from './controls-uapi.js';

/** A driver that enumerates without end is one with a fault. */
const MOST = { controls: 128, items: 64 } as const;

type Read = (bytes: Uint8Array) => ControlDescription;
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
   * @throws GatewayError `invalid` for what it does not have or take; `conflict` when the camera does not take it as things are now
   */
  set(values: ReadonlyMap<string, number>): void {
    requireSettable(this.list(), values);
    const wanted = named(this.known()).flatMap(([controlId, control]) => {
      const value = values.get(controlId);
      return value === undefined ? [] : [{ controlId, control, value }];
    });
    wanted.sort((one, other) => Number(isNumber(one.control)) - Number(isNumber(other.control)));
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

  /** As well as the driver can say: by the newer question, by the older one, or to whoever asks for one of them. */
  private known(): Known[] {
    const ways = [
      () => this.following(CONTROL_IOCTL.QUERY_EXT_CTRL, nextControlQuestion, readControl),
      () => this.following(CONTROL_IOCTL.QUERYCTRL, nextOldControlQuestion, readOldControl),
      () => USUAL_CONTROLS.flatMap((id) => this.query(CONTROL_IOCTL.QUERYCTRL, oldControlQuestion(id), readOldControl) ?? []),
    ];
    for (const way of ways) {
      const found = way();
      if (found.length > 0)
        return found.flatMap((control) => (control.type && !control.isDisabled ? [{ ...control, type: control.type }] : []));
    }
    return [];
  }

  private following(request: number, question: (id: number) => Uint8Array, read: Read): ControlDescription[] {
    const found: ControlDescription[] = [];
    while (found.length < MOST.controls) {
      const next = this.query(request, question(found.at(-1)?.id ?? 0), read);
      if (!next) break;
      found.push(next);
    }
    return found;
  }

  private query(request: number, bytes: Uint8Array, read: Read): ControlDescription | undefined {
    return this.asks(request, bytes) ? read(bytes) : undefined;
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
      if (isGone(cause)) throw cause;
      throw new GatewayError('conflict', `the camera does not take ${value} for ${controlId} now: ${messageOf(cause)}`, {
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
      if (isGone(error)) throw error;
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

/** Whoever switches off what a camera does by itself may set what it did: switches come first. */
function isNumber({ type }: Known): boolean {
  return type === 'INTEGER' || type === 'BITMASK';
}

function isGone(error: unknown): boolean {
  return ['ENODEV', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // what cannot be put back stays as it is, and the first failure is told
  }
}
