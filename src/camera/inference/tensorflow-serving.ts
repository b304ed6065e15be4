import { z } from 'zod';
import { GatewayError } from '../../errors.js';
import type { DeclaredInput } from './model-input.js';
import { nonsense, outputOf } from './output.js';
import { JSON_TYPE, type Model, type Protocol } from './protocol.js';
import { tensorJson } from './tensor.js';

const SIGNATURE = 'serving_default';
const MOST_TENSORS = 64;

const dimension = z.object({ size: z.union([z.int(), z.string().regex(/^-?\d{1,9}$/)]) });
const declared = z.object({
  dtype: z.string().max(32),
  tensor_shape: z.object({ dim: z.array(dimension).max(8).optional(), unknown_rank: z.boolean().optional() }),
});
/** Asked first: to look at each of so many that nobody has takes long. */
const few = z.custom<object>((value) => isObject(value) && Object.keys(value).length <= MOST_TENSORS);
const metadata = z.object({
  metadata: z.object({
    signature_def: z.object({
      signature_def: z.object({ [SIGNATURE]: z.object({ inputs: few.pipe(z.record(z.string().min(1).max(128), declared)) }) }),
    }),
  }),
});
const answer = z.object({ predictions: z.array(z.unknown()).length(1) });

const DATATYPES: Readonly<Record<string, string>> = { DT_FLOAT: 'FP32', DT_UINT8: 'UINT8' };

/**
 * TensorFlow Serving's REST API, in its row format and for the default signature.
 *
 * @see https://www.tensorflow.org/tfx/serving/api_rest
 */
export const tensorflowServing: Protocol = {
  metadata: (model) => ({ method: 'GET', path: `${pathOf(model)}/metadata`, headers: { Accept: 'application/json' } }),

  inputsIn(said) {
    const { success, data } = metadata.safeParse(said);
    if (!success) throw nonsense("describes the model in another way than TensorFlow Serving's");
    const { inputs } = data.metadata.signature_def.signature_def[SIGNATURE];
    return Object.entries(inputs).map(([name, { dtype, tensor_shape: shape }]): DeclaredInput => ({
      name,
      datatype: DATATYPES[dtype] ?? dtype,
      shape: (shape.dim ?? []).map(({ size }) => Number(size)),
    }));
  },

  async infer(model, { name, encoding, isBatched }, tensor) {
    if (encoding === 'BINARY') throw new GatewayError('invalid', 'input.encoding is BINARY, which is for KSERVE_V2 alone');
    if (!isBatched) throw nonsense('declares an input without a place for the number of pictures');
    // one row: the tensor without the dimension of rows
    const row = await tensorJson({ ...tensor, shape: tensor.shape.slice(1) }, true);
    const body = Buffer.concat([Buffer.from(`{"instances":[{${JSON.stringify(name)}:`), row, Buffer.from('}]}')]);
    return { method: 'POST', path: `${pathOf(model)}:predict`, headers: JSON_TYPE, body };
  },

  outputsIn(said) {
    const { success, data } = answer.safeParse(said);
    if (!success) throw nonsense("answers in another way than TensorFlow Serving's, or of several pictures");
    const [row] = data.predictions;
    // a model of one output does not name it
    const outputs: object = isObject(row) ? row : { output: row };
    if (Object.keys(outputs).length > MOST_TENSORS) throw nonsense(`answers with more than ${MOST_TENSORS} outputs`);
    return Object.entries(outputs).flatMap(([name, values]) => outputOf(name, values) ?? []);
  },
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathOf({ model, version }: Model): string {
  return `/v1/models/${model}${version === undefined ? '' : `/versions/${version}`}`;
}
