import type { Clock } from '../clock.js';
import { observedHealth, suspended } from '../registry/health.js';
import { deviceIdOf, type Devices, type Listing } from '../registry/devices.js';
import type { Adoption } from './admission.js';
import { tagNameOf } from './tag-reading.js';

const REASONS = {
  NEW: 'nobody has adopted it yet: adopt it in its configuration',
  IGNORED: 'it is ignored, as its configuration says',
  ADOPTED: 'not heard since it was adopted',
} as const satisfies Record<Adoption, string>;

/** Tags that are heard and not read. They stand in the inventory, so that somebody can decide about them. */
export class Candidates {
  /** Heard longest ago first. */
  private readonly heardLast = new Map<string, { readonly listed: Listing; at: number }>();

  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
    private readonly options: { readonly maxTags: number; readonly silentAfterMs: number },
  ) {}

  heard(mac: string, adoption: Adoption, driver: string, name: string | undefined): void {
    const at = this.clock.monotonic();
    const known = this.heardLast.get(mac);
    if (!known && !this.makeRoom(at)) return;
    const listed = known?.listed ?? this.list(mac, adoption, driver, name);
    this.heardLast.delete(mac);
    this.heardLast.set(mac, { listed, at });
  }

  remove(mac: string): void {
    this.heardLast.get(mac)?.listed[Symbol.dispose]();
    this.heardLast.delete(mac);
  }

  private list(mac: string, adoption: Adoption, driver: string, name: string | undefined): Listing {
    return this.devices.add({
      deviceId: deviceIdOf('TAG', tagNameOf(mac)),
      kind: 'TAG',
      adoption,
      ...(name === undefined ? {} : { name }),
      driver,
      health: observedHealth(suspended(REASONS[adoption])),
    });
  }

  /** Whoever invents addresses does not drive out those that are there. */
  private makeRoom(now: number): boolean {
    if (this.heardLast.size < this.options.maxTags) return true;
    const [longest] = this.heardLast;
    if (!longest || now - longest[1].at < this.options.silentAfterMs) return false;
    this.remove(longest[0]);
    return true;
  }
}
