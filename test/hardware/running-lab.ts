import type { DeviceEvents } from './device-events.js';
import type { GatewayInLab } from './gateway-in-lab.js';
import type { Lab } from './lab.js';
import type { Report } from './report.js';
import type { VirtualBluetooth } from './virtual-bluetooth.js';
import type { VirtualCameras } from './virtual-cameras.js';
import type { VirtualPins } from './virtual-pins.js';

/** All that runs while the faults happen: started once, for it takes half a minute under emulation. */
export interface RunningLab {
  readonly lab: Lab;
  readonly cameras: VirtualCameras;
  readonly bluetooth: VirtualBluetooth;
  readonly pins: VirtualPins;
  readonly gateway: GatewayInLab;
  readonly events: DeviceEvents;
  readonly report: Report;
}

/** What `path` answers with, which must be a success. */
export async function ask<T>(gateway: GatewayInLab, path: string): Promise<T> {
  const response = await gateway.get(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** The state of one of the gateway's own services, as MEC applications see it. */
export async function serviceState(gateway: GatewayInLab, serName: string): Promise<string | undefined> {
  const services = await ask<{ state: string }[]>(gateway, `/mec_service_mgmt/v1/services?ser_name=${serName}`);
  return services[0]?.state;
}

/** How often a part of the gateway has counted what. */
export async function counters(gateway: GatewayInLab, name: string): Promise<Readonly<Record<string, number>>> {
  const subsystems = await ask<{ name: string; counters: Record<string, number> }[]>(gateway, '/registry/v1/subsystems');
  return subsystems.find((subsystem) => subsystem.name === name)?.counters ?? {};
}
