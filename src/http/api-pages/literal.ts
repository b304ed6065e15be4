import type { Json } from '../../json.js';

/** How a language writes values. */
export interface Notation {
  readonly text: (value: string) => string;
  readonly key: (name: string) => string;
  /** What true, false and null are. */
  readonly words: readonly [yes: string, no: string, nothing: string];
  /** Whether a space stands within the braces of what is on one line. */
  readonly isSpaced: boolean;
}

/** How long a line of an example may be, for a phone's sake too. */
const LINE = 80;

export const TYPESCRIPT: Notation = {
  text: (value) => `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
  key: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : TYPESCRIPT.text(name)),
  words: ['true', 'false', 'null'],
  isSpaced: true,
};

export const PYTHON: Notation = {
  text: (value) => JSON.stringify(value),
  key: (name) => JSON.stringify(name),
  words: ['True', 'False', 'None'],
  isSpaced: false,
};

/** The value in the words of a language: on one line where it is short, else one member on each. */
export function literal(value: Json, notation: Notation, indent = ''): string {
  if (value === null) return notation.words[2];
  if (typeof value === 'boolean') return notation.words[value ? 0 : 1];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return notation.text(value);
  const isList = Array.isArray(value);
  const members = (within: string): readonly string[] =>
    isList
      ? value.map((one: Json) => literal(one, notation, within))
      : Object.entries(value).map(([name, one]) => `${notation.key(name)}: ${literal(one ?? null, notation, within)}`);
  const [open, close] = isList ? '[]' : '{}';
  const short = members('').join(', ');
  const space = notation.isSpaced && !isList && short !== '' ? ' ' : '';
  if (!short.includes('\n') && indent.length + short.length < LINE) return `${open}${space}${short}${space}${close}`;
  const within = `${indent}${notation.isSpaced ? '  ' : '    '}`;
  return `${open}\n${members(within)
    .map((member) => `${within}${member},\n`)
    .join('')}${indent}${close}`;
}
