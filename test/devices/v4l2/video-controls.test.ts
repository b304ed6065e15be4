import { beforeEach, describe, expect, it } from '@jest/globals';
import { systemError } from '../../../src/devices/libc.js';
import { CONTROL_IOCTL } from '../../../src/devices/v4l2/controls-uapi.js';
import { VideoControls } from '../../../src/devices/v4l2/video-controls.js';

interface Made {
  readonly id: number;
  readonly name: string;
  readonly type: number;
  readonly range: readonly [min: number, max: number, step: number, normal: number];
  readonly flags?: number;
  /** By value. */
  readonly menu?: Readonly<Record<number, string>>;
}

const CONTROLS: readonly Made[] = [
  { id: 0x980001, name: 'User Controls', type: 6, range: [0, 0, 0, 0], flags: 4 },
  { id: 0x980900, name: 'Brightness', type: 1, range: [-64, 64, 2, 0] },
  { id: 0x98090c, name: 'White Balance, Automatic', type: 2, range: [0, 1, 1, 1] },
  { id: 0x980918, name: 'Power Line Frequency', type: 3, range: [0, 2, 1, 1], menu: { 0: 'Disabled', 2: '60 Hz' } },
  { id: 0x98091a, name: 'White Balance Temperature', type: 1, range: [2800, 6500, 1, 4600], flags: 0x10 },
  { id: 0x9a0901, name: 'Reset', type: 4, range: [0, 0, 0, 0], flags: 0x40 },
  { id: 0x9a0902, name: 'Serial', type: 1, range: [0, 9, 1, 3], flags: 4 },
  { id: 0x9a0903, name: 'Gone', type: 1, range: [0, 9, 1, 3], flags: 1 },
  { id: 0x9a0904, name: 'Bits', type: 8, range: [0, 0x80000001, 0, 0] },
];

/** How a driver says what it has: by the newer question, by the older one, or by that only for each alone. */
type Way = 'newer' | 'older' | 'each';

/** The kernel's answers for these controls, by the places in its own structures. */
class Kernel {
  readonly values = new Map(CONTROLS.map(({ id, range }) => [id, range[3]]));
  /** Does not take any value for this one. */
  stubborn: number | undefined;
  isGone = false;
  way: Way = 'newer';
  readonly written: number[] = [];

  ioctl(_: number, request: number, argument: Uint8Array): void {
    if (this.isGone) throw systemError('ioctl', 19);
    const view = new DataView(argument.buffer);
    const asked = view.getUint32(0, true);
    if (asked >= 2 ** 31 && (this.way === 'each' || (request === CONTROL_IOCTL.QUERY_EXT_CTRL) !== (this.way === 'newer')))
      throw systemError('ioctl', 25);
    const id = asked % 2 ** 31;
    const control = CONTROLS.find((one) => (asked === id ? one.id === id : one.id > id));
    if (!control) throw systemError('ioctl', 22);
    switch (request) {
      case CONTROL_IOCTL.QUERY_EXT_CTRL:
        whatItIs(view, control);
        control.range.forEach((number, at) => view.setBigInt64(40 + 8 * at, BigInt(number), true));
        view.setUint32(72, control.flags ?? 0, true);
        return;
      case CONTROL_IOCTL.QUERYCTRL:
        whatItIs(view, control);
        control.range.forEach((number, at) => view.setInt32(40 + 4 * at, number | 0, true));
        view.setUint32(56, control.flags ?? 0, true);
        return;
      case CONTROL_IOCTL.QUERYMENU: {
        const item = control.menu?.[view.getUint32(4, true)];
        if (item === undefined) throw systemError('ioctl', 22);
        argument.set(Buffer.from(item), 8);
        return;
      }
      case CONTROL_IOCTL.G_CTRL: {
        view.setInt32(4, this.values.get(id) ?? 0, true);
        return;
      }
      case CONTROL_IOCTL.S_CTRL:
        if (id === this.stubborn) throw systemError('ioctl', 16);
        this.written.push(id);
        return void this.values.set(id, view.getInt32(4, true));
    }
  }
}

function whatItIs(view: DataView, { id, type, name }: Made): void {
  [id, type].forEach((number, at) => view.setUint32(4 * at, number, true));
  Buffer.from(name).forEach((letter, at) => view.setUint8(8 + at, letter));
}

let kernel: Kernel;
let controls: VideoControls;
beforeEach(() => {
  kernel = new Kernel();
  controls = new VideoControls(kernel, 7);
});
const set = (values: Record<string, number>) => controls.set(new Map(Object.entries(values)));

describe('The controls of a camera', () => {
  it('are those that it has, with what they take, and neither headings nor what is disabled', () => {
    const usual = { isReadOnly: false, isInactive: false };
    expect(controls.list()).toEqual([
      {
        controlId: 'brightness',
        name: 'Brightness',
        type: 'INTEGER',
        min: -64,
        max: 64,
        step: 2,
        default: 0,
        value: 0,
        ...usual,
      },
      expect.objectContaining({ controlId: 'white_balance_automatic', type: 'BOOLEAN', value: 1 }),
      expect.objectContaining({
        ...{ controlId: 'power_line_frequency', type: 'MENU', default: 1 },
        menu: [
          { value: 0, name: 'Disabled' },
          { value: 2, name: '60 Hz' },
        ],
      }),
      expect.objectContaining({ controlId: 'white_balance_temperature', isInactive: true }),
      { controlId: 'reset', name: 'Reset', type: 'BUTTON', min: 0, max: 0, step: 0, default: 0, ...usual },
      expect.objectContaining({ controlId: 'serial', isReadOnly: true, value: 3 }),
      expect.objectContaining({ controlId: 'bits', type: 'BITMASK', max: 0x80000001 }),
    ]);
  });

  it.each(['older', 'each'] as const)('are the same of a driver that only knows the older question: %s', (way) => {
    const newer = controls.list();
    kernel.way = way;
    expect(controls.list()).toEqual(newer);
  });

  it('are set so that switches come before what they switch', () => {
    set({ brightness: 2, white_balance_automatic: 0, power_line_frequency: 2, white_balance_temperature: 3000 });
    expect(kernel.written).toEqual([0x98090c, 0x980918, 0x980900, 0x98091a]);
  });

  it('are set together, the highest bit of a mask too', () => {
    set({ brightness: -64, power_line_frequency: 2, reset: 1, bits: 0x80000000 });
    const value = (controlId: string) => controls.list().find((control) => control.controlId === controlId)?.value;
    expect(['brightness', 'power_line_frequency', 'bits'].map(value)).toEqual([-64, 2, 0x80000000]);
  });

  it.each([
    [{ brightness: 66 }, 'brightness is 66, expected a whole number from -64 to 64 in steps of 2'],
    [{ brightness: 3 }, 'brightness is 3, expected a whole number from -64 to 64 in steps of 2'],
    [{ power_line_frequency: 1 }, 'power_line_frequency is 1, expected one of 0 (Disabled), 2 (60 Hz)'],
    [{ serial: 1 }, 'serial can only be read'],
    [{ bits: 2 }, 'bits is 2, expected bits of 0x80000001'],
    [{ contrast: 2 }, /there is no control contrast: it has brightness, /],
  ] satisfies [Record<string, number>, string | RegExp][])('refuse %j, and nothing is changed', (values, words) => {
    expect(() => set({ white_balance_automatic: 0, ...values })).toThrow(words);
    expect(kernel.values.get(0x98090c)).toBe(1);
  });

  it('are put back when the camera does not take one of them', () => {
    kernel.stubborn = 0x98091a;
    const refused = () => set({ brightness: 20, white_balance_automatic: 0, white_balance_temperature: 3000 });
    expect(refused).toThrow(/does not take 3000 for white_balance_temperature now: EBUSY/);
    expect(refused).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect([kernel.values.get(0x980900), kernel.values.get(0x98090c)]).toEqual([0, 1]);
  });

  it('are not none because the camera is gone', () => {
    kernel.isGone = true;
    expect(() => controls.list()).toThrow('ENODEV');
  });
});
