import { join } from 'node:path';
import { type Database, openDatabase, textOf } from '../../../src/store/sqlite.js';

/**
 * A fault of the disk under a gateway that runs: the table in which it keeps its state is away until this is disposed. It is done
 * through a second connection, so that the gateway's own SQLite finds it out at its next write.
 *
 * @param dir the gateway's `data.dir`
 */
export function stateFault(dir: string): Disposable {
  const path = join(dir, 'state.db');
  renamed(path, 'documents', 'gone');
  return { [Symbol.dispose]: () => renamed(path, 'gone', 'documents') };
}

/** The gateway's own identifier, as it is kept. */
export function identityIn(dir: string): string {
  return withDatabase(join(dir, 'state.db'), (database) => {
    const row = database.prepare("SELECT body FROM documents WHERE collection = 'gateway' AND id = 'identity'").get();
    return JSON.parse(textOf(row?.body)) as string;
  });
}

/** What is kept in one collection. */
export function documentsIn(dir: string, collection: string): unknown[] {
  return withDatabase(join(dir, 'state.db'), (database) =>
    database
      .prepare('SELECT body FROM documents WHERE collection = ?')
      .all(collection)
      .map(({ body }) => JSON.parse(textOf(body)) as unknown),
  );
}

/** All that is kept, in one text; what goes on by itself is left out: notices, how late it is, what is counted. */
export function stateIn(dir: string): string {
  return withDatabase(join(dir, 'state.db'), (database) =>
    JSON.stringify(
      database
        .prepare(
          "SELECT * FROM documents WHERE collection NOT IN ('deliveries', 'notices', 'auth', 'audit', 'usage') ORDER BY collection, id",
        )
        .all(),
    ),
  );
}

function renamed(path: string, from: string, to: string): void {
  withDatabase(path, (database) => database.exec(`ALTER TABLE ${from} RENAME TO ${to}`));
}

function withDatabase<T>(path: string, work: (database: Database) => T): T {
  const database = openDatabase(path);
  try {
    // the gateway may be in the midst of a write of its own
    database.exec('PRAGMA busy_timeout = 5000');
    return work(database);
  } finally {
    database.close();
  }
}
