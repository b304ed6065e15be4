import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { openDatabase } from '../../src/store/sqlite.js';
import { CLOCK_TAG } from '../../src/sensors/waiting-room.js';
import { tempDirectory } from '../temp-directory.js';
import { appPoint, noon, ruuviPoint } from './points.js';
import { roomy } from './open-history.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A gateway that keeps readings for fourteen days, and sweeps every ten minutes. */
class Kept implements Disposable {
  private readonly dir = tempDirectory();
  private history = this.open();
  private ran = 0;
  private seq = 0;
  /** What the machine's clock is ahead of the true time, ms. */
  set = 0;
  /** How long the gateway was off, ms. */
  off = 0;

  get now(): number {
    return noon + this.ran + this.off + this.set;
  }

  /** A reading, and one of an application with a time of its own. */
  take(time = this.now, tags: Record<string, string> = {}): void {
    const point = ruuviPoint(time);
    const fields = { ...point.fields, measurementSequenceNumber: ++this.seq };
    this.history.append([[{ ...point, tags: { ...point.tags, ...tags }, fields }], [appPoint(noon + 30 * YEAR, `${this.seq}`)]]);
  }

  /** @returns how many readings went */
  sweep(): number {
    while (this.history.rollups.step());
    let gone = 0;
    for (let more = true; more;) {
      const swept = this.history.sweepAge(this.now, this.ran);
      gone += swept.dropped;
      more = swept.more;
    }
    return gone;
  }

  /** @returns how many readings went meanwhile */
  run(ms: number): number {
    let gone = 0;
    for (const end = this.ran + ms; this.ran < end;) {
      this.ran += Math.min(10 * MINUTE, end - this.ran);
      gone += this.sweep();
    }
    return gone;
  }

  restart(offMs = 0): void {
    this.history[Symbol.dispose]();
    this.off += offMs;
    this.history = this.open();
  }

  [Symbol.dispose](): void {
    this.history[Symbol.dispose]();
    this.dir[Symbol.dispose]();
  }

  private open(): HistoryDatabase {
    return new HistoryDatabase(openDatabase(join(this.dir.path, 'history.db')), roomy, new Set());
  }
}

describe('What is too old', () => {
  it('goes when it is', () => {
    using kept = new Kept();
    kept.take(noon - 14 * DAY - HOUR);
    kept.take();
    expect(kept.run(10 * MINUTE)).toBe(1);
  });

  it('does not go before the gateway has run for a day when the clock has leapt ahead', () => {
    using kept = new Kept();
    kept.take();
    expect(kept.run(HOUR)).toBe(0);
    kept.set = 20 * DAY;
    expect(kept.run(DAY - 10 * MINUTE)).toBe(0);
    kept.take();
    expect(kept.run(20 * MINUTE)).toBe(1);
  });

  it('does not go at all when the clock leaps ahead by years and is put right within a day, whoever restarts meanwhile', () => {
    using kept = new Kept();
    kept.take();
    kept.run(HOUR);
    kept.set = 10 * YEAR;
    kept.take();
    expect(kept.run(20 * HOUR)).toBe(0);
    kept.restart();
    kept.take();
    expect(kept.run(3 * HOUR)).toBe(0);
    kept.set = 0;
    kept.take();
    expect(kept.run(3 * DAY)).toBe(0);
  });

  it('does not go when the clock is ahead by years at the start, or was before but nobody had looked', () => {
    using kept = new Kept();
    kept.take();
    kept.run(HOUR);
    kept.set = 10 * YEAR;
    kept.take();
    kept.restart(HOUR);
    kept.take();
    expect(kept.run(23 * HOUR)).toBe(0);
  });

  it('goes also where the gateway is off each night', () => {
    using kept = new Kept();
    kept.take();
    for (let day = 0; day < 14; day++) {
      expect(kept.run(14 * HOUR)).toBe(0);
      kept.take();
      kept.restart(10 * HOUR);
    }
    expect(kept.run(14 * HOUR)).toBe(1);
  });

  it('does not go while the newest reading is of the future, for one of the two times is wrong', () => {
    using kept = new Kept();
    kept.take(noon - 20 * DAY);
    kept.take(noon + 2 * HOUR);
    expect(kept.sweep()).toBe(0);
    kept.take();
    expect(kept.sweep()).toBe(1);
  });

  it('does not go while the clock is not set', () => {
    using kept = new Kept();
    kept.take(noon - 20 * DAY);
    kept.set = -noon;
    expect(kept.run(2 * DAY)).toBe(0);
  });

  it('is no reading whose time nobody knows', () => {
    using kept = new Kept();
    kept.take(60_000, { [CLOCK_TAG]: 'unset' });
    kept.take();
    expect(kept.run(3 * DAY)).toBe(0);
  });
});
