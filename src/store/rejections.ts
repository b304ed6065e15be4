import type { Point } from '../sensors/history.js';
import type { Database } from './sqlite.js';

/** A row that a destination will not take, and what its server said. */
export interface Refusal {
  readonly seq: number;
  readonly reason: string;
  readonly point: Point;
}

/** A refusal as it is kept: the whole point, which retention may have taken from the readings meanwhile. */
export interface Rejection extends Refusal {
  /** When it was refused last, ms since the epoch. */
  readonly time: number;
  /** Whether it is to be sent again. */
  readonly again: boolean;
}

/** How many rejections are kept for each destination, and characters of points in them; older ones make room. */
const MAX_REJECTIONS = 1000;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** What destinations would not take. */
export class Rejections {
  constructor(private readonly database: Database) {
    database.exec(`CREATE TABLE IF NOT EXISTS rejections (
      destination TEXT NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL, reason TEXT NOT NULL, point TEXT NOT NULL,
      again INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (destination, seq)) WITHOUT ROWID`);
  }

  /** Within the transaction of whoever settles. @returns how many older ones have made room */
  add(destination: string, refusals: readonly Refusal[], now: number): number {
    if (refusals.length === 0) return 0;
    const sql = 'INSERT OR REPLACE INTO rejections (destination, seq, time, reason, point) VALUES (?, ?, ?, ?, ?)';
    const keep = this.database.prepare(sql);
    for (const { seq, reason, point } of refusals) keep.run(destination, seq, now, reason, JSON.stringify(point));
    return this.makeRoom(destination);
  }

  /** In the order of arrival. */
  of(destination: string): readonly Rejection[] {
    return this.database.prepare('SELECT * FROM rejections WHERE destination = ? ORDER BY seq').all(destination).map(toRejection);
  }

  count(destination: string): number {
    return Number(this.database.prepare('SELECT count(*) AS n FROM rejections WHERE destination = ?').get(destination)?.n);
  }

  /** Those that are to be sent again. */
  again(destination: string, limit: number): readonly Rejection[] {
    const sql = 'SELECT * FROM rejections WHERE destination = ? AND again = 1 ORDER BY seq LIMIT ?';
    return this.database.prepare(sql).all(destination, limit).map(toRejection);
  }

  /**
   * @param seqs which; all of them when absent
   * @returns how many are to be sent again
   */
  sendAgain(destination: string, seqs?: readonly number[]): number {
    return this.each(destination, 'UPDATE rejections SET again = 1 WHERE destination = ?', seqs);
  }

  /**
   * @param seqs which; all of them when absent
   * @returns how many there were
   */
  forget(destination: string, seqs?: readonly number[]): number {
    return this.each(destination, 'DELETE FROM rejections WHERE destination = ?', seqs);
  }

  /** All of a destination, within the transaction of whoever forgets it. */
  drop(destination: string): void {
    this.database.prepare('DELETE FROM rejections WHERE destination = ?').run(destination);
  }

  /** What was sent again: taken, or refused once more. */
  sentAgain(destination: string, taken: readonly number[], refusals: readonly Refusal[], now: number): void {
    this.database.transaction(() => {
      for (const seq of taken) this.delete(destination, seq);
      const sql = 'UPDATE rejections SET again = 0, reason = ?, time = ? WHERE destination = ? AND seq = ?';
      for (const { seq, reason } of refusals) this.database.prepare(sql).run(reason, now, destination, seq);
    });
  }

  /** The row has become another, which is sent by itself: what it was must not be sent over it. */
  supersede(seq: number): void {
    this.database.prepare('DELETE FROM rejections WHERE seq = ?').run(seq);
  }

  private each(destination: string, sql: string, seqs: readonly number[] | undefined): number {
    return this.database.transaction(() => {
      if (!seqs) return this.database.prepare(sql).run(destination);
      const one = this.database.prepare(`${sql} AND seq = ?`);
      return seqs.reduce((sum, seq) => sum + one.run(destination, seq), 0);
    });
  }

  private makeRoom(destination: string): number {
    const sql = 'SELECT seq, length(point) AS size FROM rejections WHERE destination = ? ORDER BY seq DESC';
    let characters = 0;
    const old = this.database
      .prepare(sql)
      .all(destination)
      .filter(({ size }, at) => (characters += Number(size)) > MAX_CHARACTERS || at >= MAX_REJECTIONS);
    for (const { seq } of old) this.delete(destination, Number(seq));
    return old.length;
  }

  private delete(destination: string, seq: number): void {
    this.database.prepare('DELETE FROM rejections WHERE destination = ? AND seq = ?').run(destination, seq);
  }
}

function toRejection({ seq, time, reason, point, again }: Readonly<Record<string, unknown>>): Rejection {
  return {
    seq: Number(seq),
    time: Number(time),
    reason: String(reason),
    point: JSON.parse(String(point)) as Point,
    again: again === 1,
  };
}
