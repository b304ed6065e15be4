import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { GatewayError } from '../errors.js';
import { type Database, textOf } from './sqlite.js';

/** How far somebody has read. */
export interface Place {
  /** The last row that was looked at. */
  readonly seq: number;
  /** The last entry in the log of what was dropped. */
  readonly dropped: number;
}

interface Run {
  readonly id: string;
  readonly key: Buffer;
  /** The last row of the runs before. */
  readonly since: number;
}

/** Runs that are remembered: cursors of those before are good for nothing. */
const MOST = 1_000;
const [ID, KEY, NONCE, PLACE, SEAL] = [6, 16, 12, 12, 16] as const;
const CIPHER = 'aes-128-gcm';
/** Bytes of 48 bits hold any row there will ever be. */
const NUMBER = 6;

/**
 * The times that this history was opened and added to, each with a key of its own, and cursors that only that run can have made.
 *
 * A history that was put back from a copy does not know the runs that came after the copy was made, and goes on in one that the
 * original does not know. So a cursor names a place in one history only, whatever numbers both have given to their rows. It is sealed
 * because numbers of rows would say how much there is of others, and is another one each time for the same reason.
 */
export class Runs {
  private current: Run | undefined;

  constructor(private readonly database: Database) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY, id TEXT NOT NULL, key TEXT NOT NULL, since INTEGER NOT NULL)',
    );
  }

  /**
   * Before the first row is added and before the first cursor is given; once. It belongs into the same transaction.
   *
   * @param lastSeq the last row there is
   */
  begin(lastSeq: number): void {
    if (this.current) return;
    const [id, key] = [randomBytes(ID), randomBytes(KEY)];
    const run = { id: id.toString('base64url'), key, since: lastSeq };
    this.database.prepare('INSERT INTO runs (id, key, since) VALUES (?, ?, ?)').run(run.id, key.toString('base64url'), lastSeq);
    this.database.prepare('DELETE FROM runs WHERE number <= (SELECT max(number) FROM runs) - ?').run(MOST);
    this.current = run;
  }

  get hasBegun(): boolean {
    return this.current !== undefined;
  }

  /** The transaction in which it began may have been rolled back; one that is on disk goes on. */
  recall(): void {
    if (this.current && !this.find(this.current.id)) this.current = undefined;
  }

  cursorOf({ seq, dropped }: Place): string {
    if (!this.current) throw new Error('a cursor before the run began');
    const { id, key } = this.current;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, key, nonce);
    const place = Buffer.alloc(PLACE);
    place.writeUIntBE(seq, 0, NUMBER);
    place.writeUIntBE(dropped, NUMBER, NUMBER);
    const sealed = [cipher.update(place), cipher.final()];
    return Buffer.concat([Buffer.from(id, 'base64url'), nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws GatewayError `invalid` for what is no cursor, `gone` for one of a history that is not this one any more */
  placeOf(cursor: string): Place {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length !== ID + NONCE + PLACE + SEAL) throw new GatewayError('invalid', 'after is not the `next` of a page');
    const found = this.find(bytes.subarray(0, ID).toString('base64url'));
    const place = found && open(found.key, bytes.subarray(ID));
    if (!place || place.seq > found.end)
      throw new GatewayError('gone', 'after is of a history that has been replaced, or of too long ago: begin again without it');
    return place;
  }

  /** With the last row that it can have known. */
  private find(id: string): { readonly key: Buffer; readonly end: number } | undefined {
    const row = this.database.prepare('SELECT number, key FROM runs WHERE id = ?').get(id);
    if (!row) return undefined;
    const next = this.database.prepare('SELECT since FROM runs WHERE number > ? ORDER BY number LIMIT 1').get(Number(row.number));
    return { key: Buffer.from(textOf(row.key), 'base64url'), end: Number(next?.since ?? Infinity) };
  }
}

function open(key: Buffer, sealed: Buffer): Place | undefined {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: SEAL });
  decipher.setAuthTag(sealed.subarray(NONCE + PLACE));
  try {
    const place = Buffer.concat([decipher.update(sealed.subarray(NONCE, NONCE + PLACE)), decipher.final()]);
    return { seq: place.readUIntBE(0, NUMBER), dropped: place.readUIntBE(NUMBER, NUMBER) };
  } catch {
    return undefined;
  }
}
