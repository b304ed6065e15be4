import { KeptStatements } from './kept-statements.js';
import type { Driver, SqlRow, SqlValue, Statement } from './sqlite.js';

interface NodeStatement {
  run(...params: readonly SqlValue[]): { changes: number | bigint };
  get(...params: readonly SqlValue[]): SqlRow | undefined;
  all(...params: readonly SqlValue[]): SqlRow[];
  iterate(...params: readonly SqlValue[]): Iterable<SqlRow>;
}

interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => { exec(sql: string): void; prepare(sql: string): NodeStatement; close(): void };
}

/** SQLite as Node brings it along: 22.13 and later. */
export function nodeSqliteDriver(): Driver | undefined {
  const sqlite = quietly(() => process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined);
  if (!sqlite) return undefined;
  return {
    name: 'node:sqlite',
    open(path) {
      const connection = new sqlite.DatabaseSync(path);
      return new KeptStatements({
        exec: (sql) => connection.exec(sql),
        prepare: (sql) => toStatement(connection.prepare(sql)),
        close: () => connection.close(),
      });
    },
  };
}

function toStatement(statement: NodeStatement): Statement {
  return {
    run: (...params) => Number(statement.run(...params).changes),
    get: (...params) => statement.get(...params),
    all: (...params) => statement.all(...params),
    iterate: (...params) => statement.iterate(...params),
  };
}

/** Node 22 calls the module experimental each time it starts; nothing else is kept from the log. */
function quietly<T>(load: () => T): T {
  const emitWarning = process.emitWarning.bind(process) as (...warning: readonly unknown[]) => void;
  process.emitWarning = (...warning: readonly unknown[]) => {
    if (!String(warning[0]).startsWith('SQLite is an experimental feature')) emitWarning(...warning);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
