import type { Point } from '../sensors/history.js';
import { corrected, marked, type Reckoning } from '../sensors/waiting-room.js';
import { type Database, type SqlRow, textOf } from './sqlite.js';

/** So many are moved at once: other readings wait meanwhile. */
export const MOVED_AT_ONCE = 1000;
/** How long the network may take to set a clock that begins in 1970. */
const PATIENCE_MS = 600_000;
const MOST = 10_000;

/** Points to be kept apart, and when they were taken. */
export interface Untimely {
  readonly points: readonly Point[];
  readonly taken: Reckoning;
}

/** A point that need not wait any longer. */
export interface Due {
  readonly id: number;
  /** As it is to be kept. */
  readonly point: Point;
  /** Nobody will know when it was. */
  readonly isMarked: boolean;
}

/** The table of points of which nobody knows yet when they were. */
export class Held {
  constructor(
    private readonly database: Database,
    private readonly most = MOST,
  ) {
    database.exec(`CREATE TABLE IF NOT EXISTS held (
      id INTEGER PRIMARY KEY, boot TEXT NOT NULL, now REAL NOT NULL, at REAL NOT NULL, point TEXT NOT NULL)`);
  }

  add({ points, taken: { boot, now, at } }: Untimely): void {
    const insert = this.database.prepare('INSERT INTO held (boot, now, at, point) VALUES (?, ?, ?, ?)');
    for (const point of points) insert.run(boot, now, at, JSON.stringify(point));
  }

  /** The first of those that need not wait any longer. @param isKnown whether `now` is right */
  due(now: Reckoning, isKnown: boolean): readonly Due[] {
    return this.database
      .prepare(DUE_SQL)
      .all(isKnown ? 1 : 0, now.boot, now.at - PATIENCE_MS, this.most, MOVED_AT_ONCE)
      .map((row) => toDue(row, now, isKnown));
  }

  remove(due: readonly Due[]): void {
    const ids = JSON.stringify(due.map(({ id }) => id));
    this.database.prepare('DELETE FROM held WHERE id IN (SELECT value FROM json_each(?))').run(ids);
  }

  get count(): number {
    return Number(this.database.prepare('SELECT count(*) AS count FROM held').get()?.count);
  }

  /** In the order in which they came. */
  all(): readonly Point[] {
    return this.database.prepare('SELECT point FROM held ORDER BY id').all().map(pointOf);
  }
}

/** Those beyond the newest that there may be are the oldest. */
const DUE_SQL = `SELECT * FROM held WHERE ? OR boot <> ? OR at <= ?
  OR id <= (SELECT id FROM held ORDER BY id DESC LIMIT 1 OFFSET ?) ORDER BY id LIMIT ?`;

function toDue(row: SqlRow, now: Reckoning, isKnown: boolean): Due {
  const [id, point] = [Number(row.id), pointOf(row)];
  const taken: Reckoning = { boot: textOf(row.boot), now: Number(row.now), at: Number(row.at) };
  const isMarked = !isKnown || taken.boot !== now.boot;
  return { id, point: isMarked ? marked(point) : corrected(point, taken, now), isMarked };
}

function pointOf({ point }: SqlRow): Point {
  return JSON.parse(textOf(point)) as Point;
}
