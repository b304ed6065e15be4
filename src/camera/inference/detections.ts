import { nonsense, type Output } from './output.js';

type Corners = readonly [left: number, top: number, right: number, bottom: number];

/** What a detector says of each object. */
export interface Detections {
  readonly scores: readonly number[];
  readonly classes: readonly number[];
  /** In pixels of the tensor. */
  readonly corners: (at: number) => Corners;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST_CLASSES = 1_000_000;

/**
 * Recognises the outputs of detectors that leave one box per object:
 *
 * - `detection_boxes` (top, left, bottom, right in fractions), `detection_scores`, `detection_classes` and perhaps `num_detections`, as
 *   models of TensorFlow have them;
 * - `boxes` (left, top, right, bottom in pixels of the tensor), `scores` and `labels`, as those of torchvision;
 * - one output of [1, N, 6]: left, top, right, bottom in pixels, score, class.
 *
 * @returns undefined for what is no detector's
 * @throws GatewayError `badGateway` when they contradict each other
 */
export function detectionsIn(outputs: readonly Output[], size: Size): Detections | undefined {
  const named = (name: string) => outputs.find((output) => output.name === name);
  const [tensorflow, torch, [only]] = [named('detection_boxes'), named('boxes'), outputs];
  if (tensorflow) {
    const count = named('num_detections')?.values[0];
    const corners = ([top, left, bottom, right]: Corners): Corners => [
      left * size.width,
      top * size.height,
      right * size.width,
      bottom * size.height,
    ];
    return together(tensorflow, named('detection_scores'), named('detection_classes'), corners, count);
  }
  if (torch) return together(torch, named('scores'), named('labels'), (corners) => corners);
  if (!only || outputs.length > 1 || only.shape.length !== 3 || only.shape[0] !== 1 || only.shape[2] !== 6) return undefined;
  const column = (at: number) => only.values.filter((_, index) => index % 6 === at);
  return { scores: column(4), classes: classesIn(column(5)), corners: (at) => cornersIn(only.values, at, 6) };
}

function together(
  boxes: Output,
  scores: Output | undefined,
  classes: Output | undefined,
  toPixels: (corners: Corners) => Corners,
  count = boxes.values.length / 4,
): Detections {
  if (!scores || !classes) throw nonsense(`answers with ${boxes.name} without their scores or classes`);
  const isWhole = Number.isInteger(count) && count >= 0;
  const lengths = [boxes.values.length / 4, scores.values.length, classes.values.length];
  if (boxes.shape.at(-1) !== 4 && boxes.values.length > 0) throw nonsense(`answers with ${boxes.name} that have not 4 sides`);
  if (new Set(lengths).size > 1 || !isWhole || count > scores.values.length)
    throw nonsense(`answers with ${lengths[0]} boxes, ${lengths[1]} scores and ${lengths[2]} classes`);
  return {
    scores: scores.values.slice(0, count),
    classes: classesIn(classes.values.slice(0, count)),
    corners: (at) => toPixels(cornersIn(boxes.values, at, 4)),
  };
}

function classesIn(values: readonly number[]): readonly number[] {
  const odd = values.find((value) => !Number.isInteger(value) || value < 0 || value > MOST_CLASSES);
  if (odd !== undefined) throw nonsense(`answers with the class ${odd}`);
  return values;
}

function cornersIn(values: readonly number[], at: number, columns: number): Corners {
  const [left = 0, top = 0, right = 0, bottom = 0] = values.slice(at * columns, at * columns + 4);
  if (right < left || bottom < top) throw nonsense('answers with a box that ends before it begins');
  return [left, top, right, bottom];
}
