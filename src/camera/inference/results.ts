import type { components } from '../../../generated/camera.js';
import type { Immutable } from '../../immutable.js';
import { type Detections, detectionsIn } from './detections.js';
import { nonsense, type Output } from './output.js';
import { boxOf, type Placement } from './placement.js';

type Schemas = Immutable<components['schemas']>;
export type Result = Schemas['InferenceResult'];
export type Wanted = Partial<NonNullable<Schemas['InferenceRequest']['output']>>;

export interface Results {
  readonly kind: Schemas['Inference']['kind'];
  /** The highest score first. */
  readonly results: readonly Result[];
}

/** Of a score that was calculated in 32 bits or fewer. */
const INACCURACY = 0.002;

/**
 * Makes results of what a model says: of objects where its outputs are called as those of detectors are, else of one output of a score per
 * class.
 *
 * @param size of the tensor, pixels
 * @throws GatewayError `badGateway` when the outputs are neither
 */
export function resultsOf(
  outputs: readonly Output[],
  { activation = 'NONE', minScore = 0, maxResults = 10 }: Wanted,
  labels: readonly string[],
  placement: Placement,
  size: { readonly width: number; readonly height: number },
): Results {
  const detections = detectionsIn(outputs, size);
  const scores = detections ? scoresIn(detections.scores) : scoresIn(activated(classesIn(outputs), activation));
  const results = highest(scores, minScore, maxResults).map((at): Result => {
    const index = detections?.classes[at] ?? at;
    const label = labels[index];
    return { index, ...(label === undefined ? {} : { label }), score: scores[at] ?? 0, ...boxAt(detections, at, placement) };
  });
  return { kind: detections ? 'DETECTION' : 'CLASSIFICATION', results };
}

/** @returns where the highest are, the first of equal ones first; only these are compared one by one, for a model may say 200,000 */
function highest(scores: readonly number[], minScore: number, most: number): number[] {
  const least = Math.max(minScore, new Float64Array(scores).sort().at(-most) ?? 0);
  const [above, level]: [number[], number[]] = [[], []];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score > least) above.push(at);
    else if (score === least && level.length < most) level.push(at);
  }
  above.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return [...above, ...level].slice(0, most);
}

function boxAt(detections: Detections | undefined, at: number, placement: Placement): Pick<Result, 'box'> {
  const corners = detections?.corners(at);
  return corners ? { box: boxOf(placement, corners) } : {};
}

/** `[N]` or `[1, N]`. */
function classesIn(outputs: readonly Output[]): readonly number[] {
  const [output] = outputs;
  const longer = output?.shape.filter((length) => length !== 1) ?? [];
  if (!output || outputs.length > 1 || output.shape.length > 2 || output.shape.length === 0 || longer.length > 1) {
    const said = outputs.map(({ name, shape }) => `${name.replace(/[^\x20-\x7e]/g, '?').slice(0, 64)} [${shape.join(', ')}]`);
    throw nonsense(
      `answers with ${said.slice(0, 8).join(', ') || 'no numbers'}: expected the outputs of a detector, or one of a score per class`,
    );
  }
  return output.values;
}

function activated(values: readonly number[], activation: NonNullable<Wanted['activation']>): readonly number[] {
  if (activation === 'NONE') return values;
  if (activation === 'SIGMOID') return values.map((value) => 1 / (1 + Math.exp(-value)));
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function scoresIn(values: readonly number[]): readonly number[] {
  const odd = values.find((value) => value < -INACCURACY || value > 1 + INACCURACY);
  if (odd !== undefined)
    throw nonsense(`says ${odd}, expected scores from 0 to 1: output.activation makes scores of what are none yet`);
  return values.map((value) => Math.min(1, Math.max(0, value)));
}
