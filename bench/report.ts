import type { Figure } from './benchmark.js';
import type { Machine } from './machine.js';

/** What one has to know to read the table. */
const NOTES = [
  'A ratio is ours to the reference in the same run. Aims are wishes: nothing fails for them.',
  'CPU is user and system time of the server process per request: a rate says more about other load.',
  'Every request has a token; only the gateway looks at it. All send the same headers and bytes.',
  '200 simulated tags go on meanwhile: the latest readings change about 75 times a second.',
  'The CPU that the gateway takes when nobody asks is taken off.',
  'ruuvi_endpoints.ts knows formats 3 and 5; of the others it reads the first byte only.',
  'POST is answered when the readings are on disk; its references only parse them.',
];

/** The figures for people, in no more than 100 columns. */
export function table(machine: Machine, figures: readonly Figure[]): string {
  const head = ['figure', 'ours', 'reference', '', 'ratio', 'aim'];
  const rows = [head, ...figures.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => aligned(cell, column, widths[column] ?? 0)).join('  '));
  return [machineLine(machine), '', ...lines.map((line) => line.trimEnd()), '', ...NOTES, ''].join('\n');
}

/** The same for programs. */
export function json(machine: Machine, figures: readonly Figure[]): string {
  return `${JSON.stringify({ machine, figures }, null, 2)}\n`;
}

function machineLine({ gateway, node, platform, cpu, cores }: Machine): string {
  return `µMEC gateway ${gateway}, Node ${node}, ${platform}, ${cores} × ${cpu}`;
}

function cells({ name, value, unit, reference, ratio, aim = '' }: Figure): string[] {
  return [name, `${rounded(value)} ${unit}`, reference.name, rounded(reference.value), `${rounded(ratio)}×`, aim];
}

/** Numbers stand below each other, words begin together. */
function aligned(cell: string, column: number, width: number): string {
  return [1, 3, 4].includes(column) ? cell.padStart(width) : cell.padEnd(width);
}

/** Three digits are as much as such a measurement knows. */
function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 10 });
}
