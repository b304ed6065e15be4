import { useEffect, useMemo, useState } from 'preact/hooks';
import type { components } from '../../generated/registry.js';
import { registry } from './api.js';
import { framed } from './framed.js';
import { type LiveEvent, onEvent } from './live.js';
import { type Asked, useAsked } from './parts/asked.js';
import { wholeOf } from './parts/paged.js';
import { Told } from './told.js';

export type Device = components['schemas']['Device'];
/** What the panel needs to know of a device, and an event tells. */
export type KnownDevice = Pick<Device, 'deviceId' | 'kind' | 'name' | 'adoption' | 'place' | 'room' | 'state' | 'reason'>;

type Devices = ReadonlyMap<string, KnownDevice>;
type Change = KnownDevice & { readonly changeType: string };

interface Answer {
  readonly devices: Devices;
  /** By `performance.now()`. */
  readonly askedAt: number;
}

export interface KnownDevices extends Asked<readonly KnownDevice[]> {
  /** Of what somebody has changed here: an event says it too, a moment later. */
  readonly changed: (deviceId: string, change: Partial<KnownDevice>) => void;
}

/** Every device, also those that are not read; kept true by events. */
export function useDevices(): KnownDevices {
  const { value: answer, refused, again } = useAsked(ask, []);
  /** undefined of one that is no more. */
  const told = useMemo(() => new Told<KnownDevice | undefined>(), []);
  const [, setCount] = useState(0);
  const draw = () => setCount((before) => before + 1);
  useEffect(() => {
    const drawSoon = framed(draw);
    return onEvent(({ type, data }: LiveEvent) => {
      if (type !== 'org.umec.devices.state.v1') return;
      const { changeType, ...device } = data as Change;
      told.tell(device.deviceId, changeType === 'REMOVED' ? undefined : device);
      drawSoon();
    });
  }, []);
  useEffect(() => told.forgetBefore(answer?.askedAt ?? -Infinity), [answer]);
  const now = answer && withTold(answer, told);
  const changed = (deviceId: string, change: Partial<KnownDevice>) => {
    const before = answer && withTold(answer, told).get(deviceId);
    if (!before) return;
    told.tell(deviceId, { ...before, ...change });
    draw();
  };
  return { again, changed, ...(refused && { refused }), ...(now && { value: [...now.values()] }) };
}

async function ask(): Promise<Answer> {
  const askedAt = performance.now();
  const found = await wholeOf<Device>((query) => registry.GET('/devices', { params: { query } }));
  return { devices: new Map(found.map((device) => [device.deviceId, device])), askedAt };
}

/** The answer, and what was told since it was asked for. */
function withTold({ devices, askedAt }: Answer, told: Told<KnownDevice | undefined>): Devices {
  const now = new Map(devices);
  for (const [deviceId, device] of told.since(askedAt)) {
    if (device) now.set(deviceId, device);
    else now.delete(deviceId);
  }
  return now;
}
