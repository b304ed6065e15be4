import type { TagReading } from '../sensors/tag-reading.js';

export interface DueTag {
  latest: TagReading;
  /** Whether `latest` has still to be said. */
  isWaiting: boolean;
  /** By the clock that never jumps; `never` for what was not said at this connection. */
  saidAt: number;
  /** The fields that it has had. */
  readonly fields: Set<string>;
  /** As what it was announced: undefined when it has to be. */
  announced: string | undefined;
}

const never = -Infinity;

/** Which tags have something new to say, and which may: of each the newest alone, so that nothing piles up while nobody listens. */
export class DueTags {
  private readonly tags = new Map<string, DueTag>();

  /** @param most tags to keep; one more takes the place of the one that has spoken longest ago */
  constructor(
    private readonly minIntervalMs: number,
    private readonly most: number,
  ) {}

  /** @returns whether it takes the place of one that was never said */
  add(reading: TagReading): boolean {
    const tag = this.tags.get(reading.mac);
    if (!tag) {
      const [first] = this.tags.keys();
      if (first !== undefined && this.tags.size >= this.most) this.tags.delete(first);
      this.tags.set(reading.mac, { latest: reading, isWaiting: true, saidAt: never, fields: new Set(), announced: undefined });
      return false;
    }
    const wasWaiting = tag.isWaiting;
    tag.latest = reading;
    tag.isWaiting = true;
    return wasWaiting;
  }

  /** @returns whether it was there */
  delete(mac: string): boolean {
    return this.tags.delete(mac);
  }

  /** Everything is to be said, and announced: at once, to whoever has heard nothing of it. */
  again(): void {
    for (const tag of this.tags.values()) Object.assign(tag, { isWaiting: true, saidAt: never, announced: undefined });
  }

  /** One that may speak now; the one that was asked longest ago, so that a slow broker hears of all. */
  next(now: number): DueTag | undefined {
    for (const [mac, tag] of this.tags)
      if (tag.isWaiting && now - tag.saidAt >= this.minIntervalMs) {
        this.tags.delete(mac);
        this.tags.set(mac, tag);
        return tag;
      }
    return undefined;
  }

  /** How long until one may speak, ms; Infinity when none has anything to say. */
  wait(now: number): number {
    let wait = Infinity;
    for (const { isWaiting, saidAt } of this.tags.values())
      if (isWaiting) wait = Math.min(wait, Math.max(0, saidAt + this.minIntervalMs - now));
    return wait;
  }
}
