import { z } from 'zod';
import { nonsense, type Output, outputOf, reshaped } from './output.js';
import { JSON_TYPE, type Model, type Protocol } from './protocol.js';
import { tensorBytes, tensorJson } from './tensor.js';

const tensor = { name: z.string().min(1).max(128), datatype: z.string().max(16) };
const input = z.object({ ...tensor, shape: z.array(z.int()).max(8) });
const output = z.object({ ...tensor, shape: z.array(z.int().min(0)).max(8), data: z.array(z.unknown()) });
const metadata = z.object({ inputs: z.array(input).max(64) });
const answer = z.object({ outputs: z.array(output).max(64) });

/**
 * The Open Inference Protocol, with tensors in JSON, or in bytes where the request asks for that.
 *
 * @see https://github.com/kserve/open-inference-protocol; "Binary Tensor Data Extension" of Triton Inference Server
 */
export const kserve: Protocol = {
  metadata: (model) => ({ method: 'GET', path: pathOf(model), headers: { Accept: 'application/json' } }),

  inputsIn(said) {
    const { success, data } = metadata.safeParse(said);
    if (!success) throw nonsense("describes the model in another way than the Open Inference Protocol's");
    return data.inputs;
  },

  async infer(model, { name, datatype, encoding }, tensor) {
    const path = `${pathOf(model)}/infer`;
    const about = { name, shape: tensor.shape, datatype };
    if (encoding === 'JSON') {
      const [before, after] = JSON.stringify({ inputs: [{ ...about, data: null }] }).split(/null(?=\}\]\}$)/);
      const body = Buffer.concat([Buffer.from(before ?? ''), await tensorJson(tensor, false), Buffer.from(after ?? '')]);
      return { method: 'POST', path, headers: JSON_TYPE, body };
    }
    const bytes = tensorBytes(tensor, datatype);
    const head = Buffer.from(JSON.stringify({ inputs: [{ ...about, parameters: { binary_data_size: bytes.length } }] }));
    const headers = {
      'Content-Type': 'application/octet-stream',
      Accept: 'application/json',
      'Inference-Header-Content-Length': String(head.length),
    };
    return { method: 'POST', path, headers, body: Buffer.concat([head, bytes]) };
  },

  outputsIn(said) {
    const { success, data } = answer.safeParse(said);
    if (!success) throw nonsense("answers in another way than the Open Inference Protocol's");
    return data.outputs.flatMap(({ name, shape, data }): Output[] => {
      const output = outputOf(name, data);
      return output ? [reshaped(output, shape)] : [];
    });
  },
};

function pathOf({ model, version }: Model): string {
  return `/v2/models/${model}${version === undefined ? '' : `/versions/${version}`}`;
}
