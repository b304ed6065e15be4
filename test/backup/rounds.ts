/**
 * A gateway's store that is never at rest: each round is stored as some readings, then as a document of state, then as an entry of the
 * audit log, and then said. More than 500 readings a second.
 */
import { backupServices } from '../../src/control/backup-services.js';
import { Door } from '../../src/control/door.js';
import { openStore } from '../../src/store/store.js';
import { appPoints, noon } from '../store/points.js';
import { PER_ROUND } from './per-round.js';

const [dir = ''] = process.argv.slice(2);
const store = await openStore({ dir, commitMs: 5 });
const cursor = store.cursor('influx');
await store.state.commit([{ collection: 'gateway', id: 'identity', body: 'rounds' }]);
await Door.open(dir, backupServices(store, { flush: () => Promise.resolve() }));
for (let round = 1; ; round++) {
  await store.history.append(appPoints(PER_ROUND, noon + round * 1000 * PER_ROUND));
  await store.state.commit([{ collection: 'applications', id: String(round), body: round }]);
  await store.audit.append([{ kind: 'EVENT', at: noon, what: 'round', target: String(round) }]);
  if (round % 3 === 0) await cursor.settle({ live: (round - 1) * PER_ROUND, behind: [] });
  process.stdout.write(`${round}\n`);
  // the door is answered between two rounds
  await new Promise((resolve) => setImmediate(resolve));
}
