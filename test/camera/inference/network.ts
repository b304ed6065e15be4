import { readFileSync } from 'node:fs';

/** How many numbers there are in each layer. */
export const LAYERS = { inputs: 24 * 6 * 3, hidden: 12, classes: 2 } as const;

/** A network of one hidden layer: what is between two layers is weights, row by row, and one bias for each row. */
export interface Network {
  readonly hidden: Float32Array;
  readonly classes: Float32Array;
}

/** What `train.ts` has left. */
export function trainedNetwork(): Network {
  const { hidden, classes } = JSON.parse(readFileSync('test/fixtures/street-network.json', 'utf8')) as Record<string, string>;
  return { hidden: floats(hidden), classes: floats(classes) };
}

/** @returns the score of each class, before softmax */
export function forward({ hidden, classes }: Network, inputs: ArrayLike<number>): number[] {
  const activations = layer(hidden, inputs, LAYERS.hidden).map((value) => Math.max(0, value));
  return layer(classes, activations, LAYERS.classes);
}

/** @returns one number for each row of the weights */
export function layer(weights: Float32Array, inputs: ArrayLike<number>, rows: number): number[] {
  const columns = inputs.length + 1;
  return Array.from({ length: rows }, (_, row) => {
    let sum = weights[row * columns + columns - 1] ?? 0;
    for (let column = 0; column < inputs.length; column++) sum += (weights[row * columns + column] ?? 0) * (inputs[column] ?? 0);
    return sum;
  });
}

export function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function floats(base64 = ''): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
