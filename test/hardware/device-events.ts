import { once } from 'node:events';
import type { WebSocket } from 'ws';
import type { GatewayInLab } from './gateway-in-lab.js';

/** What the gateway told of a device, by WebSocket. */
export interface Told {
  readonly deviceId: string;
  readonly state: 'ACTIVE' | 'SUSPENDED';
  readonly reason?: string;
  /** When that came here, on the host's monotonic clock. */
  readonly at: number;
}

const PATIENCE_MS = 60_000;

/** Hears what happens to the devices, from when it is opened until the gateway ends. */
export class DeviceEvents {
  readonly told: Told[] = [];
  private readonly waiting = new Set<(told: Told) => void>();

  static async of(gateway: GatewayInLab): Promise<DeviceEvents> {
    const socket = gateway.webSocket('/events/v1?topic=devices/**');
    await once(socket, 'open');
    return new DeviceEvents(socket);
  }

  private constructor(socket: WebSocket) {
    socket.on('error', () => undefined); // the guest was switched off
    socket.on('message', (message: Buffer) => this.receive(message.toString()));
  }

  /**
   * The next event, from this call on, that says that the device is in that state.
   *
   * @param why it is, for a device that an emulator with too much to do may have found too slow before
   */
  next(deviceId: string, state: Told['state'], why?: RegExp): Promise<Told> {
    const from = this.told.length;
    const next = new Promise<Told>((resolve, reject) => {
      const late = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`${deviceId} did not become ${state}; since then: ${JSON.stringify(this.told.slice(from))}`));
      }, PATIENCE_MS);
      const look = (told: Told): void => {
        if (told.deviceId !== deviceId || told.state !== state || why?.test(told.reason ?? '') === false) return;
        this.waiting.delete(look);
        clearTimeout(late);
        resolve(told);
      };
      this.waiting.add(look);
    });
    // after a test that failed before it waited nobody does
    next.catch(() => undefined);
    return next;
  }

  /** What a device was, one state after the other: another reason for the same is none. */
  statesOf(deviceId: string, from = 0): Told['state'][] {
    const states = this.told.slice(from).flatMap((told) => (told.deviceId === deviceId ? [told.state] : []));
    return states.filter((state, index) => state !== states[index - 1]);
  }

  private receive(message: string): void {
    const { data } = JSON.parse(message) as { data: Omit<Told, 'at'> };
    const told = { ...data, at: performance.now() };
    this.told.push(told);
    for (const look of [...this.waiting]) look(told);
  }
}
