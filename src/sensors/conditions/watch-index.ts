import type { Subject, Watch } from './watch.js';

/** Of those that concern every tag. */
const EVERY = '';
const NONE: ReadonlyMap<Subject, ReadonlySet<Watch>> = new Map();

/** Who watches what: a reading looks only at those that its tag concerns. */
export class WatchIndex {
  private readonly byMac = new Map<string, Map<Subject, Set<Watch>>>();

  add(watch: Watch): void {
    for (const mac of scopesOf(watch)) {
      const subjects = this.byMac.get(mac) ?? new Map<Subject, Set<Watch>>();
      const watches = subjects.get(watch.subject) ?? new Set();
      this.byMac.set(mac, subjects.set(watch.subject, watches.add(watch)));
    }
  }

  delete(watch: Watch): void {
    for (const mac of scopesOf(watch)) {
      const subjects = this.byMac.get(mac);
      const watches = subjects?.get(watch.subject);
      watches?.delete(watch);
      if (watches?.size === 0) subjects?.delete(watch.subject);
      if (subjects?.size === 0) this.byMac.delete(mac);
    }
  }

  /** Those that concern a tag, by what they look at. */
  *of(mac: string): Iterable<readonly [Subject, ReadonlySet<Watch>]> {
    yield* this.byMac.get(EVERY) ?? NONE;
    yield* this.byMac.get(mac) ?? NONE;
  }
}

function scopesOf({ macs }: Watch): Iterable<string> {
  return macs ?? [EVERY];
}
