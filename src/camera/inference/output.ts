import { GatewayError } from '../../errors.js';

/** What a model says: numbers in the shape that it declares. */
export interface Output {
  readonly name: string;
  readonly shape: readonly number[];
  /** Row by row, and finite. */
  readonly values: readonly number[];
}

const MOST_NUMBERS = 200_000;
const DEEPEST = 6;

/** @returns that the model server makes no sense, for the one who chose it to read */
export function nonsense(what: string): GatewayError {
  return new GatewayError('badGateway', `the model server ${what}`);
}

/**
 * Reads JSON numbers in brackets, which must be as regular as a tensor is.
 *
 * @returns undefined for a tensor of words
 * @throws GatewayError `badGateway` when it is irregular, too much, or no numbers
 */
export function outputOf(name: string, data: unknown): Output | undefined {
  const shape: number[] = [];
  let level: readonly unknown[] = [data];
  while (level.length > 0 && level.every(Array.isArray)) {
    const rows = level as readonly (readonly unknown[])[];
    const length = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== length)) throw nonsense('answers with a tensor whose rows differ in length');
    if (rows.length * length > MOST_NUMBERS) throw nonsense(`answers with more than ${MOST_NUMBERS} numbers`);
    if (shape.push(length) > DEEPEST) throw nonsense(`answers with a tensor of more than ${DEEPEST} dimensions`);
    level = rows.flat();
  }
  if (level.length > 0 && level.every((value) => typeof value === 'string')) return undefined;
  if (!level.every((value): value is number => typeof value === 'number' && Number.isFinite(value)))
    throw nonsense('answers with what are no numbers');
  return { name, shape, values: level };
}

/**
 * The same numbers, in the shape that was declared beside them: they may come in one row.
 *
 * @throws GatewayError `badGateway` when there are not as many as it says
 */
export function reshaped({ name, values }: Output, shape: readonly number[]): Output {
  if (shape.reduce((product, length) => product * length, 1) !== values.length)
    throw nonsense(`declares an output of [${shape.join(', ')}], and gives ${values.length} numbers`);
  return { name, shape, values };
}
