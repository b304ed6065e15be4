import type { components } from '../../../generated/camera.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { Immutable } from '../../immutable.js';
import { onAbort } from '../../on-abort.js';
import { isRetracted } from '../camera.js';
import type { LiveView } from '../live-view.js';
import type { Pictures } from '../pictures.js';
import { Places } from '../places.js';
import { uprightSize } from '../upright.js';
import { kserve } from './kserve.js';
import { type AskedInput, isComplete, modelInput, type ModelInput } from './model-input.js';
import type { ModelQuestion, ModelServers } from './model-servers.js';
import { nonsense } from './output.js';
import { type Placement, placementOf, WHOLE } from './placement.js';
import { type Results, resultsOf, type Wanted } from './results.js';
import type { Protocol } from './protocol.js';
import { type FrameStill, type Still, stillOfFrame } from './still.js';
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
  /** With one camera at the same time, and with pictures that are posted; 4 unless given. */
  readonly atOnce?: number;
  /** As many of these for one client; 2 unless given. */
  readonly atOncePerClient?: number;
}

/** Who asks what of whom. */
export interface Inquiry {
  /** Of the service that serves the model. */
  readonly uri: string;
  readonly request: InferenceRequest;
  /** Whoever asks, and has no more than its places: a client, or a tenant with all of its clients. */
  readonly client: string;
  readonly signal: AbortSignal;
}

/** What a model says of a picture. */
export interface Seen<S extends Still = Still> extends Results {
  readonly still: S;
}

const PROTOCOLS: Readonly<Record<Asked['protocol'], Protocol>> = {
  KSERVE_V2: kserve,
  TENSORFLOW_SERVING: tensorflowServing,
};
const MOST_BYTES = 1024 * 1024;
const PATIENCE_MS = 5_000;
const RETRY_AFTER_MS = 1_000;

/** Where pictures come from: behind the masks. */
export type Lens = Pick<LiveView, 'cameraId' | 'snapshot'>;

/** Puts pictures of cameras, and pictures that are posted, to models that others serve. Nothing of a picture or an answer is kept. */
export class Inferences {
  private readonly places = new WeakMap<Lens, Places>();
  private readonly forPosted: Places;
  private readonly clock: Clock;

  constructor(private readonly parts: InferenceParts) {
    this.clock = parts.clock ?? systemClock;
    this.forPosted = this.placesFor('posted pictures');
  }

  /**
   * @throws GatewayError `unavailable` when too many are under way, the camera is, or the model server is; `timeout`, `forbidden` when the
   *   server is where calls may not go, `badGateway` when it makes no sense, `invalid` when the request has to say more
   */
  infer(lens: Lens, inquiry: Inquiry): Promise<Seen<FrameStill>> {
    const { signal, request } = inquiry;
    const { maxAgeMs = 0 } = request.frame ?? {};
    const look = async (timeoutMs: number) => stillOfFrame(await lens.snapshot({ signal, maxAgeMs, timeoutMs }));
    return this.placesAt(lens).run(inquiry.client, () => this.see(lens.cameraId, look, inquiry));
  }

  /**
   * @param still a picture that was checked
   * @throws GatewayError as `infer`; `invalid` when it is damaged
   */
  inferOn(still: Still, inquiry: Inquiry): Promise<Seen> {
    return this.forPosted.run(inquiry.client, () =>
      this.see(`posted by ${inquiry.client}`, () => Promise.resolve(still), inquiry),
    );
  }

  /**
   * @param queue whose work it is to make the tensor, as `Pictures.render` has it
   * @param look takes the picture within so many ms, once it is known what the model takes
   */
  private async see<S extends Still>(
    queue: string,
    look: (timeoutMs: number) => Promise<S>,
    { uri, request, signal }: Inquiry,
  ): Promise<Seen<S>> {
    const { protocol: spoken = 'KSERVE_V2', input: asked = {}, frame: { region = WHOLE } = {} } = request;
    const protocol = PROTOCOLS[spoken];
    const end = this.clock.monotonic() + (request.timeoutMs ?? PATIENCE_MS);
    const ask = (question: ModelQuestion) => this.ask(uri, question, end, signal);

    const input = modelInput(asked, isComplete(asked) ? [] : protocol.inputsIn(await ask(protocol.metadata(request))));
    const prepared = async (): Promise<{ still: S; placement: Placement; question: ModelQuestion }> => {
      const still = await look(this.until(end));
      const placement = placementOf(uprightSize(still), region, input);
      const question = await this.parts.pictures.inTurn(queue, async () =>
        protocol.infer(request, input, await tensorOf(still, placement, input)),
      );
      // something in it may have been hidden meanwhile
      return isRetracted(still) ? prepared() : { still, placement, question };
    };
    const { still, placement, question } = await prepared();
    const outputs = protocol.outputsIn(await this.askOf(still, uri, question, end, signal));
    return { still, ...resultsOf(outputs, request.output ?? {}, request.labels ?? [], placement, sizeOf(input)) };
  }

  /** What a picture shows goes nowhere once something in it is hidden, and nothing is told of it. */
  private async askOf(still: Still, uri: string, question: ModelQuestion, end: number, signal: AbortSignal): Promise<unknown> {
    const stop = new AbortController();
    using _gone = onAbort(signal, () => stop.abort(signal.reason));
    using _hidden = still.retracted && onAbort(still.retracted, () => stop.abort());
    try {
      const answer = await this.ask(uri, question, end, stop.signal);
      if (!isRetracted(still)) return answer;
    } catch (error) {
      if (!isRetracted(still)) throw error;
    }
    const why = 'something in the picture was hidden meanwhile; try again';
    throw new GatewayError('unavailable', why, { retryAfterMs: RETRY_AFTER_MS });
  }

  private async ask(uri: string, question: ModelQuestion, end: number, signal: AbortSignal): Promise<unknown> {
    const patience = { withinMs: this.until(end), maxBytes: MOST_BYTES, signal };
    const { status, body } = await this.parts.servers.ask(uri, question, patience);
    if (status === 429 || status === 503)
      throw new GatewayError('unavailable', `the model server answers ${status} just now`, { retryAfterMs: RETRY_AFTER_MS });
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

  private placesAt(lens: Lens): Places {
    let places = this.places.get(lens);
    if (!places) this.places.set(lens, (places = this.placesFor(`camera ${lens.cameraId}`)));
    return places;
  }

  private placesFor(what: string): Places {
    const { atOnce = 4, atOncePerClient = 2 } = this.parts;
    return new Places(atOnce, atOncePerClient, (held, whose) => {
      const which = whose === 'yours' ? `${held} inferences of yours` : `${held} inferences`;
      return new GatewayError('unavailable', `${what}: ${which} are under way; try again later`, {
        retryAfterMs: RETRY_AFTER_MS,
      });
    });
  }
}

function sizeOf({ width, height }: ModelInput): Pick<ModelInput, 'width' | 'height'> {
  return { width, height };
}
