/**
 * A process of its own whose flushes fail now and then (run it by fiu-run): it writes one number per transaction, says which were
 * `kept` and which `failed`, and is gone at the first that failed, or at the tenth where it is to go on.
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/store/sqlite.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';

const [path = '', how = '', failures = '1'] = process.argv.slice(2);
const database = how === 'steady' ? new SteadyDatabase(path) : openDatabase(path);
const say = (word: string, number: number) => writeSync(1, `${word} ${number}\n`);
for (let number = 0, failed = 0; failed < Number(failures) && number < 2000; number++) {
  try {
    database.transaction(() => database.prepare('INSERT INTO numbers VALUES (?)').run(number));
    say('kept', number);
  } catch {
    say('failed', number);
    failed++;
  }
}
process.kill(process.pid, 'SIGKILL');
