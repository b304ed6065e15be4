/** One line of the text format: a name, labels, a value. */
export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Parsed {
  readonly types: ReadonlyMap<string, string>;
  readonly samples: readonly ParsedSample[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\\\\n]|\\\\["\\\\n])*)"';
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (\\S+)$`);
const VALUE = /^([+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?|NaN|[+-]Inf)$/;

/**
 * Reads the text format 0.0.4 and forgives nothing: HELP before TYPE before samples, all of one name together, no sample twice.
 *
 * @throws Error that says which line is wrong
 * @see Prometheus, exposition formats, text-based format
 */
export function parseExposition(text: string): Parsed {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line does not end');
  const types = new Map<string, string>();
  const samples: ParsedSample[] = [];
  const seen = new Set<string>();
  let [help, current] = ['', ''];
  for (const line of text.split('\n').slice(0, -1)) {
    const fault = (why: string) => new Error(`${why}: ${line}`);
    const [, described] = new RegExp(`^# HELP (${NAME}) (?:[^\\\\]|\\\\[\\\\n])*$`).exec(line) ?? [];
    const [, typed, type = ''] = new RegExp(`^# TYPE (${NAME}) (counter|gauge)$`).exec(line) ?? [];
    if (described !== undefined) help = described;
    else if (typed !== undefined) {
      if (types.has(typed) || typed !== help) throw fault('a type that comes twice, or without its help');
      types.set((current = typed), type);
    } else {
      const sample = sampleOf(line);
      if (sample?.name !== current) throw fault('no sample of the metric that it stands under');
      if (seen.has(key(sample))) throw fault('a sample that comes twice');
      seen.add(key(sample));
      samples.push(sample);
    }
  }
  return { types, samples };
}

function sampleOf(line: string): ParsedSample | undefined {
  const found = SAMPLE.exec(line);
  const [name = '', value = ''] = [found?.[1], found?.at(-1)];
  if (!found || !VALUE.test(value)) return undefined;
  const labels = [...(found[2] ?? '').matchAll(new RegExp(LABEL, 'g'))].map(([, label = '', text = '']) => [
    label,
    unescaped(text),
  ]);
  return { name, labels: Object.fromEntries(labels) as Record<string, string>, value: Number(value.replace('Inf', 'Infinity')) };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
}

function key({ name, labels }: ParsedSample): string {
  return JSON.stringify([name, Object.entries(labels).sort()]);
}
