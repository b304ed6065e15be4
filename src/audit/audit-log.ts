import { Recent } from '../auth/recent.js';
import { waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { Json } from '../json.js';
import { active, observedHealth, suspended } from '../registry/health.js';
import type { State } from '../registry/state.js';
import type { Subsystem } from '../registry/subsystem.js';
import { BROKEN, type Ends } from './chain.js';
import { type AuditNote, type AuditRecord, bounded, KINDS } from './entry.js';
import type { AuditJournal, AuditPage, AuditQuery } from './journal.js';
import { Tally } from './tally.js';
import { type AuditVerification, verify, verifyTail } from './verification.js';

const COLLECTION = 'audit';
const ENDS = 'ends';
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Who does more than this in a minute is counted: 80 000 entries are 22 hours of one client at its worst. */
const EACH_PER_MINUTE = 60;
const MOST_CLIENTS = 1_024;
const MOST_SEEN = 4_096;
/** 20 000 entries are at least ten hours of an attack from everywhere. */
const NAMED_PER_MINUTE = 32;
const MOST_WAITING = 10_000;
const LONGEST_WAIT_MS = 60_000;

export interface AuditLogParts {
  readonly journal: AuditJournal;
  readonly state: State;
  readonly clock: Clock;
  readonly report: (message: string) => void;
  /** How long an entry waits for others to be written with it, at most. */
  readonly commitMs: number;
}

/**
 * Who did what, from where, with which outcome.
 *
 * Nobody waits for it: an entry is on disk within `commitMs`, and whoever needs to know that it is calls `flush`. What happens
 * without end is counted instead of written down, so that nobody can fill it or push out what matters.
 */
export class AuditLog implements AsyncDisposable {
  readonly subsystem: Subsystem;
  private readonly counters = { written: 0, counted: 0, lost: 0 };
  private readonly health = observedHealth(active);
  private readonly tally = new Tally(NAMED_PER_MINUTE);
  private readonly events = new Recent<string, { count: number; from: number }>(MOST_CLIENTS);
  private readonly seen = new Recent<string, number>(MOST_SEEN);
  private readonly minutes: Disposable;
  private waiting: AuditRecord[] = [];
  private timer: AbortController | undefined;
  private writing: Promise<void> | undefined;
  private verifying: Promise<AuditVerification> | undefined;
  private lostBefore = 0;
  /** How often in a row it could not be written. */
  private failures = 0;
  private closed = false;

  private constructor(private readonly parts: AuditLogParts) {
    this.subsystem = { name: 'audit', health: this.health, counters: () => ({ ...this.counters }) };
    this.minutes = parts.clock.every(MINUTE_MS, () => this.takeTally());
  }

  /**
   * Goes on with the chains that there are. One that was damaged or tampered with is reported and left as it is, and another begins
   * with an entry that says so.
   *
   * @throws GatewayError `unavailable` when nothing can be written
   */
  static async open(parts: AuditLogParts): Promise<AuditLog> {
    const { journal, state, clock, report } = parts;
    const left = (await state.load(COLLECTION)).get(ENDS) as Ends | undefined;
    const damage = await journal.damage();
    const wrong = await verifyTail(journal, left);
    const reasons = new Map(KINDS.flatMap((kind) => listed(kind, damage ?? wrong.get(kind))));
    for (const [kind, reason] of reasons) report(`the audit log (${kind}) is broken, and begins anew: ${reason}`);
    const at = clock.now();
    const begun = [...reasons].map(([kind, target]): AuditRecord => ({ kind, at, ...bounded({ what: BROKEN, target }) }));
    await journal.append([...begun, { kind: 'EVENT', at, what: 'started' }], [...reasons.keys()]);
    const log = new AuditLog(parts);
    log.counters.written += begun.length + 1;
    await log.noteEnds();
    return log;
  }

  /** Writes it down; a client that does too much is counted instead. */
  record(note: AuditNote): void {
    if (this.isWithinBudget(note)) this.add({ kind: 'EVENT', at: this.parts.clock.now(), ...bounded(note) });
    else this.count(note);
  }

  /** Counts it: one entry a minute for all that are alike. */
  count(note: AuditNote): void {
    if (this.closed) return;
    this.counters.counted++;
    this.tally.add(bounded(note), this.parts.clock.now());
  }

  /** Writes it down if the like was not for an hour. */
  recordHourly(note: AuditNote): void {
    const { what, outcome, from = '', target = '', client = '' } = note;
    // who is named by others comes last: of all these, only such a name could have a line's end in it
    const key = `${what}\n${outcome ?? ''}\n${from}\n${target}\n${client}`;
    const now = this.parts.clock.monotonic();
    if (now - (this.seen.get(key) ?? -Infinity) < HOUR_MS) return;
    this.seen.set(key, now);
    this.record(note);
  }

  /**
   * Writes now what waits.
   *
   * @returns when all that was recorded before is on disk
   * @throws GatewayError `unavailable`
   */
  async flush(): Promise<void> {
    while (this.writing) await this.writing.catch(() => undefined);
    if (this.waiting.length === 0) return;
    this.timer?.abort();
    this.timer = undefined;
    this.writing = this.write();
    try {
      await this.writing;
    } finally {
      this.writing = undefined;
    }
  }

  /** Newest first; what was recorded before is in it. */
  async page(query: AuditQuery): Promise<AuditPage> {
    await this.flush();
    const found = [];
    let { before } = query;
    do {
      const limit = query.limit - found.length;
      const page = await this.parts.journal.page({ ...query, limit, ...(before === undefined ? {} : { before }) });
      found.push(...page.entries);
      before = page.next;
    } while (before !== undefined && found.length < query.limit);
    return { entries: found, ...(before === undefined ? {} : { next: before }) };
  }

  /** Follows the chains from the oldest entry to the newest. Whoever asks meanwhile gets the same answer. */
  async verify(): Promise<AuditVerification> {
    await this.flush();
    return (this.verifying ??= verify(this.parts.journal).finally(() => (this.verifying = undefined)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.closed) return;
    this.minutes[Symbol.dispose]();
    this.takeTally();
    this.add({ kind: 'EVENT', at: this.parts.clock.now(), what: 'stopped' });
    this.closed = true;
    try {
      await this.flush();
      await this.noteEnds();
    } catch (error) {
      this.parts.report(`the end of the audit log cannot be written: ${messageOf(error)}`);
    }
  }

  /** So that the next start sees when the newest entries, or all of them, have gone meanwhile. */
  private async noteEnds(): Promise<void> {
    const { ends } = await this.parts.journal.slice(0, 1);
    await this.parts.state.commit([{ collection: COLLECTION, id: ENDS, body: ends as unknown as Json }]);
  }

  private isWithinBudget({ client = '', from = '' }: AuditNote): boolean {
    // without a client it is the address that does too much
    const key = client || `from ${from}`;
    const now = this.parts.clock.monotonic();
    const known = this.events.get(key);
    const spent = known && now - known.from < MINUTE_MS ? known : { count: 0, from: now };
    this.events.set(key, { ...spent, count: spent.count + 1 });
    return spent.count < EACH_PER_MINUTE;
  }

  private takeTally(): void {
    for (const record of this.tally.take()) this.add(record);
  }

  private add(record: AuditRecord): void {
    if (this.closed) return;
    if (this.waiting.length >= MOST_WAITING) {
      this.counters.lost++;
      return;
    }
    this.waiting.push(record);
    this.startTimer();
  }

  private startTimer(): void {
    if (this.timer) return;
    const timer = (this.timer = new AbortController());
    const { clock, commitMs: firstMs } = this.parts;
    const ms = waitOf({ firstMs, longestMs: LONGEST_WAIT_MS }, Math.max(1, this.failures));
    void clock.sleep(ms, timer.signal).then(async () => {
      if (timer.signal.aborted) return;
      this.timer = undefined;
      await this.flush().catch(() => this.startTimer());
    });
  }

  /** What cannot be written waits for the next time. */
  private async write(): Promise<void> {
    const records = this.waiting.splice(0);
    const { lost } = this.counters;
    const at = this.parts.clock.now();
    const told: AuditRecord[] =
      lost > this.lostBefore ? [{ kind: 'COUNT', at, what: 'entriesLost', count: lost - this.lostBefore }] : [];
    try {
      await this.parts.journal.append([...records, ...told]);
    } catch (error) {
      this.waiting = [...records, ...this.waiting];
      this.failures++;
      this.health.set(suspended(`the audit log cannot be written: ${messageOf(error)}`));
      throw error instanceof GatewayError
        ? error
        : new GatewayError('unavailable', 'the audit log cannot be written', { cause: error });
    }
    this.lostBefore = lost;
    this.failures = 0;
    this.counters.written += records.length + told.length;
    this.health.set(active);
  }
}

function listed<K, V>(key: K, value: V | undefined): [K, V][] {
  return value === undefined ? [] : [[key, value]];
}
