import { AuditLog } from '../../src/audit/audit-log.js';
import type { AuditJournal } from '../../src/audit/journal.js';
import type { Clock } from '../../src/clock.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ManualClock } from '../manual-clock.js';

/** An audit log on a real store; what it reports is kept. */
export interface OpenLog extends AsyncDisposable {
  readonly log: AuditLog;
  readonly store: Store;
  readonly reports: readonly string[];
}

export async function openLog(
  dir: string,
  clock: Clock = new ManualClock(),
  journalOf: (store: Store) => AuditJournal = ({ audit }) => audit,
): Promise<OpenLog> {
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const store = await openStore({ dir, report });
  const log = await AuditLog.open({ journal: journalOf(store), state: store.state, clock, report, commitMs: 20 });
  return {
    log,
    store,
    reports,
    async [Symbol.asyncDispose]() {
      await log[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
