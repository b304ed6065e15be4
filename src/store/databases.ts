import { accessSync, constants, mkdirSync } from 'node:fs';
import { GatewayError, messageOf } from '../errors.js';
import { AuditFile } from './audit-file.js';
import type { Appended, Appending, CallName, Refusal, StoreCalls } from './calls.js';
import { DiskFailure } from './disk-failure.js';
import type { HistoryBounds, HistoryDatabase, Outcome } from './history-database.js';
import { HistoryFile } from './history-file.js';
import { type DirectoryLock, lockDirectory } from './lock.js';
import { Room } from './room.js';
import { diskTroubleOf, failureOf } from './sqlite.js';
import { StateFile } from './state-file.js';

interface Opened {
  readonly lock: DirectoryLock;
  readonly room: Room;
  readonly state: StateFile;
  readonly history: HistoryFile;
  readonly audit: AuditFile;
}

/** All databases and what is asked of them, synchronously: it runs in the store's own thread. */
export class Databases implements StoreCalls {
  private opened?: Opened;

  constructor(private readonly report: (message: string) => void) {}

  /** @throws GatewayError `unavailable` naming the directory and the cause */
  open(dir: string, bounds: HistoryBounds): boolean {
    makeDirectory(dir);
    const lock = lockDirectory(dir);
    try {
      const room = new Room(dir, this.report);
      const state = withReserve(room, () => new StateFile(dir, this.report));
      const audit = withReserve(room, () => new AuditFile(dir, this.report));
      const history = new HistoryFile(dir, { ...bounds, log: room.log }, this.report, () => lock.requireInPlace());
      this.opened = { lock, room, state, history, audit };
      return history.isOpen;
    } catch (error) {
      lock[Symbol.dispose]();
      throw error instanceof GatewayError ? error : cannotUse(dir, error);
    }
  }

  load: StoreCalls['load'] = (collection) => this.files.state.load(collection);
  commit: StoreCalls['commit'] = (changes) => this.withReserve(({ state }) => state.commit(changes));
  query: StoreCalls['query'] = (query) => this.use((history) => history.query(query));
  release: StoreCalls['release'] = (...args) =>
    this.use((history) => {
      const { outcomes, ...moved } = history.release(...args);
      return { ...moved, outcomes: outcomes.map(toMessage) };
    });
  waiting: StoreCalls['waiting'] = () => this.use(({ held }) => held.all());
  arrivals: StoreCalls['arrivals'] = (query) => this.use((history) => history.arrivals(query));
  statistics: StoreCalls['statistics'] = (query) => this.use((history) => history.statistics(query));
  latest: StoreCalls['latest'] = (...asked) => this.use((history) => history.latest(...asked));
  newestOfEach: StoreCalls['newestOfEach'] = (query) => this.use((history) => history.newestOfEach(query));
  hold: StoreCalls['hold'] = (destination) => this.files.history.hold(destination);
  forgetUnused: StoreCalls['forgetUnused'] = (used) => this.use(({ cursors }) => cursors.forgetUnused(used));
  unsent: StoreCalls['unsent'] = (destination) => this.use(({ cursors }) => cursors.unsent(destination));
  read: StoreCalls['read'] = (range, limit) =>
    this.use(({ readings, lastSeq: last }) => ({ rows: readings.among(range, limit), last }));
  present: StoreCalls['present'] = (...args) => this.use(({ cursors }) => cursors.present(...args));
  settle: StoreCalls['settle'] = (...args) => this.use(({ cursors }) => cursors.settle(...args));
  lag: StoreCalls['lag'] = (destination) => this.use((history) => history.lag(destination));
  rejections: StoreCalls['rejections'] = (destination) => this.use(({ cursors }) => cursors.rejections.of(destination));
  again: StoreCalls['again'] = (...args) => this.use(({ cursors }) => cursors.rejections.again(...args));
  sendAgain: StoreCalls['sendAgain'] = (...args) => this.use(({ cursors }) => cursors.rejections.sendAgain(...args));
  sentAgain: StoreCalls['sentAgain'] = (...args) => this.use(({ cursors }) => cursors.rejections.sentAgain(...args));
  forget: StoreCalls['forget'] = (...args) => this.use(({ cursors }) => cursors.rejections.forget(...args));
  auditDamage: StoreCalls['auditDamage'] = () => this.files.audit.damage;
  auditAppend: StoreCalls['auditAppend'] = (records, anew) => this.withReserve(({ audit }) => audit.append(records, anew));
  auditSlice: StoreCalls['auditSlice'] = (after, limit) => this.files.audit.slice(after, limit);
  auditPage: StoreCalls['auditPage'] = (query) => this.files.audit.page(query);
  /** And makes the reserve, if there is none: not when it opens, for a start is not to wait for 4 MiB. */
  rollUp: StoreCalls['rollUp'] = () => {
    this.files.room.restore();
    return this.use(({ rollups }) => rollups.step());
  };
  sweepBudget: StoreCalls['sweepBudget'] = (now) => this.use(({ retention }) => retention.sweepBudget(now));
  sweepAge: StoreCalls['sweepAge'] = (now, at) => this.use((history) => history.sweepAge(now, at));

  /** Readings take no more of a disk that is nearly full, and what of history.db is free they use. */
  append(appends: Parameters<StoreCalls['append']>[0]): Appended {
    const { lock, room, history: file } = this.files;
    lock.requireInPlace();
    room.restore();
    return this.use((history) => {
      const { freeBytes, fileBytes } = history.retention;
      const promised = fileBytes - file.bytes;
      if (freeBytes < room.bytes && !room.isForReadings(promised)) throw new DiskFailure('full', 'the disk is full');
      return {
        outcomes: history.append(appends).map(toMessage),
        nearlyFull: freeBytes < 2 * room.bytes && !room.isForReadings(promised + room.bytes),
        overBudget: history.retention.overBudget,
        behind: history.behind,
      };
    });
  }

  /** Frees twice what readings need to go on. */
  sweepSent: StoreCalls['sweepSent'] = (now) => this.use(({ retention }) => retention.sweepSent(now, 2 * this.files.room.bytes));

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

  private withReserve<T>(work: (files: Opened) => T): T {
    const { files } = this;
    return withReserve(files.room, () => work(files));
  }

  private use<T>(work: (history: HistoryDatabase) => T): T {
    return this.files.history.use(work);
  }

  private get files(): Opened {
    if (!this.opened) throw new GatewayError('unavailable', 'the store is not open');
    return this.opened;
  }
}

/** Does it once more without the reserve, when the disk is full. */
function withReserve<T>(room: Room, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (diskTroubleOf(error) !== 'full') throw error;
    room.release();
    return work();
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
  const trouble = diskTroubleOf(thrown);
  if (thrown instanceof GatewayError && !trouble) return { refusal: toRefusal(thrown) };
  const failure = thrown instanceof DiskFailure ? thrown.message : failureOf(thrown);
  if (failure === undefined) {
    report(`the store failed at '${name}': ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    return { fault: `the store failed at '${name}'` };
  }
  const message = `${keptIn(name)} could not be read or written: ${failure}`;
  report(`${message} ('${name}': ${messageOf(thrown)})`);
  return { refusal: { code: 'unavailable', message, ...(trouble && { trouble }) } };
}

function keptIn(name: CallName): string {
  if (name === 'emptyLogs') return 'the database';
  if (name.startsWith('audit')) return 'the audit log';
  return name === 'load' || name === 'commit' ? 'state' : 'history';
}

const toRefusal = ({ code, message }: GatewayError): Refusal => ({ code, message });

function toMessage(outcome: Outcome): Appending {
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
