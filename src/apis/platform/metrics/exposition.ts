/** What Prometheus calls this format; it is text, of lines that end with a line feed. */
export const EXPOSITION = 'text/plain; version=0.0.4; charset=utf-8';

export interface Sample {
  /** As `labelSet` writes them; empty for none. */
  readonly labels: string;
  readonly value: number;
}

/** All that has one name. */
export interface Family {
  /** Of letters, digits and `_`. */
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/**
 * Writes families, each of which has its lines together; one without samples is not written. There can be a quarter of a million lines,
 * so that each family becomes bytes before the next one is made.
 *
 * @returns UTF-8
 *
 * @see Prometheus, exposition formats, text-based format 0.0.4
 */
export function exposition(families: Iterable<Family>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const family of families) parts.push(Buffer.from(written(family)));
  return Buffer.concat(parts);
}

/** `{mac="CB:B8:33:4C:88:4F",name="yard"}` */
export function labelSet(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function written({ name, type, help, samples }: Family): string {
  if (samples.length === 0) return '';
  const lines = samples.map(({ labels, value }) => `${name}${labels} ${numeral(value)}\n`);
  return `# HELP ${name} ${escaped(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function numeral(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}
