const SECONDS = new Map(
  Object.entries({
    'usec us µs μs': 1e-6,
    'msec ms': 1e-3,
    'seconds second sec s': 1,
    'minutes minute min m': 60,
    'hours hour hr h': 3600,
    'days day d': 86_400,
    'weeks week w': 604_800,
    'months month M': 30.44 * 86_400,
    'years year y': 365.25 * 86_400,
  }).flatMap(([units, seconds]) => units.split(' ').map((unit): [string, number] => [unit, seconds])),
);

/**
 * A time span as systemd writes it: `34min 8s`, `2048`, `infinity`.
 *
 * @returns seconds, or undefined when it is none
 * @see systemd.time(7), "Parsing Time Spans": the parts add up, and without a unit they are seconds
 */
export function timeSpan(text: string): number | undefined {
  let rest = text.trim();
  if (rest === 'infinity') return Infinity;
  if (rest === '') return undefined;
  let sum = 0;
  while (rest !== '') {
    const [part = '', number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-zµμ]*)\s*/i.exec(rest) ?? [];
    const seconds = SECONDS.get(unit || 's');
    if (part === '' || seconds === undefined) return undefined;
    sum += Number(number) * seconds;
    rest = rest.slice(part.length);
  }
  return sum;
}
