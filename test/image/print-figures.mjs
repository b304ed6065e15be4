import { existsSync, readdirSync, readFileSync } from 'node:fs';

const COLUMNS = {
  image: 'image',
  'on disk': 'sizeMB',
  compressed: 'compressedMB',
  'ready after': 'readyMs',
  'at rest': 'idleMB',
  'after pictures': 'busyMB',
  'built in': 'builtMs',
};
const UNITS = { MB: 'MB', Ms: 'ms' };

/** The table of docs/container.md, of what the tests have measured (dist/image/*.json). */
export default () => {
  if (!existsSync('dist/image')) return;
  const rows = readdirSync('dist/image').map((name) => JSON.parse(readFileSync(`dist/image/${name}`, 'utf8')));
  const lines = rows.map((row) => Object.values(COLUMNS).map((key) => cell(row, key)));
  const table = [Object.keys(COLUMNS), Object.keys(COLUMNS).map(() => '---'), ...lines];
  process.stderr.write(`${table.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`);
};

function cell(row, key) {
  const unit = UNITS[key.slice(-2)];
  if (unit === undefined) return row[key];
  return row[key] === undefined ? '' : `${Math.round(row[key])} ${unit}`;
}
