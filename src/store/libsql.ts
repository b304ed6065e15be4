import { createRequire } from 'node:module';
import { messageOf } from '../errors.js';
import { KeptStatements } from './kept-statements.js';
import type { Driver, SqlRow, SqlValue, Statement } from './sqlite.js';

interface LibsqlStatement {
  run(params: readonly SqlValue[]): { changes: number };
  all(params: readonly SqlValue[]): SqlRow[];
  iterate(params: readonly SqlValue[]): Iterable<SqlRow>;
}

type Libsql = new (path: string) => { exec(sql: string): void; prepare(sql: string): LibsqlStatement; close(): void };

/** SQLite for Node 20, from an optional dependency: a machine that does not need it need not have it. */
export function libsqlDriver(): Driver | undefined {
  const LibsqlDatabase = load();
  if (!LibsqlDatabase) return undefined;
  return {
    name: 'libsql',
    open(path) {
      const connection = connect(LibsqlDatabase, path);
      return new KeptStatements({
        exec: (sql) => connection.exec(sql),
        prepare: (sql) => toStatement(connection.prepare(sql)),
        close: () => connection.close(),
      });
    },
  };
}

function load(): Libsql | undefined {
  try {
    return createRequire(import.meta.url)('libsql') as Libsql;
  } catch {
    return undefined; // not installed, or no binary for this machine
  }
}

/** Of an opening that failed libsql tells the result code in its words only: "Unable to open ...: 14". */
function connect(LibsqlDatabase: Libsql, path: string): InstanceType<Libsql> {
  try {
    return new LibsqlDatabase(path);
  } catch (error) {
    const code = /: (\d+)"\)$/.exec(messageOf(error))?.[1];
    throw code === undefined ? error : Object.assign(error as Error, { rawCode: Number(code) });
  }
}

/**
 * Parameters always go as one array: a lone null would be taken for an object of named parameters. libsql's own `get` is not used:
 * after an `all` of the same statement that found nothing it finds nothing either, whatever is asked.
 */
function toStatement(statement: LibsqlStatement): Statement {
  return {
    run: (...params) => statement.run(params).changes,
    get: (...params) => statement.all(params)[0],
    all: (...params) => statement.all(params),
    iterate: (...params) => statement.iterate(params),
  };
}
