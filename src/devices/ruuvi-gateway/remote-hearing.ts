import type { Clock } from '../../clock.js';
import type { Advertisement, Heard, RadioCounters } from '../../sensors/radio.js';
import { walkAdStructures } from '../ble/ad-structures.js';
import type { RemoteAdvertisement } from './parse-post.js';

/** What a radio elsewhere counts besides. All only ever grow. */
export interface RemoteCounters extends RadioCounters {
  /** Messages that were none at all. */
  readonly refused: number;
  /** Advertisements whose time could not be, and which are taken for of now. */
  readonly untimely: number;
}

/** What a radio can have kept for its next message. */
const OLDEST_MS = 86_400_000;
/** Clocks differ a little: what comes from so near a future is of now, and nothing is wrong with it. */
const AHEAD_MS = 5_000;

/** From what radios elsewhere say to advertisements as one's own radio hears them. */
export class RemoteHearing {
  readonly counts = { advertisements: 0, malformed: 0, restarts: 0, refused: 0, untimely: 0 };

  /** @param wall the machine's clock: what others say of when they heard something is by clocks such as that */
  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly wall = clock,
  ) {}

  /**
   * @param malformed how many more there were that are none
   * @returns when all of it is on disk; rejects with GatewayError `unavailable` when it could not be kept
   */
  async hear(heard: Heard, remote: readonly RemoteAdvertisement[], malformed = 0): Promise<void> {
    this.counts.malformed += malformed;
    const elements = remote.flatMap((one) => this.elementsOf(one));
    await Promise.all(elements.flatMap((element) => heard(element) ?? []));
  }

  private elementsOf(one: RemoteAdvertisement): Advertisement[] {
    const { address, rssi, data } = one;
    const { manufacturerData, serviceData, malformed } = walkAdStructures(data);
    if (malformed) this.counts.malformed++;
    const elements = [...manufacturerData, ...serviceData];
    this.counts.advertisements += elements.length;
    if (elements.length === 0) return [];
    const receivedAt = this.timeOf(one);
    return elements.map((element) => ({ address, ...(rssi === undefined ? {} : { rssi }), ...element, receivedAt }));
  }

  /** Whether it is known when that was: a radio elsewhere has a clock of its own, which may stand in 1970 or be far ahead. */
  isTimely({ heardAt = NaN }: RemoteAdvertisement): boolean {
    const now = this.wall.now();
    const time = Math.round(heardAt * 1000);
    return time <= now + AHEAD_MS && time >= now - OLDEST_MS;
  }

  private timeOf(one: RemoteAdvertisement): number {
    const now = this.clock.now();
    if (one.heardAt === undefined) return now;
    if (this.isTimely(one)) return now - Math.max(0, this.wall.now() - Math.round(one.heardAt * 1000));
    this.counts.untimely++;
    return now;
  }
}
