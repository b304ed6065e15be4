import { join } from 'node:path';
import { type HistoryBounds, HistoryDatabase } from '../../src/store/history-database.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';
import { tempDirectory } from '../temp-directory.js';

export const roomy: HistoryBounds = { maxSeries: 10_000, maxBytes: 2 ** 40 };

/** A history of its own, with its raw database; destinations in `held` hold retention back. */
export function openHistory(bounds = roomy, held: readonly string[] = []) {
  const dir = tempDirectory();
  const path = join(dir.path, 'history.db');
  const database = new SteadyDatabase(path);
  const history = new HistoryDatabase(database, bounds, new Set(held));
  const close = () => {
    history[Symbol.dispose]();
    dir[Symbol.dispose]();
  };
  return { history, database, path, [Symbol.dispose]: close };
}
