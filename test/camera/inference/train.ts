/**
 * Trains the network that test/camera/inference asks, on pictures of streets that no test shows it, and writes it to
 * test/fixtures/street-network.json: `npm run build && node dist/test/camera/inference/train.js`, a minute.
 */
import { writeFileSync } from 'node:fs';
import { placementOf } from '../../../src/camera/inference/placement.js';
import { stillOfFrame } from '../../../src/camera/inference/still.js';
import { tensorBytes, tensorOf } from '../../../src/camera/inference/tensor.js';
import { chance } from '../../../src/devices/simulated/chance.js';
import { forward, layer, LAYERS, type Network, softmax } from './network.js';
import { classOf, INPUT, momentOf, photograph, PLACE, SIZE } from './street.js';

const SEEDS = 40;
const MOMENTS = 75;
const ROUNDS = 60;
const RATE = 0.002;

interface Example {
  readonly inputs: Float32Array;
  readonly right: number;
}

/** Kingma and Ba's Adam, for one matrix. */
class Adam {
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private steps = 0;

  constructor(private readonly weights: Float32Array) {
    this.first = new Float32Array(weights.length);
    this.second = new Float32Array(weights.length);
  }

  step(gradient: Float32Array): void {
    this.steps++;
    const [keepFirst, keepSecond] = [1 - 0.9 ** this.steps, 1 - 0.999 ** this.steps];
    for (const [at, slope] of gradient.entries()) {
      const first = (this.first[at] = 0.9 * (this.first[at] ?? 0) + 0.1 * slope);
      const second = (this.second[at] = 0.999 * (this.second[at] ?? 0) + 0.001 * slope * slope);
      this.weights[at] = (this.weights[at] ?? 0) - (RATE * (first / keepFirst)) / (Math.sqrt(second / keepSecond) + 1e-8);
    }
  }
}

async function exampleOf(seed: number, number: number): Promise<Example> {
  const time = momentOf(seed, number);
  const tensor = await tensorOf(stillOfFrame(await photograph(time, seed)), placementOf(SIZE, PLACE, INPUT), INPUT);
  const bytes = tensorBytes(tensor, 'FP32');
  const inputs = Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
  return { inputs, right: classOf(time, seed) };
}

function untrained(rows: number, columns: number, seed: number): Float32Array {
  const spread = Math.sqrt(6 / (rows + columns));
  return Float32Array.from({ length: rows * (columns + 1) }, (_, at) => (2 * chance(seed, at) - 1) * spread);
}

/** Adds what the outer product of two vectors is, the last column for the bias. */
function addOuter(gradient: Float32Array, rows: readonly number[], columns: ArrayLike<number>): void {
  const width = columns.length + 1;
  for (const [row, slope] of rows.entries())
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      gradient[at] = (gradient[at] ?? 0) + slope * (columns[column] ?? 1);
    }
}

function learn({ hidden, classes }: Network, examples: readonly Example[], optimizers: readonly Adam[]): void {
  const gradients = [new Float32Array(hidden.length), new Float32Array(classes.length)] as const;
  for (const { inputs, right } of examples) {
    const raw = layer(hidden, inputs, LAYERS.hidden);
    const activations = raw.map((value) => Math.max(0, value));
    const slopes = softmax(layer(classes, activations, LAYERS.classes)).map((score, at) => score - (at === right ? 1 : 0));
    addOuter(gradients[1], slopes, activations);
    const back = raw.map((value, unit) =>
      value > 0 ? slopes.reduce((sum, slope, row) => sum + slope * (classes[row * (LAYERS.hidden + 1) + unit] ?? 0), 0) : 0,
    );
    addOuter(gradients[0], back, inputs);
  }
  optimizers.forEach((optimizer, at) => optimizer.step(gradients[at as 0 | 1].map((slope) => slope / examples.length)));
}

const examples: Example[] = [];
for (let seed = 1; seed <= SEEDS; seed++)
  for (let number = 0; number < MOMENTS; number++) examples.push(await exampleOf(seed, number));

const network = { hidden: untrained(LAYERS.hidden, LAYERS.inputs, 1), classes: untrained(LAYERS.classes, LAYERS.hidden, 2) };
const optimizers = [new Adam(network.hidden), new Adam(network.classes)];
for (let round = 0; round < ROUNDS; round++) {
  const shuffled = examples.map((example, at) => [chance(round, at), example] as const).sort(([a], [b]) => a - b);
  for (let from = 0; from < shuffled.length; from += 32)
    learn(
      network,
      shuffled.slice(from, from + 32).map(([, example]) => example),
      optimizers,
    );
  const good = examples.filter(({ inputs, right }) => {
    const [empty = 0, car = 0] = forward(network, inputs);
    return (car > empty ? 1 : 0) === right;
  });
  process.stdout.write(`round ${round + 1}: ${((100 * good.length) / examples.length).toFixed(1)} % right\n`);
}
const base64 = (weights: Float32Array) => Buffer.from(weights.buffer).toString('base64');
writeFileSync(
  'test/fixtures/street-network.json',
  `${JSON.stringify({ hidden: base64(network.hidden), classes: base64(network.classes) }, null, 2)}\n`,
);
