import { accessSync, constants, mkdirSync } from 'node:fs';
import { GatewayError, messageOf } from '../errors.js';
import { AuditFile } from './audit-file.js';
import type { Appended, CallName, Refusal, StoreCalls } from './calls.js';
import type { HistoryBounds, HistoryDatabase, Outcome } from './history-database.js';
import { HistoryFile } from './history-file.js';
import { lockDirectory } from './lock.js';
import { failureOf } from './sqlite.js';
import { StateFile } from './state-file.js';

interface Opened {
  readonly lock: Disposable;
  readonly state: StateFile;
  readonly history: HistoryFile;
  readonly audit: AuditFile;
}

/** All databases and what is asked of them, synchronously: it runs in the store's own thread. */
export class Databases implements StoreCalls {
  private opened?: Opened;

  constructor(private readonly report: (message: string) => void) {}

  /** @throws GatewayError `unavailable` naming the directory and the cause */
  open(dir: string, bounds: HistoryBounds): void {
    makeDirectory(dir);
    const lock = lockDirectory(dir);
    try {
      this.opened = {
        lock,
        state: new StateFile(dir, this.report),
        history: new HistoryFile(dir, bounds, this.report),
        audit: new AuditFile(dir, this.report),
      };
    } catch (error) {
      lock[Symbol.dispose]();
      throw error instanceof GatewayError ? error : cannotUse(dir, error);
    }
  }

  load: StoreCalls['load'] = (collection) => this.files.state.load(collection);
  commit: StoreCalls['commit'] = (changes) => this.files.state.commit(changes);
  query: StoreCalls['query'] = (query) => this.use((history) => history.query(query));
  statistics: StoreCalls['statistics'] = (query) => this.use((history) => history.statistics(query));
  latest: StoreCalls['latest'] = (measurement) => this.use((history) => history.latest(measurement));
  hold: StoreCalls['hold'] = (destination) => this.files.history.hold(destination);
  read: StoreCalls['read'] = (destination, limit) =>
    this.use(({ cursors, readings }) => readings.after(cursors.position(destination), limit));
  advance: StoreCalls['advance'] = (destination, seq, rejections, now) =>
    this.use(({ cursors }) => cursors.advance(destination, seq, rejections, now));
  rejected: StoreCalls['rejected'] = (destination) => this.use(({ cursors }) => cursors.rejected(destination));
  auditDamage: StoreCalls['auditDamage'] = () => this.files.audit.damage;
  auditAppend: StoreCalls['auditAppend'] = (records, anew) => this.files.audit.append(records, anew);
  auditSlice: StoreCalls['auditSlice'] = (after, limit) => this.files.audit.slice(after, limit);
  auditPage: StoreCalls['auditPage'] = (query) => this.files.audit.page(query);
  rollUp: StoreCalls['rollUp'] = () => this.use(({ rollups }) => rollups.step());
  sweepBudget: StoreCalls['sweepBudget'] = (now) => this.use(({ retention }) => retention.sweepBudget(now));
  sweepAge: StoreCalls['sweepAge'] = (now) => this.use(({ retention }) => retention.sweepAge(now));

  append(appends: Parameters<StoreCalls['append']>[0]): Appended {
    return this.use((history) => ({
      outcomes: history.append(appends).map(toMessage),
      overBudget: history.retention.overBudget,
      behind: history.behind,
    }));
  }

  emptyLogs(): boolean {
    const { state, history, audit } = this.files;
    // all of them, also when one cannot be
    return [state, history, audit].map((file) => file.emptyLog()).every(Boolean);
  }

  close(): void {
    const { lock, state, history, audit } = this.files;
    try {
      history[Symbol.dispose]();
      audit[Symbol.dispose]();
    } finally {
      state[Symbol.dispose]();
      lock[Symbol.dispose]();
    }
  }

  private use<T>(work: (history: HistoryDatabase) => T): T {
    return this.files.history.use(work);
  }

  private get files(): Opened {
    if (!this.opened) throw new GatewayError('unavailable', 'the store is not open');
    return this.opened;
  }
}

/**
 * What crosses to the main thread instead of an error object.
 *
 * @param report is told what the client is not: SQLite's words, or where a mistake of ours was made
 */
export function toFailure(
  name: CallName,
  thrown: unknown,
  report: (message: string) => void,
): { readonly refusal: Refusal } | { readonly fault: string } {
  if (thrown instanceof GatewayError) return { refusal: toRefusal(thrown) };
  const failure = failureOf(thrown);
  if (failure === undefined) {
    report(`the store failed at '${name}': ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    return { fault: `the store failed at '${name}'` };
  }
  const message = `${keptIn(name)} could not be read or written: ${failure}`;
  report(`${message} ('${name}': ${messageOf(thrown)})`);
  return { refusal: { code: 'unavailable', message } };
}

function keptIn(name: CallName): string {
  if (name === 'emptyLogs') return 'the database';
  if (name.startsWith('audit')) return 'the audit log';
  return name === 'load' || name === 'commit' ? 'state' : 'history';
}

const toRefusal = ({ code, message }: GatewayError): Refusal => ({ code, message });

function toMessage(outcome: Outcome): Appended['outcomes'][number] {
  return outcome instanceof GatewayError ? toRefusal(outcome) : outcome;
}

function makeDirectory(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 }); // keys are in it
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotUse(dir, error);
  }
}

function cannotUse(dir: string, cause: unknown): GatewayError {
  return new GatewayError('unavailable', `data.dir ${dir} cannot be used: ${messageOf(cause)}`, { cause });
}
