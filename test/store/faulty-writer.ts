/**
 * A process of its own whose flushes fail now and then (run it with libfiu): it writes one number per transaction, says which were
 * `kept` and which `failed`, and is killed after so many failures. `new` makes the file, and writes nothing else.
 */
import { writeSync } from 'node:fs';
import { type Database, openDatabase } from '../../src/store/sqlite.js';
import { SteadyDatabase } from '../../src/store/steady-database.js';

const [path = '', how = '', failures = '1'] = process.argv.slice(2);
const database = opened();
if (how === 'new') database.exec('CREATE TABLE numbers (number INTEGER PRIMARY KEY)');
const say = (word: string, number: number) => writeSync(1, `${word} ${number}\n`);
for (let number = 0, failed = 0; how !== 'new' && failed < Number(failures) && number < 2000; number++) {
  try {
    database.transaction(() => database.prepare('INSERT INTO numbers VALUES (?)').run(number));
    say('kept', number);
  } catch {
    say('failed', number);
    failed++;
  }
}
process.kill(process.pid, 'SIGKILL');

function opened(): Database {
  for (;;) {
    try {
      return how === 'plain' ? openDatabase(path) : new SteadyDatabase(path);
    } catch {
      // the same fault; a gateway tries again too
    }
  }
}
