import { describe, expect, it } from '@jest/globals';
import { kserve } from '../../../src/camera/inference/kserve.js';
import { type DeclaredInput, modelInput } from '../../../src/camera/inference/model-input.js';
import type { Output } from '../../../src/camera/inference/output.js';
import { placementOf } from '../../../src/camera/inference/placement.js';
import { resultsOf } from '../../../src/camera/inference/results.js';
import { tensorflowServing } from '../../../src/camera/inference/tensorflow-serving.js';

const TENSOR = { width: 100, height: 50 };
/** The right half of a picture. */
const placement = placementOf({ width: 400, height: 200 }, { x: 0.5, y: 0, width: 0.5, height: 1 }, { ...TENSOR, fit: 'FILL' });
const output = (name: string, shape: readonly number[], values: readonly number[]): Output => ({ name, shape, values });
const results = (outputs: readonly Output[], wanted = {}, labels: readonly string[] = []) =>
  resultsOf(outputs, wanted, labels, placement, TENSOR);
const middle = { x: 0.75, y: 0.5, width: 0.125, height: 0.5 };

function refusalOf(task: () => unknown): unknown {
  try {
    return task();
  } catch (error) {
    return error;
  }
}

describe('Scores of classes', () => {
  it('are given best first, as many as are wanted and with the names that there are', () => {
    const scores = output('probabilities', [1, 4], [0.1, 0.6, 0.05, 0.25]);
    expect(results([scores], { maxResults: 2 }, ['a', 'b'])).toEqual({
      kind: 'CLASSIFICATION',
      results: [
        { index: 1, label: 'b', score: 0.6 },
        { index: 3, score: 0.25 },
      ],
    });
    expect(results([scores], { minScore: 0.25 }).results.map(({ index }) => index)).toEqual([1, 3]);
  });

  it('are the best of many, and of equal ones the first', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => (at % 1000) / 2000);
    many[7] = 0.9;
    many[199_999] = 0.8;
    const best = (wanted: object) => results([output('x', [200_000], many)], wanted).results.map(({ index }) => index);
    expect(best({ maxResults: 4 })).toEqual([7, 199_999, 999, 1999]);
    expect(best({ maxResults: 4, minScore: 0.5 })).toEqual([7, 199_999]);
    expect(results([output('x', [3], [0, 0, 0])]).results.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(results([output('x', [0], [])]).results).toEqual([]);
  });

  it('are made of what are none yet, when that is asked for', () => {
    const logits = output('logits', [1, 2], [1000, 1000 + Math.log(3)]);
    const soft = results([logits], { activation: 'SOFTMAX' }).results;
    expect(soft.map(({ index }) => index)).toEqual([1, 0]);
    expect(soft[0]?.score).toBeCloseTo(0.75, 9);
    expect(results([output('x', [1], [0])], { activation: 'SIGMOID' }).results).toEqual([{ index: 0, score: 0.5 }]);
    expect(() => results([logits])).toThrow(/1000.*output\.activation/);
  });
});

describe('Objects', () => {
  const detected = [
    output('detection_boxes', [1, 3, 4], [0.5, 0.5, 1, 0.75, 0, 0, 1, 1, 0, 0, 0, 0]),
    output('detection_scores', [1, 3], [0.9, 0.4, 0]),
    output('detection_classes', [1, 3], [1, 2, 1]),
    output('num_detections', [1], [2]),
  ];

  it('are read as models of TensorFlow have them, and no more than they count', () => {
    const { kind, results: found } = results(detected, {}, ['?', 'car']);
    expect(kind).toBe('DETECTION');
    expect(found).toEqual([
      { index: 1, label: 'car', score: 0.9, box: middle },
      { index: 2, score: 0.4, box: { x: 0.5, y: 0, width: 0.5, height: 1 } },
    ]);
  });

  it('are read as models of torchvision have them', () => {
    const outputs = [output('boxes', [1, 4], [50, 25, 75, 50]), output('labels', [1], [1]), output('scores', [1], [0.5])];
    expect(results(outputs).results).toEqual([{ index: 1, score: 0.5, box: middle }]);
    const none = [output('boxes', [0, 4], []), output('labels', [0], []), output('scores', [0], [])];
    expect(results(none)).toEqual({ kind: 'DETECTION', results: [] });
  });

  it('are read from one output of six columns', () => {
    const rows = output('output0', [1, 2, 6], [0, 0, 1, 1, 0.2, 7, 50, 25, 75, 50, 0.8, 3]);
    expect(results([rows], { minScore: 0.5 }).results).toEqual([{ index: 3, score: 0.8, box: middle }]);
  });

  it.each([
    [
      'a box that ends before it begins',
      [output('boxes', [1, 4], [9, 9, 1, 1]), output('labels', [1], [1]), output('scores', [1], [1])],
    ],
    ['fewer scores than boxes', [output('boxes', [1, 4], [0, 0, 1, 1]), output('labels', [1], [1]), output('scores', [0], [])]],
    ['a class that is no number of one', [output('o', [1, 1, 6], [0, 0, 1, 1, 1, 0.5])]],
    ['a score beyond 1', [output('o', [1, 1, 6], [0, 0, 1, 1, 1.5, 1])]],
    ['no scores at all', [output('boxes', [1, 4], [0, 0, 1, 1])]],
    ['a count beyond what there is', [...detected.slice(0, 3), output('num_detections', [1], [4])]],
    ['more outputs than anybody knows', [output('a', [1], [1]), output('b', [1], [1])]],
    ['a matrix', [output('a', [2, 2], [1, 0, 0, 1])]],
    ['nothing', []],
  ])('are refused with %s', (_what, outputs) => {
    expect(refusalOf(() => results(outputs))).toMatchObject({ code: 'badGateway' });
  });
});

describe('The input of a model', () => {
  const declared = (shape: readonly number[], datatype = 'FP32', name = 'x'): DeclaredInput => ({ name, datatype, shape });
  const read = (shape: readonly number[], asked = {}) => modelInput(asked, [declared(shape)]);

  it('is what its metadata say', () => {
    expect(read([-1, 3, 224, 320])).toMatchObject({ layout: 'NCHW', channels: 3, height: 224, width: 320, isBatched: true });
    expect(read([1, 224, 320, 1])).toMatchObject({ layout: 'NHWC', channels: 1, height: 224, width: 320, isBatched: true });
    expect(read([3, 224, 320])).toMatchObject({ layout: 'NCHW', channels: 3, height: 224, width: 320, isBatched: false });
    expect(read([-1, 3, 2, 2]).scale).toEqual([1 / 255, 1 / 255, 1 / 255]);
    expect(modelInput({}, [declared([-1, 2, 2, 3], 'UINT8')]).scale).toEqual([1, 1, 1]);
  });

  it('is what the request says, where it says something', () => {
    const asked = { width: 10, mean: [1, 2, 3], scale: [2] };
    expect(read([-1, 20, -1, 3], asked)).toMatchObject({ width: 10, height: 20, mean: [1, 2, 3], scale: [2, 2, 2] });
  });

  it('is the picture among several inputs, or the one that is named', () => {
    const several = [declared([-1], 'INT64', 'threshold'), declared([-1, 3, 8, 8], 'FP32', 'image')];
    expect(modelInput({}, several).name).toBe('image');
    const pictures = [declared([-1, 3, 8, 8], 'FP32', 'left'), declared([-1, 3, 8, 8], 'FP32', 'right')];
    expect(modelInput({ name: 'right' }, pictures).name).toBe('right');
    expect(() => modelInput({}, pictures)).toThrow(/input\.name/);
  });

  it.each([
    ['badGateway', [-1, 224, 224], 'FP32', {}],
    ['badGateway', [-1, 7], 'FP32', {}],
    ['badGateway', [-1, 3, 8, 8], 'INT8', {}],
    ['badGateway', [-1, 4, 8, 8], 'FP32', {}],
    ['invalid', [-1, 3, -1, -1], 'FP32', {}],
    ['invalid', [-1, 3, 8, 8], 'FP32', { name: 'y' }],
    ['invalid', [-1, 3, 8, 8], 'FP32', { mean: [1, 2] }],
    ['invalid', [-1, 3, 100_000, 100_000], 'FP32', {}],
  ])('is refused as %s: %j of %s when %j is asked', (code, shape, datatype, asked) => {
    expect(refusalOf(() => modelInput(asked, [declared(shape, datatype)]))).toMatchObject({ code });
  });
});

describe('What a model server says that makes no sense', () => {
  const answer = (data: unknown, shape: unknown = [1, 2]) => ({ outputs: [{ name: 'o', datatype: 'FP32', shape, data }] });

  it.each([
    ['no object', 7],
    ['nothing', null],
    ['no outputs', {}],
    ['another shape than it gives', answer([1, 2, 3])],
    ['null for a number', answer([1, null])],
    ['words among numbers', answer([1, 'NaN'])],
    ['rows of different lengths', answer([[1], [1, 2]])],
    ['numbers beside rows', answer([1, [2]])],
    ['too many dimensions', answer([[[[[[[[1, 2]]]]]]]])],
    ['a negative shape', answer([1, 2], [-1, -2])],
    ['too many outputs', { outputs: Array.from({ length: 65 }, () => answer([1, 2]).outputs[0]) }],
    [
      'too many numbers',
      answer(
        Array.from({ length: 200_001 }, () => 0),
        [200_001],
      ),
    ],
  ])('is refused: %s', (_what, said) => {
    expect(refusalOf(() => kserve.outputsIn(said))).toMatchObject({ code: 'badGateway' });
  });

  it('is refused of TensorFlow Serving as well', () => {
    for (const said of [{}, { predictions: [] }, { predictions: [[1], [2]] }, { predictions: [[1, [2]]] }])
      expect(refusalOf(() => tensorflowServing.outputsIn(said))).toMatchObject({ code: 'badGateway' });
    for (const said of [{}, { metadata: { signature_def: { signature_def: {} } } }])
      expect(refusalOf(() => tensorflowServing.inputsIn(said))).toMatchObject({ code: 'badGateway' });
  });

  it('is refused of TensorFlow Serving before each of too many is looked at', () => {
    let looks = 0;
    const manyOf = (one: object): object => {
      const names = Array.from({ length: 65 }, (_, at) => `a${at}`);
      const look = () => {
        looks++;
        return one;
      };
      return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { enumerable: true, get: look }])));
    };
    const outputs = { predictions: [manyOf([1])] };
    expect(refusalOf(() => tensorflowServing.outputsIn(outputs))).toMatchObject({
      message: expect.stringContaining('64 outputs'),
    });
    const inputs = manyOf({ dtype: 'DT_FLOAT', tensor_shape: {} });
    const metadata = { metadata: { signature_def: { signature_def: { serving_default: { inputs } } } } };
    expect(refusalOf(() => tensorflowServing.inputsIn(metadata))).toMatchObject({ code: 'badGateway' });
    expect(looks).toBe(0);
  });

  it('is left out where it is words beside numbers', () => {
    const words = { name: 'names', datatype: 'BYTES', shape: [2], data: ['a', 'b'] };
    expect(kserve.outputsIn({ outputs: [words, ...answer([0, 1]).outputs] })).toEqual([output('o', [1, 2], [0, 1])]);
  });
});
