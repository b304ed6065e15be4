// Prints what the clients of each language went through as a table, when all of them have: npm run test:sdk
import { basename } from 'node:path';

const COLUMNS = {
  story: ({ title }) => /tells the story/i.test(title),
  'second generators': ({ title }) => /generator/i.test(title),
  'by itself': () => true,
};

export default class TableReporter {
  onRunComplete(_contexts, { testResults }) {
    const rows = testResults.map(({ testFilePath, testResults: tests }) => [
      basename(testFilePath, '.sdk.js'),
      ...Object.keys(COLUMNS).map((column) => cell(tests.filter((test) => columnOf(test) === column))),
    ]);
    const table = [['language', ...Object.keys(COLUMNS)], ['---', '---', '---', '---'], ...rows.sort()];
    console.log(`\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
  }
}

const columnOf = (test) => Object.keys(COLUMNS).find((column) => COLUMNS[column](test));

function cell(tests) {
  const seconds = tests.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000;
  const passed = tests.filter(({ status }) => status === 'passed');
  return `${passed.length} of ${tests.length} in ${seconds.toFixed(0)} s`;
}
