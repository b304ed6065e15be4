import type { components } from '../../../generated/camera.js';
import { AtMost } from '../../at-most.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { Immutable } from '../../immutable.js';
import { jpegSize } from '../jpeg-size.js';
import type { Frame } from '../camera.js';
import type { LiveView } from '../live-view.js';
import type { Pictures } from '../pictures.js';
import { kserve } from './kserve.js';
import { type AskedInput, isComplete, modelInput, type ModelInput } from './model-input.js';
import type { ModelQuestion, ModelServers } from './model-servers.js';
import { nonsense } from './output.js';
import { placementOf, WHOLE } from './placement.js';
import { type Results, resultsOf, type Wanted } from './results.js';
import type { Protocol } from './protocol.js';
import { tensorflowServing } from './tensorflow-serving.js';
import { tensorOf } from './tensor.js';

type Asked = Immutable<components['schemas']['InferenceRequest']>;

/** What a model is asked. What is absent is as the specification says. */
export interface InferenceRequest
  extends Pick<Asked, 'model' | 'version' | 'labels'>, Partial<Pick<Asked, 'protocol' | 'timeoutMs'>> {
  readonly input?: AskedInput;
  readonly frame?: Partial<NonNullable<Asked['frame']>>;
  readonly output?: Wanted;
}

export interface InferenceParts {
  readonly servers: ModelServers;
  readonly pictures: Pictures;
  readonly clock?: Clock;
  /** With one camera at the same time; 2 unless given. */
  readonly atOnce?: number;
}

/** What a model says of a frame. */
export interface Seen extends Results {
  readonly frame: Frame;
}

const PROTOCOLS: Readonly<Record<Asked['protocol'], Protocol>> = {
  KSERVE_V2: kserve,
  TENSORFLOW_SERVING: tensorflowServing,
};
const MOST_BYTES = 1024 * 1024;
const PATIENCE_MS = 5_000;

/** Where pictures come from: behind the masks. */
export type Lens = Pick<LiveView, 'cameraId' | 'snapshot'>;

/** Puts pictures of cameras to models that others serve. Nothing of a picture or an answer is kept. */
export class Inferences {
  private readonly turns = new WeakMap<Lens, AtMost>();
  private readonly clock: Clock;

  constructor(private readonly parts: InferenceParts) {
    this.clock = parts.clock ?? systemClock;
  }

  /**
   * @param uri of the service that serves the model
   * @throws GatewayError `unavailable` when too many are under way, the camera is, or the model server is; `timeout`, `forbidden` when the
   *   server is where calls may not go, `badGateway` when it makes no sense, `invalid` when the request has to say more
   */
  infer(lens: Lens, uri: string, request: InferenceRequest, signal: AbortSignal): Promise<Seen> {
    return this.turnsOf(lens).run(() => this.see(lens, uri, request, signal));
  }

  private async see(lens: Lens, uri: string, request: InferenceRequest, signal: AbortSignal): Promise<Seen> {
    const { protocol: spoken = 'KSERVE_V2', input: asked = {}, frame: { maxAgeMs = 0, region = WHOLE } = {} } = request;
    const protocol = PROTOCOLS[spoken];
    const end = this.clock.monotonic() + (request.timeoutMs ?? PATIENCE_MS);
    const ask = (question: ModelQuestion) => this.ask(uri, question, end, signal);

    const input = modelInput(asked, isComplete(asked) ? [] : protocol.inputsIn(await ask(protocol.metadata(request))));
    const frame = await lens.snapshot({ signal, maxAgeMs, timeoutMs: this.until(end) });
    const placement = placementOf(jpegSize(frame.jpeg), region, input);
    const question = await this.parts.pictures.inTurn(lens.cameraId, async () =>
      protocol.infer(request, input, await tensorOf(frame, placement, input)),
    );
    const outputs = protocol.outputsIn(await ask(question));
    return { frame, ...resultsOf(outputs, request.output ?? {}, request.labels ?? [], placement, sizeOf(input)) };
  }

  private async ask(uri: string, question: ModelQuestion, end: number, signal: AbortSignal): Promise<unknown> {
    const patience = { withinMs: this.until(end), maxBytes: MOST_BYTES, signal };
    const { status, body } = await this.parts.servers.ask(uri, question, patience);
    if (status === 429 || status === 503) throw new GatewayError('unavailable', `the model server answers ${status} just now`);
    if (status !== 200) throw nonsense(`answers ${status} to ${question.method} ${question.path}`);
    try {
      return JSON.parse(Buffer.from(body).toString()) as unknown;
    } catch (error) {
      throw new GatewayError('badGateway', 'the model server answers with what is not JSON', { cause: error });
    }
  }

  /** @throws GatewayError `timeout` */
  private until(end: number): number {
    const left = end - this.clock.monotonic();
    if (left <= 0) throw new GatewayError('timeout', 'there was no time left to ask the model server (timeoutMs)');
    return left;
  }

  private turnsOf(lens: Lens): AtMost {
    let turns = this.turns.get(lens);
    if (!turns) {
      const { atOnce = 2 } = this.parts;
      const refusal = () =>
        new GatewayError('unavailable', `camera ${lens.cameraId}: ${atOnce} inferences are under way; try again later`, {
          retryAfterMs: 1_000,
        });
      this.turns.set(lens, (turns = new AtMost(atOnce, 0, refusal)));
    }
    return turns;
  }
}

function sizeOf({ width, height }: ModelInput): Pick<ModelInput, 'width' | 'height'> {
  return { width, height };
}
