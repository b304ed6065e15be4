import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const COLUMNS = ['fault', 'times', 'produced', 'stored', 'held', 'dropped', 'lost', 'doubled', 'figures'];

/** What became of the readings under each fault, as a table for people, and dist/faults.json for programs. */
export default function printReport() {
  const file = process.env.UMEC_FAULTS_REPORT;
  if (file === undefined || !existsSync(file)) return;
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const said = (value) => (typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? ''));
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows.map((row) => COLUMNS.map((column) => said(row[column])))];
  process.stderr.write(`\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`);
  writeFileSync(file.replace('.jsonl', '.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
}
