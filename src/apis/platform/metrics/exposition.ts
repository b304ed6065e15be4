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
  /** undefined: there is none of something, which took as long to find out. */
  readonly samples: Iterable<Sample | undefined>;
}

/** So many samples are asked for at a time. */
const PIECE = 500;

/**
 * Writes families, each of which has its lines together; one without samples is not written. There can be a quarter of a million lines,
 * so that whoever asks for the next few decides when.
 *
 * @returns UTF-8, in pieces
 *
 * @see Prometheus, exposition formats, text-based format 0.0.4
 */
export function* exposition(families: Iterable<Family>): Generator<Uint8Array> {
  let [text, asked] = ['', 0];
  for (const family of families)
    for (const line of linesOf(family)) {
      text += line;
      if (++asked % PIECE > 0) continue;
      yield Buffer.from(text);
      text = '';
    }
  yield Buffer.from(text);
}

/** `{mac="CB:B8:33:4C:88:4F",name="yard"}` */
export function labelSet(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** One for each sample; empty where there is none. */
function* linesOf({ name, type, help, samples }: Family): Generator<string> {
  let head = `# HELP ${name} ${escaped(help)}\n# TYPE ${name} ${type}\n`;
  for (const sample of samples) {
    yield sample ? `${head}${name}${sample.labels} ${numeral(sample.value)}\n` : '';
    if (sample) head = '';
  }
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function numeral(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}
