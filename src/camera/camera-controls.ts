import { AtMost } from '../at-most.js';
import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { State } from '../registry/state.js';
import { after } from './after.js';
import type { Camera } from './camera.js';
import { type CameraControl, refusalOf, requireSettable } from './controls.js';

/** The collection in which is kept what each camera was set to. */
export const COLLECTION = 'cameraControls';
/** Callers that wait for those who change something before them. */
const MOST_WAITING = 16;
/** A camera that has just come back may not answer yet. */
const AGAIN_MS = 10_000;

export type Values = ReadonlyMap<string, number>;

export interface ControlsParts {
  readonly state: State;
  readonly clock: Clock;
  readonly report: (message: string) => void;
}

/**
 * The controls of one camera. What somebody has set is kept, and set again when the gateway starts and whenever the camera comes back:
 * most cameras forget it without power.
 */
export class CameraControls implements AsyncDisposable {
  private readonly changes: AtMost;
  private readonly watching: Disposable;
  private again: Disposable | undefined;
  private closed = false;
  /** What was told last of what cannot be put back, so that it is told once. */
  private reported = '';

  /** @param kept what somebody has set, by controlId */
  constructor(
    readonly camera: Camera,
    private kept: Values,
    private readonly parts: ControlsParts,
  ) {
    const refusal = () =>
      new GatewayError('unavailable', `camera ${camera.cameraId}: too many change its controls; try again later`);
    this.changes = new AtMost(1, MOST_WAITING, refusal);
    this.watching = camera.health.watch(() => this.putBackSoon());
    this.putBackSoon();
  }

  /** @returns none where it has none, or they cannot be had @throws GatewayError as the camera */
  async list(): Promise<readonly CameraControl[]> {
    return (await this.camera.controls?.list()) ?? [];
  }

  /**
   * Sets these and leaves the others, or leaves all as they were.
   *
   * @param check throws when the present controls are not what the caller thinks they are
   * @returns all controls, once what was set is on disk
   * @throws GatewayError `invalid` for what the camera does not have or take; `conflict`, `unavailable` and `timeout` as the camera;
   *   `unavailable` when it cannot be kept; and what `check` throws
   */
  set(values: Values, check: (present: readonly CameraControl[]) => void): Promise<readonly CameraControl[]> {
    return this.changes.run(async () => {
      const before = await this.list();
      check(before);
      requireSettable(before, values);
      const { controls } = this.camera;
      if (!controls) return before;
      const now = await controls.set(values);
      try {
        await this.keep(values, now);
      } catch (error) {
        await controls.set(valuesOf(before, values)).catch(() => undefined);
        throw error;
      }
      return now;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.closed = true;
    this.watching[Symbol.dispose]();
    this.again?.[Symbol.dispose]();
    // what is under way ends first; when there is no room to wait for it, it does so by itself
    await this.changes.run(() => Promise.resolve()).catch(() => undefined);
  }

  /** What another control decides now, what is only pressed and what this camera does not have is not kept. */
  private async keep(values: Values, now: readonly CameraControl[]): Promise<void> {
    const wanted = new Map([...this.kept, ...values]);
    const kept = new Map([...wanted].filter(([controlId]) => isKept(now.find((control) => control.controlId === controlId))));
    await this.parts.state.commit([{ collection: COLLECTION, id: this.camera.cameraId, body: Object.fromEntries(kept) }]);
    this.kept = kept;
  }

  private putBackSoon(): void {
    this.again?.[Symbol.dispose]();
    if (this.closed || this.kept.size === 0 || this.camera.health.value.state !== 'ACTIVE') return;
    // there is always room: a camera comes back more seldom than this takes
    this.changes.run(() => this.putBack()).catch((error: unknown) => this.tryAgain(error));
  }

  private tryAgain(error: unknown): void {
    this.tell([messageOf(error)]);
    this.again?.[Symbol.dispose]();
    if (!this.closed) this.again = after(this.parts.clock, AGAIN_MS, () => this.putBackSoon());
  }

  private async putBack(): Promise<void> {
    const present = await this.list();
    const lost = [...this.kept].filter(([id, value]) => present.find(({ controlId }) => controlId === id)?.value !== value);
    const refusals = lost.flatMap(([controlId, value]) => refusalOf(present, controlId, value) ?? []);
    const able = lost.filter(([controlId, value]) => refusalOf(present, controlId, value) === undefined);
    this.tell([...refusals, ...(await this.setAsFarAs(able))]);
  }

  /** @returns why some of them were not taken */
  private async setAsFarAs(values: readonly (readonly [string, number])[]): Promise<string[]> {
    const { controls } = this.camera;
    if (!controls || values.length === 0) return [];
    try {
      await controls.set(new Map(values));
      return [];
    } catch (error) {
      if (!(error instanceof GatewayError && error.code === 'conflict')) throw error;
      if (values.length === 1) return [error.message];
      const refusals: string[] = [];
      for (const one of values) refusals.push(...(await this.setAsFarAs([one])));
      return refusals;
    }
  }

  private tell(refusals: readonly string[]): void {
    const words = refusals.join('; ');
    if (words !== this.reported && words !== '')
      this.parts.report(`camera ${this.camera.cameraId} is not as it was set: ${words}`);
    this.reported = words;
  }
}

function isKept(control: CameraControl | undefined): boolean {
  return control !== undefined && control.type !== 'BUTTON' && !control.isReadOnly && !control.isInactive;
}

/** @returns what `controls` say of those in `values` */
function valuesOf(controls: readonly CameraControl[], values: Values): Values {
  return new Map(
    controls.flatMap(({ controlId, value }) => (values.has(controlId) && value !== undefined ? [[controlId, value]] : [])),
  );
}
