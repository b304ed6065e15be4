import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { readConfiguration, writeConfiguration } from '../../device-configuration.js';
import { draftOf } from '../../drafts.js';
import { type Sending, useSending } from '../../parts/sending.js';
import { Refused } from '../../refused.js';
import { isOutdated } from '../../tagged.js';
import type { KnownDevice, KnownDevices } from '../../use-devices.js';

/** Shares of the plan's width and height. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Who stands where, while somebody moves them. */
export interface Arrangement extends Sending {
  readonly chosen: Signal<string | undefined>;
  readonly positionOf: (device: KnownDevice) => Position | undefined;
  /** Shows it there; it is not kept yet. */
  readonly move: (deviceId: string, position: Position) => void;
  /** The same, by shares of the plan from where it is. */
  readonly moveBy: (device: KnownDevice, by: Position) => void;
  /** Keeps where it was moved to. */
  readonly save: (deviceId: string) => void;
  /** The same, of what is being moved; nothing, of what was not. */
  readonly letGo: (deviceId: string) => void;
  readonly takeOff: (deviceId: string) => void;
  /** Those that were moved and let go, and it was not kept. */
  readonly unsaved: readonly string[];
}

const nobodyMoved: ReadonlyMap<string, Position> = new Map();

export function useArrangement({ changed }: Pick<KnownDevices, 'changed'>): Arrangement {
  const moved = draftOf('plan', nobodyMoved);
  const chosen = useSignal<string | undefined>(undefined);
  /** Whom somebody is moving, and has not let go yet. */
  const held = useSignal<string | undefined>(undefined);
  const sending = useSending();
  const before = useRef<Promise<unknown>>(Promise.resolve());
  /** One after the other, and only where it is last: each change is of what the one before has made. */
  const keep = (deviceId: string, position: Position | undefined) => {
    before.current = before.current.then(() =>
      moved.value.get(deviceId) === position ? keepNow(deviceId, position) : undefined,
    );
  };
  const keepNow = async (deviceId: string, position: Position | undefined) => {
    const isDone = await sending.send(async () => changed(deviceId, { place: await putOnPlan(deviceId, position) }));
    if (!isDone) return;
    const left = new Map(moved.value);
    // it may have been moved on meanwhile
    if (left.get(deviceId) === position) left.delete(deviceId);
    moved.value = left;
  };
  const move = (deviceId: string, position: Position) => {
    moved.value = new Map(moved.value).set(deviceId, bounded(position));
    held.value = deviceId;
  };
  const save = (deviceId: string) => {
    held.value = undefined;
    const position = moved.value.get(deviceId);
    if (position) keep(deviceId, position);
  };
  const positionOf = ({ deviceId, place }: KnownDevice) => moved.value.get(deviceId) ?? place?.plan;
  return {
    ...sending,
    chosen,
    positionOf,
    move,
    moveBy: (device, by) => {
      // a key that is held down is faster than what is shown
      const { x, y } = positionOf(device) ?? by;
      move(device.deviceId, { x: x + by.x, y: y + by.y });
    },
    save,
    letGo: (deviceId) => {
      if (held.value === deviceId) save(deviceId);
    },
    takeOff: (deviceId) => {
      moved.value = new Map([...moved.value].filter(([one]) => one !== deviceId));
      keep(deviceId, undefined);
    },
    unsaved: [...moved.value.keys()].filter((deviceId) => deviceId !== held.value),
  };
}

function bounded({ x, y }: Position): Position {
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return { x: share(x), y: share(y) };
}

/** Where a device stands is its own matter: whatever else somebody says of it meanwhile stays. @throws Refused */
async function putOnPlan(deviceId: string, position: Position | undefined): Promise<NonNullable<KnownDevice['place']>> {
  return change(deviceId, position).catch((err: unknown) => {
    if (isOutdated(Refused.of(err))) return change(deviceId, position);
    throw err;
  });
}

async function change(deviceId: string, position: Position | undefined): Promise<NonNullable<KnownDevice['place']>> {
  const { value, etag } = await readConfiguration(deviceId);
  const { place: before, ...others } = value;
  const { plan: _plan, ...where } = before ?? {};
  const place = { ...where, ...(position && { plan: position }) };
  const isAnywhere = Object.keys(place).length > 0;
  await writeConfiguration(deviceId, { value: { ...others, ...(isAnywhere && { place }) }, etag });
  return place;
}
