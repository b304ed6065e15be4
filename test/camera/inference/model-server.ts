import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { service, transportInfo } from '../../bodies.js';
import { forward, softmax, trainedNetwork } from './network.js';

/** What the classifier looks at, pixels; the detector at strips of any greater width. */
const [WIDTH, HEIGHT, CHANNELS] = [24, 6, 3] as const;

interface Tensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}
interface Named extends Tensor {
  readonly name: string;
}
interface Served {
  readonly input: readonly number[];
  readonly answer: (tensor: Tensor) => readonly Named[];
}

const network = trainedNetwork();

/** `street` says whether a car stands in the middle of a picture, `cars` where the cars are. */
const MODELS: Readonly<Record<string, Served>> = {
  street: {
    input: [-1, HEIGHT, WIDTH, CHANNELS],
    answer: ({ data }) => [{ name: 'scores', shape: [1, 2], data: softmax(forward(network, data)) }],
  },
  cars: { input: [-1, HEIGHT, 5 * WIDTH, CHANNELS], answer: carsIn },
};

/** What an application says of such a server, and what it is then asked. */
export const modelServiceAt = (uri: string) => ({
  ...service,
  serName: 'street-models',
  transportInfo: { ...transportInfo, endpoint: { uris: [uri] } },
});
export const inference = { service: { serName: 'street-models' }, model: 'street' } as const;

/** A model server that has learnt what it says: it speaks the Open Inference Protocol and TensorFlow Serving's REST API. */
export class ModelServer implements AsyncDisposable {
  /** What it was asked, the method and the path. */
  readonly asked: string[] = [];
  private constructor(private readonly server: http.Server) {}

  static async start(host = '127.0.0.2', port = 0): Promise<ModelServer> {
    const server = http.createServer();
    const started = new ModelServer(server);
    server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      started.asked.push(`${request.method} ${request.url}`);
      void answer(request).then(
        (body) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body)),
        (error: unknown) => response.writeHead(400).end(JSON.stringify({ error: String(error) })),
      );
    });
    // it may be left running by a test that starts one for all
    await once(server.listen(port, host).unref(), 'listening');
    return started;
  }

  get uri(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `http://${address}:${port}`;
  }

  /** Until the process is ended. */
  stay(): void {
    this.server.ref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function answer(request: http.IncomingMessage): Promise<object> {
  const { url = '' } = request;
  const [, protocol, name = '', what] = /^\/(v[12])\/models\/(\w+)(?:\/versions\/1)?[/:]?(\w*)$/.exec(url) ?? [];
  const model = MODELS[name];
  if (!model) throw new Error(`there is no model ${name}`);
  const body = await buffer(request);
  if (protocol === 'v2') return what === 'infer' ? kserve(name, model, body, request.headers) : about(name, model);
  return what === 'predict' ? tensorflow(model, body) : signature(model);
}

function about(name: string, { input }: Served): object {
  const inputs = [{ name: 'picture', datatype: 'FP32', shape: input }];
  return {
    name,
    versions: ['1'],
    platform: 'umec_test',
    inputs,
    outputs: [{ name: 'scores', datatype: 'FP32', shape: [-1, 2] }],
  };
}

function kserve(model: string, served: Served, body: Buffer, headers: http.IncomingHttpHeaders): object {
  const head = Number(headers['inference-header-content-length'] ?? body.length);
  const { inputs } = JSON.parse(body.subarray(0, head).toString()) as { inputs: (Tensor & { parameters?: unknown })[] };
  const [input] = inputs;
  if (!input) throw new Error('expected an input');
  const data = input.data as readonly number[] | undefined;
  const outputs = served.answer(checked({ shape: input.shape, data: data ?? floats(body.subarray(head)) }, served));
  return { model_name: model, outputs: outputs.map((output) => ({ ...output, datatype: 'FP32' })) };
}

function signature({ input }: Served): object {
  const dim = input.map((size) => ({ size: String(size), name: '' }));
  const inputs = { picture: { dtype: 'DT_FLOAT', tensor_shape: { dim, unknown_rank: false }, name: 'picture:0' } };
  const serving = { inputs, outputs: {}, method_name: 'tensorflow/serving/predict' };
  return { model_spec: {}, metadata: { signature_def: { signature_def: { serving_default: serving } } } };
}

function tensorflow(served: Served, body: Buffer): object {
  const { instances } = JSON.parse(body.toString()) as { instances: { picture: number[][][] }[] };
  const picture = instances[0]?.picture ?? [];
  const shape = [1, picture.length, picture[0]?.length ?? 0, picture[0]?.[0]?.length ?? 0];
  const outputs = served.answer(checked({ shape, data: picture.flat(2) }, served));
  // without the dimension of rows, and without a name when there is but one
  return {
    predictions: [outputs.length === 1 ? outputs[0]?.data : Object.fromEntries(outputs.map(({ name, data }) => [name, data]))],
  };
}

function checked(tensor: Tensor, { input }: Served): Tensor {
  const isRight = tensor.shape.length === 4 && tensor.shape.every((length, at) => at === 0 || length === input[at]);
  if (!isRight || tensor.data.length !== tensor.shape.reduce((a, b) => a * b, 1))
    throw new Error(`expected [${input.join(', ')}], got [${tensor.shape.join(', ')}] of ${tensor.data.length}`);
  return tensor;
}

/** The classifier at each place of a strip: where it sees a car in the middle there is one, and what adjoins is one car. */
function carsIn({ shape, data }: Tensor): readonly Named[] {
  const width = shape[2] ?? 0;
  const scores = Array.from({ length: width - WIDTH + 1 }, (_, left) => {
    const rows = Array.from({ length: HEIGHT }, (_, row) =>
      data.slice((row * width + left) * CHANNELS, (row * width + left + WIDTH) * CHANNELS),
    );
    return softmax(forward(network, rows.flat()))[1] ?? 0;
  });
  const cars: { left: number; right: number }[] = [];
  for (const [at, score] of scores.entries()) {
    const last = cars.at(-1);
    if (score <= 0.5) continue;
    if (last?.right === at) last.right++;
    else cars.push({ left: at, right: at + 1 });
  }
  const found = cars.filter(({ left, right }) => right - left > 2);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return [
    {
      name: 'boxes',
      shape: [found.length, 4],
      data: found.flatMap(({ left, right }) => [left + WIDTH / 2, 0, right + WIDTH / 2, HEIGHT]),
    },
    { name: 'scores', shape: [found.length], data: found.map(({ left, right }) => mean(scores.slice(left, right))) },
    { name: 'labels', shape: [found.length], data: found.map(() => 1) },
  ];
}

function floats(bytes: Buffer): readonly number[] {
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}
