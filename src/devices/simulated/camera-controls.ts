import { type CameraControl, type ControlsPort, requireSettable } from '../../camera/controls.js';
import { GatewayError } from '../../errors.js';

type Simulated = Omit<CameraControl, 'value' | 'isReadOnly' | 'isInactive'>;

const range = (controlId: string, name: string, min: number, max: number, normal: number): Simulated => ({
  ...{ controlId, name, type: 'INTEGER', min, max, step: 1, default: normal },
});
const CONTROLS: readonly Simulated[] = [
  range('brightness', 'Brightness', -100, 100, 0),
  range('contrast', 'Contrast', 0, 200, 100),
  { controlId: 'auto_exposure', name: 'Auto Exposure', type: 'BOOLEAN', min: 0, max: 1, step: 1, default: 1 },
  range('exposure', 'Exposure', 1, 400, 100),
  {
    ...{ controlId: 'color_effects', name: 'Color Effects', type: 'MENU', min: 0, max: 3, step: 1, default: 0 },
    menu: [
      { value: 0, name: 'None' },
      { value: 1, name: 'Black & White' },
      { value: 3, name: 'Negative' },
    ],
  },
  { controlId: 'reset', name: 'Reset', type: 'BUTTON', min: 0, max: 0, step: 0, default: 0 },
];
const ORDER = ['auto_exposure', 'reset'];

/** What can be set at a simulated camera, in the units of its picture: it forgets all of it without power, as most cameras do. */
export class SimulatedControls implements ControlsPort {
  private values = normal();

  /** @param obstacle why the camera cannot be asked now */
  constructor(private readonly obstacle: () => string | undefined) {}

  async list(): Promise<readonly CameraControl[]> {
    await Promise.resolve();
    this.mustBeThere();
    return CONTROLS.map((control) => ({
      ...control,
      ...(control.type === 'BUTTON' ? {} : { value: this.valueOf(control.controlId) }),
      ...{ isReadOnly: false, isInactive: isInactive(control.controlId, this.values) },
    }));
  }

  async set(values: ReadonlyMap<string, number>): Promise<readonly CameraControl[]> {
    requireSettable(await this.list(), values);
    const next = new Map(this.values);
    const inOrder = [...values].sort(([one], [other]) => ORDER.indexOf(other) - ORDER.indexOf(one));
    for (const [controlId, value] of inOrder) {
      if (isInactive(controlId, next))
        throw new GatewayError('conflict', `the camera does not take ${value} for ${controlId} now: auto_exposure is 1`);
      if (controlId === 'reset') for (const [id, usual] of normal()) next.set(id, usual);
      else next.set(controlId, value);
    }
    this.values = next;
    return this.list();
  }

  /** As if it had been without power. */
  forget(): void {
    this.values = normal();
  }

  /** @param rgb three bytes for each pixel, changed in place */
  apply(rgb: Uint8Array): void {
    const effect = this.valueOf('color_effects');
    if (effect === 1) withoutColour(rgb);
    const table = this.table(effect === 3);
    if (table.every((shade, at) => shade === at)) return;
    for (let at = 0; at < rgb.length; at++) rgb[at] = table[rgb[at] ?? 0] ?? 0;
  }

  /** What becomes of each shade. */
  private table(isNegative: boolean): Uint8ClampedArray {
    const exposure = this.valueOf('auto_exposure') === 1 ? 100 : this.valueOf('exposure');
    const [contrast, brightness] = [this.valueOf('contrast') / 100, this.valueOf('brightness')];
    return Uint8ClampedArray.from({ length: 256 }, (_, shade) => {
      const shown = Math.min((shade * exposure) / 100, 255);
      const made = (shown - 128) * contrast + 128 + brightness;
      return isNegative ? 255 - made : made;
    });
  }

  private valueOf(controlId: string): number {
    return this.values.get(controlId) ?? 0;
  }

  private mustBeThere(): void {
    const obstacle = this.obstacle();
    if (obstacle !== undefined) throw new GatewayError('unavailable', obstacle);
  }
}

function normal(): Map<string, number> {
  return new Map(CONTROLS.filter(({ type }) => type !== 'BUTTON').map((control) => [control.controlId, control.default]));
}

function isInactive(controlId: string, values: ReadonlyMap<string, number>): boolean {
  return controlId === 'exposure' && values.get('auto_exposure') === 1;
}

function withoutColour(rgb: Uint8Array): void {
  for (let at = 0; at < rgb.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
    rgb.fill(Math.round(0.299 * red + 0.587 * green + 0.114 * blue), at, at + 3);
  }
}
