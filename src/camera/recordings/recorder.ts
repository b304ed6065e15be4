import type { Clock } from '../../clock.js';
import { AtMost } from '../../at-most.js';
import { GatewayError, messageOf } from '../../errors.js';
import { onAbort } from '../../on-abort.js';
import { HOST } from '../../registry/owner.js';
import { after } from '../after.js';
import type { Frame } from '../camera.js';
import type { LiveView } from '../live-view.js';
import { Places } from '../places.js';
import type { Recording } from './recording.js';
import type { Recordings } from './recordings.js';
import type { Take } from './take.js';

/** Why, and for whom. */
export type Why = Pick<Recording, 'cause' | 'owner'>;

export interface Burst {
  readonly count: number;
  /** From one image to the next, ms; 0: as they come. */
  readonly intervalMs: number;
}

interface Filming {
  readonly kind: 'CLIP' | 'BURST';
  readonly why: Why;
  readonly first: () => Frame | Promise<Frame>;
  /** Ends it. */
  readonly end: AbortController;
  readonly mostMs: number;
  /** Asked for each image as it comes; absent: all are. */
  readonly isWanted?: () => boolean;
  /** What came after the first and before now. */
  readonly backlog?: () => readonly Frame[];
}

const always = () => true;
const nothing = () => [];

/** Clips and bursts of one camera at the same time: so many for clients, and so many of what moves, which nobody can keep from being kept. */
const AT_ONCE = 4;
/** Of those that clients make: they go on for long, and others are to have some. */
const AT_ONCE_OF_ONE = 2;
const STILLS_AT_ONCE = 2;
const STILLS_WAITING = 16;
/** A camera's images come a little early and a little late, and none is to be missed for that. */
const EARLY = 0.9;
/** A burst waits for its images for so long beyond the time that it should take. */
const PATIENCE_MS = 30_000;

/** Records what one camera sees. Each recording is begun when its first image is on disk, and goes on by itself. */
export class Recorder implements AsyncDisposable {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly stills = perCause(() => new AtMost(STILLS_AT_ONCE, STILLS_WAITING, () => this.tooMany()));
  /** Of what is begun, or about to be. */
  private readonly places = perCause(
    () =>
      new Places(AT_ONCE, AT_ONCE_OF_ONE, (held, whose) =>
        this.tooMany(`${held} recordings${whose === 'yours' ? ' of yours' : ''}`),
      ),
  );

  constructor(
    private readonly view: LiveView,
    private readonly recordings: Recordings,
    private readonly clock: Clock,
  ) {}

  /**
   * @param signal of who asks, until it is there
   * @throws GatewayError `unavailable`, `timeout` when there is no picture, or none can be kept
   */
  still(why: Why, signal: AbortSignal): Promise<Recording> {
    return this.stills[why.cause].run(async () => {
      const frame = await this.view.next(signal);
      return this.recordings.keepStill({ cameraId: this.view.cameraId, kind: 'STILL', ...why }, frame);
    }, partyOf(why));
  }

  /** @param forMs from the first image. Throws as `still` does. */
  clip(why: Why, forMs: number, signal: AbortSignal): Promise<Recording> {
    const end = new AbortController();
    return this.film({ kind: 'CLIP', why, first: () => this.view.next(signal), mostMs: forMs, end });
  }

  /** Throws as `still` does. */
  burst(why: Why, { count, intervalMs }: Burst, signal: AbortSignal): Promise<Recording> {
    const end = new AbortController();
    const pauseMs = intervalMs * EARLY;
    let due = 0;
    const first = async () => {
      const frame = await this.view.next(signal);
      due = this.clock.monotonic() + pauseMs;
      return frame;
    };
    let left = count - 1;
    const isWanted = () => {
      const now = this.clock.monotonic();
      if (now < due) return false;
      due = now + pauseMs;
      if (--left === 0) end.abort();
      return true;
    };
    return this.film({ kind: 'BURST', why, first, end, mostMs: count * intervalMs + PATIENCE_MS, isWanted });
  }

  /**
   * A clip that goes on until `end` aborts, and `mostMs` at the most.
   *
   * @param before what there is of before, oldest first; asked again until there is no more, so that nothing is missed meanwhile
   * @throws GatewayError `unavailable` when there is no picture yet, or none can be kept
   */
  clipUntil(end: AbortController, mostMs: number, before: () => readonly Frame[]): Promise<Recording> {
    let frames = before();
    const first = () => {
      const [oldest, ...others] = frames;
      frames = others;
      return oldest ?? this.view.next(end.signal);
    };
    const backlog = () => {
      const now = frames.length > 0 ? frames : before();
      frames = [];
      return now;
    };
    return this.film({ kind: 'CLIP', why: { cause: 'MOTION' }, first, end, mostMs, backlog });
  }

  /** Ends what is being recorded. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async film(filming: Filming): Promise<Recording> {
    const { kind, why } = filming;
    if (this.stopping.signal.aborted) throw this.tooMany();
    const place = this.places[why.cause].take(partyOf(why));
    try {
      const take = await this.recordings.begin({ cameraId: this.view.cameraId, kind, ...why }, await filming.first());
      const done = this.goOn(take, filming).finally(() => {
        place[Symbol.dispose]();
        this.running.delete(done);
      });
      this.running.add(done);
      return take.recording;
    } catch (error) {
      place[Symbol.dispose]();
      throw error;
    }
  }

  private tooMany(which = 'recordings'): GatewayError {
    const why = `camera ${this.view.cameraId}: ${which} are made of it already; try again later`;
    return new GatewayError('unavailable', why, { retryAfterMs: 1_000 });
  }

  /** It never throws: what goes wrong stands in the recording. */
  private async goOn(take: Take, { end, mostMs, isWanted = always, backlog = nothing }: Filming): Promise<void> {
    using _enough = after(this.clock, mostMs, () => end.abort());
    using _stopping = onAbort(this.stopping.signal, () => end.abort());
    let reason: string | undefined;
    try {
      for (let frames = backlog(); frames.length > 0; frames = backlog()) for (const frame of frames) await take.append(frame);
      for await (const frame of this.view.frames(end.signal)) {
        if (take.hasEnded) return;
        if (isWanted()) await take.append(frame);
      }
    } catch (error) {
      reason = messageOf(error);
    }
    if (this.stopping.signal.aborted) reason = 'the gateway stopped';
    await take.finish(reason).catch(() => undefined);
  }
}

/** Among whom places are shared: other tenants, and of the host each client. Whoever looks after the whole gateway is nobody in particular. */
function partyOf({ owner }: Why): string | undefined {
  if (!owner) return undefined;
  return owner.tenant === HOST ? `client ${owner.client}` : `tenant ${owner.tenant}`;
}

function perCause<T>(make: () => T): Record<Recording['cause'], T> {
  return { REQUEST: make(), MOTION: make(), SCHEDULE: make() };
}
