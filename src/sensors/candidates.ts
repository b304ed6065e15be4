import type { Clock } from '../clock.js';
import { type Health, observedHealth, suspended } from '../registry/health.js';
import type { Observed } from '../events/observed.js';
import { deviceIdOf, type Devices, type Listing } from '../registry/devices.js';
import type { Adoption } from './admission.js';
import { tagNameOf } from './tag-reading.js';

const REASONS = {
  NEW: 'nobody has adopted it yet: adopt it in its configuration',
  IGNORED: 'it is ignored, as its configuration says',
  ADOPTED: 'not heard since it was adopted',
} as const satisfies Record<Adoption, string>;
/** Of one that nobody has decided about, where such are read. */
const READ = 'not heard since it was ignored no more';

interface Candidate {
  readonly listed: Listing;
  readonly health: Observed<Health>;
  readonly at: number;
}

/** Tags that are heard and not read. They stand in the inventory, so that somebody can decide about them. */
export class Candidates {
  /** Heard longest ago first. */
  private readonly heardLast = new Map<string, Candidate>();

  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
    private readonly options: { readonly maxTags: number; readonly silentAfterMs: number },
  ) {}

  heard(mac: string, adoption: Adoption, driver: string, name: string | undefined): void {
    const at = this.clock.monotonic();
    const known = this.heardLast.get(mac);
    if (!known && !this.makeRoom(at)) return;
    const candidate = known ?? this.list(mac, adoption, driver, name);
    this.heardLast.delete(mac);
    this.heardLast.set(mac, { ...candidate, at });
  }

  /** Somebody has decided about it, which shows at once. */
  configured(mac: string, adoption: Adoption, isRead: boolean): void {
    this.heardLast.get(mac)?.health.set(suspended(isRead && adoption === 'NEW' ? READ : REASONS[adoption]));
  }

  remove(mac: string): void {
    this.heardLast.get(mac)?.listed[Symbol.dispose]();
    this.heardLast.delete(mac);
  }

  private list(mac: string, adoption: Adoption, driver: string, name: string | undefined): Omit<Candidate, 'at'> {
    const health = observedHealth(suspended(REASONS[adoption]));
    const listed = this.devices.add({
      deviceId: deviceIdOf('TAG', tagNameOf(mac)),
      kind: 'TAG',
      adoption,
      ...(name === undefined ? {} : { name }),
      ...{ driver, health },
    });
    return { listed, health };
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
