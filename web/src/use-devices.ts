import { useEffect, useRef, useState } from 'preact/hooks';
import type { components } from '../../generated/registry.js';
import { registry } from './api.js';
import { framed } from './framed.js';
import { type LiveEvent, onEvent } from './live.js';
import { type Asked, useAsked } from './parts/asked.js';
import { wholeOf } from './parts/paged.js';

export type Device = components['schemas']['Device'];
/** What the panel needs to know of a device, and an event tells. */
export type KnownDevice = Pick<Device, 'deviceId' | 'kind' | 'name' | 'adoption' | 'place' | 'room' | 'state' | 'reason'>;

type Devices = ReadonlyMap<string, KnownDevice>;
type Change = KnownDevice & { readonly changeType: string };

export interface KnownDevices extends Asked<readonly KnownDevice[]> {
  /** Of what somebody has changed here: an event says it too, a moment later. */
  readonly changed: (deviceId: string, change: Partial<KnownDevice>) => void;
}

/** Every device, also those that are not read; kept true by events. */
export function useDevices(): KnownDevices {
  const asked = useAsked(ask, []);
  const [now, setNow] = useState<Devices>();
  const latest = useRef<Devices | undefined>(undefined);
  useEffect(() => {
    latest.current = asked.value;
    setNow(asked.value);
  }, [asked.value]);
  useEffect(() => {
    const show = framed(() => setNow(latest.current));
    return onEvent(({ type, data }: LiveEvent) => {
      if (type !== 'org.umec.devices.state.v1' || !latest.current) return;
      const { changeType, ...device } = data as Change;
      const devices = new Map(latest.current);
      if (changeType === 'REMOVED') devices.delete(device.deviceId);
      else devices.set(device.deviceId, device);
      latest.current = devices;
      show();
    });
  }, []);
  const changed = (deviceId: string, change: Partial<KnownDevice>) => {
    const before = latest.current?.get(deviceId);
    if (!before) return;
    latest.current = new Map(latest.current).set(deviceId, { ...before, ...change });
    setNow(latest.current);
  };
  const { refused, again } = asked;
  return { again, changed, ...(refused && { refused }), ...(now && { value: [...now.values()] }) };
}

async function ask(): Promise<Devices> {
  const found = await wholeOf<Device>((query) => registry.GET('/devices', { params: { query } }));
  return new Map(found.map((device) => [device.deviceId, device]));
}
