import type { Database, Statement } from './sqlite.js';

/** What both drivers can do; how they prepare is all in which they differ. */
export interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** The part of a database that is the same on every driver: statements kept, transactions. */
export class KeptStatements implements Database {
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly connection: Connection) {}

  exec(sql: string): void {
    this.connection.exec(sql);
  }

  prepare(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.connection.prepare(sql)));
    return statement;
  }

  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  tentatively<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      return work();
    } finally {
      this.rollBack();
    }
  }

  close(): void {
    this.statements.clear();
    this.connection.close();
  }

  private rollBack(): void {
    try {
      this.exec('ROLLBACK');
    } catch {
      // a full disk or a failed read has ended the transaction already; the error that did it is the one to report
    }
  }
}
