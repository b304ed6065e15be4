import type { EventBus } from '../../../events/bus.js';
import { deviceIdOf } from '../../../registry/devices.js';
import { type TagReading, tagNameOf } from '../../../sensors/tag-reading.js';

type PerFormat = ReadonlyMap<string, number>;
const none: PerFormat = new Map();

/** Counts the measurements of each tag by data format, for as long as the gateway runs and knows the tag. */
export class Measurements implements Disposable {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly subscriptions: readonly Disposable[];

  constructor(bus: EventBus) {
    this.subscriptions = [
      bus.subscribe('reading', (reading) => this.count(reading)),
      bus.subscribe('device', ({ changeType, device }) => {
        if (changeType === 'REMOVED') this.counts.delete(device.deviceId);
      }),
    ];
  }

  of(deviceId: string): PerFormat {
    return this.counts.get(deviceId) ?? none;
  }

  private count({ mac, dataFormat }: TagReading): void {
    const deviceId = deviceIdOf('TAG', tagNameOf(mac));
    const formats = this.counts.get(deviceId) ?? new Map<string, number>();
    this.counts.set(deviceId, formats.set(dataFormat, (formats.get(dataFormat) ?? 0) + 1));
  }

  [Symbol.dispose](): void {
    for (const subscription of this.subscriptions) subscription[Symbol.dispose]();
  }
}
