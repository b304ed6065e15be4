/** A process of its own that writes readings, rolls them up and takes them away without end, and says how many are on disk; a test kills it. */
import { join } from 'node:path';
import { HistoryDatabase } from '../../src/store/history-database.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { roomy } from './open-history.js';
import { AT_ONCE, rolledPoint, SHORT, timeOf } from './rolled-points.js';

const database = new SteadyDatabase(join(process.argv[2] ?? '', 'history.db'));
const history = new HistoryDatabase(database, { ...roomy, retention: SHORT }, new Set());
for (let done = 0; ; done += AT_ONCE) {
  history.append([Array.from({ length: AT_ONCE }, (_, at) => rolledPoint(done + at))]);
  process.stdout.write(`${done + AT_ONCE}\n`);
  history.rollups.step(AT_ONCE - 7);
  history.retention.sweepAge(timeOf(done));
  if (done % (20 * AT_ONCE) === 0) while (history.rollups.step());
}
