// What Jest wrote of its runs (`--json`): `results.mjs broken FILE` names the files of a run that failed, if they are so few that they
// may have been unlucky; `results.mjs sum FOLDER FAILED-STEPS EXPECTED-RUNS` adds all runs up. `NAME-again.json` is the second run of
// what failed in `NAME.json`, and takes its place, file by file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of more, something is wrong that no second run mends. */
const UNLUCKY = 3;

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : []);
const failedFiles = (files) => files.filter(({ status }) => status === 'failed');

const commands = {
  broken(file) {
    const failed = failedFiles(read(file));
    if (failed.length <= UNLUCKY) failed.forEach(({ name }) => console.log(name));
  },

  sum(folder, failedSteps, expectedRuns) {
    const runs = readdirSync(folder).filter((name) => !name.endsWith('-again.json'));
    const files = runs.flatMap((run) => asRunLast(join(folder, run)));
    const tests = files.flatMap(({ assertionResults }) => assertionResults);
    const passed = tests.filter(({ status }) => status === 'passed');
    const skipped = tests.filter(({ status }) => status === 'todo' || status === 'pending');
    const failed = failedFiles(files).map(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
    const broken = failed.reduce((sum, { length }) => sum + Math.max(1, length), 0);
    for (const { fullName } of files.flatMap(({ unsteady = [] }) => unsteady)) console.log(`passed the second time: ${fullName}`);
    for (const name of new Set(skipped.map(({ fullName }) => fullName))) console.log(`skipped: ${name}`);
    // a failed test has failed its step already: it is counted once, as a test
    const wrong = Math.max(broken, Number(failedSteps), runs.length < Number(expectedRuns) ? 1 : 0);
    console.log(`${passed.length} passed, ${wrong} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`);
    process.exitCode = wrong ? 1 : 0;
  },
};

/** A run's files, each as it was when it was run last. */
function asRunLast(file) {
  const again = new Map(read(file.replace(/\.json$/, '-again.json')).map((result) => [result.name, result]));
  return read(file).map((first) => {
    const second = again.get(first.name);
    if (second === undefined) return first;
    const failed = new Set(first.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName));
    const unsteady = second.assertionResults.filter(({ status, fullName }) => status === 'passed' && failed.has(fullName));
    return { ...second, unsteady };
  });
}

const [command, ...rest] = process.argv.slice(2);
commands[command](...rest);
