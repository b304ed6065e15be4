import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/sqlite.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';
import { tempDirectory } from '../temp-directory.js';

const CHANGE = { collection: 'things', id: 'a', body: 1 };

let dir: ReturnType<typeof tempDirectory>;
let clock: ManualClock;
let store: Store;
beforeEach(async () => {
  dir = tempDirectory();
  clock = new ManualClock();
  store = await openStore({ dir: dir.path, clock });
  await store.state.commit([CHANGE]);
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  dir[Symbol.dispose]();
});

const logBytes = () => statSync(join(dir.path, 'state.db-wal')).size;

/** A write that is called now; `done` once it is on disk. */
function aWrite() {
  const write = { done: false, end: Promise.resolve() };
  write.end = store.state.commit([{ ...CHANGE, body: 2 }]).then(() => void (write.done = true));
  return write;
}

/** As long as another store takes for some. */
async function timeForAWrite(): Promise<void> {
  using elsewhere = tempDirectory();
  await using other = await openStore({ dir: elsewhere.path });
  for (let body = 0; body < 10; body++) await other.state.commit([{ ...CHANGE, body }]);
}

describe('a store that stands still', () => {
  it('has everything in its files, and goes on with what waited when it is told to', async () => {
    expect(logBytes()).toBeGreaterThan(0);
    const goOn = await store.standStill();
    const write = aWrite();
    await clock.advance(99);
    await timeForAWrite();
    expect([logBytes(), write.done]).toEqual([0, false]);
    expect(goOn()).toBe(true);
    await write.end;
    expect(logBytes()).toBeGreaterThan(0);
    expect(goOn()).toBe(false);
  });

  it('goes on by itself after 100 ms, and says so to whoever comes later', async () => {
    const goOn = await store.standStill();
    const write = aWrite();
    await clock.advance(100);
    await write.end;
    expect(goOn()).toBe(false);
  });

  it('does so for one at a time', async () => {
    const goOn = await store.standStill();
    const second = store.standStill();
    goOn();
    // what was first asked of the thread waited for the end of the first
    (await second)();
    const third = await store.standStill();
    expect(third()).toBe(true);
  });

  it('refuses while somebody reads what was before, and goes on at once', async () => {
    const reader = openDatabase(join(dir.path, 'state.db'));
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM documents').get();
    await expect(store.standStill()).rejects.toMatchObject({ code: 'conflict' });
    await aWrite().end;
    reader.exec('ROLLBACK');
    reader.close();
    expect((await store.standStill())()).toBe(true);
  });

  it('is closed as any other', async () => {
    await store.standStill();
    const write = aWrite();
    const closed = store[Symbol.asyncDispose]();
    await clock.advance(100);
    await closed;
    await write.end;
  });
});
