import { GatewayError } from '../../errors.js';
import { type Condition, refuse } from './condition.js';

const MAX_CHARACTERS = 2048;
const MAX_CONDITIONS = 16;
const MAX_VALUES = 32;
const MAX_DEPTH = 16;

/**
 * Reads `(op,attr/attr,value,value);(…)`. A value that has `,`, `)` or `'` stands in single quotes, a quote within it twice.
 *
 * What comes is hostile until proved otherwise: each character is looked at a fixed number of times, nothing calls itself, and no
 * regular expression is tried on it.
 *
 * @param text with percent-encoding undone; at most 2048 characters, 16 conditions of 32 values
 * @throws GatewayError `invalid` that says where it is broken and what was expected
 * @see ETSI GS MEC 009, clause 6.19
 */
export function parseFilter(text: string): readonly Condition[] {
  if (text.length > MAX_CHARACTERS)
    throw new GatewayError('invalid', `query filter has ${text.length} characters, expected at most ${MAX_CHARACTERS}`);
  const scanner = new Scanner(text);
  const conditions: Condition[] = [];
  do {
    if (conditions.length === MAX_CONDITIONS)
      throw new GatewayError('invalid', `query filter has more than ${MAX_CONDITIONS} conditions`);
    conditions.push(condition(scanner));
  } while (scanner.takes(';'));
  if (!scanner.isAtEnd) scanner.refuse('; and another condition, or the end');
  return conditions;
}

function condition(scanner: Scanner): Condition {
  const start = scanner.position;
  if (!scanner.takes('(')) scanner.refuse('a condition such as (eq,attribute,value)');
  const operator = scanner.word();
  if (!scanner.takes(',')) scanner.refuse(', and the name of an attribute');
  const path = scanner.word().split('/');
  const values: string[] = [];
  while (scanner.takes(',')) values.push(scanner.value());
  if (!scanner.takes(')')) scanner.refuse(', and a value, or ) at the end of the condition');
  const read = { text: scanner.since(start), operator, path, values };
  if (values.length > MAX_VALUES) refuse(read, `it has ${values.length} values, expected at most ${MAX_VALUES}`);
  if (path.length > MAX_DEPTH) refuse(read, `its attribute is ${path.length} levels deep, expected at most ${MAX_DEPTH}`);
  return read;
}

class Scanner {
  position = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.position === this.text.length;
  }

  takes(character: string): boolean {
    const isNext = this.text[this.position] === character;
    if (isNext) this.position++;
    return isNext;
  }

  /** All up to the next `,` or `)`. */
  word(): string {
    const start = this.position;
    while (!this.isAtEnd && this.text[this.position] !== ',' && this.text[this.position] !== ')') this.position++;
    return this.since(start);
  }

  value(): string {
    if (this.takes("'")) return this.quoted();
    const start = this.position;
    const word = this.word();
    if (!word.includes("'")) return word;
    this.position = start + word.indexOf("'");
    return this.refuse("no quote in a value without quotes: 'it''s' is it's");
  }

  since(start: number): string {
    return this.text.slice(start, this.position);
  }

  refuse(expected: string): never {
    const found = this.isAtEnd ? 'the end' : `"${this.text.slice(this.position, this.position + 16)}"`;
    throw new GatewayError('invalid', `query filter has ${found} at character ${this.position + 1}, expected ${expected}`);
  }

  private quoted(): string {
    let value = '';
    for (;;) {
      const end = this.text.indexOf("'", this.position);
      if (end < 0) return this.refuse("a value that ends with '");
      value += this.text.slice(this.position, end);
      this.position = end + 1;
      if (!this.takes("'")) return value;
      value += "'";
    }
  }
}
