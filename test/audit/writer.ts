/** A process of its own that writes without end and says how many notes are on disk; a test kills it. */
import { AuditLog } from '../../src/audit/audit-log.js';
import { systemClock } from '../../src/clock.js';
import { openStore } from '../../src/store/store.js';

const store = await openStore({ dir: process.argv[2] ?? '' });
const report = (message: string) => process.stderr.write(message);
const log = await AuditLog.open({ journal: store.audit, state: store.state, clock: systemClock, report, commitMs: 5 });
for (let done = 0; done < 1_000_000; done += 10) {
  // each of another client, so that none does too much
  for (let n = done; n < done + 10; n++) log.record({ what: 'Test_POST', client: `client-${n}`, outcome: 201 });
  await log.flush();
  process.stdout.write(`${done + 10}\n`);
}
