import type { Clock } from '../../clock.js';
import type { Observed } from '../../events/observed.js';
import { running } from '../../running.js';
import { after } from '../after.js';
import type { LiveView } from '../live-view.js';
import { PreRoll } from './pre-roll.js';
import { Recorder } from './recorder.js';
import type { Recordings } from './recordings.js';
import { TimeLapse } from './time-lapse.js';

/** What is kept of a camera without being asked each time; what is absent is not. */
export interface KeptByItself {
  readonly timeLapse?: { readonly everyS: number };
  /** What is kept when something moves; s. */
  readonly recording?: MotionRecording;
}

interface MotionRecording {
  readonly kind: 'CLIP' | 'STILL';
  readonly preRollS: number;
  readonly postRollS: number;
  readonly maxS: number;
}

export interface KeeperParts {
  readonly recordings: Recordings;
  readonly clock: Clock;
  readonly report: (message: string) => void;
  /** Of the images of before, in memory, for each camera. */
  readonly preRollMaxBytes: number;
}

/** A camera that cannot be looked through is tried again after so long, ms. */
const AGAIN_MS = 10_000;
/** The end of a clip is said by the keeper; this only bounds it should that fail, ms. */
const SLACK_MS = 60_000;

/** Keeps of one camera what its configuration says: the images of a day, and what there is to see when something moves. */
export class Keeper implements AsyncDisposable {
  readonly recorder: Recorder;
  private readonly watching: Disposable;
  private readonly moving = new Set<string>();
  private preRoll = new PreRoll(0, 0);
  private rolling: AsyncDisposable | undefined;
  private lapsing: AsyncDisposable | undefined;
  private everyS: number | undefined;
  /** Ends the clip of what moves now. */
  private clip: AbortController | undefined;
  private postRoll: Disposable | undefined;

  constructor(
    private readonly view: LiveView,
    private readonly settings: Observed<KeptByItself>,
    private readonly parts: KeeperParts,
  ) {
    this.recorder = new Recorder(view, parts.recordings, parts.clock);
    this.watching = settings.watch(() => {
      this.apply();
    });
    this.apply();
  }

  /** @param what moves: each is over by itself, and the clip ends when all are */
  moved(what: string, isBegun: boolean): void {
    if (!isBegun) this.moving.delete(what);
    const wasStill = this.moving.size === 0;
    if (isBegun) this.moving.add(what);
    const { recording } = this.settings.value;
    if (!recording) return;
    if (isBegun && recording.kind === 'STILL') this.still();
    if (isBegun && wasStill && recording.kind === 'CLIP') this.goOn(recording);
    if (this.moving.size === 0 && this.clip) this.endAfter(this.clip, recording.postRollS * 1000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.watching[Symbol.dispose]();
    this.postRoll?.[Symbol.dispose]();
    const parts = [this.recorder, ...[this.rolling, this.lapsing].filter((part) => part !== undefined)];
    await Promise.all(parts.map((part) => part[Symbol.asyncDispose]()));
  }

  /** Images of before are forgotten with each change: what they show may be hidden now. */
  private apply(): void {
    const { timeLapse, recording } = this.settings.value;
    const preRollS = recording?.kind === 'CLIP' ? recording.preRollS : 0;
    this.preRoll = new PreRoll(preRollS * 1000, this.parts.preRollMaxBytes);
    if (preRollS === 0) {
      void this.rolling?.[Symbol.asyncDispose]();
      this.rolling = undefined;
    }
    if (preRollS > 0) this.rolling ??= running((stop) => this.roll(stop), this.failed);
    this.split(recording);
    if (timeLapse?.everyS === this.everyS) return;
    this.everyS = timeLapse?.everyS;
    void this.lapsing?.[Symbol.asyncDispose]();
    this.lapsing = undefined;
    if (timeLapse) this.lapsing = running((stop) => this.lapse(timeLapse.everyS * 1000, stop), this.failed);
  }

  private lapse(everyMs: number, stop: AbortSignal): Promise<void> {
    const { recordings, clock } = this.parts;
    return new TimeLapse(this.view, recordings, clock).run(everyMs, stop);
  }

  private async roll(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        for await (const frame of this.view.frames(stop)) this.preRoll.put(frame);
      } catch {
        // why shows in the health of the camera
      }
      await this.parts.clock.sleep(AGAIN_MS, stop);
    }
  }

  private still(): void {
    const stop = new AbortController();
    const late = after(this.parts.clock, AGAIN_MS, () => stop.abort());
    void this.recorder
      .still({ cause: 'MOTION' }, stop.signal)
      .catch(this.failed)
      .finally(() => late[Symbol.dispose]());
  }

  /** The clip that there is goes on; without one another begins, and after it the next as long as something moves. */
  private goOn(recording: MotionRecording): void {
    this.postRoll?.[Symbol.dispose]();
    if (this.clip) return;
    const clip = (this.clip = new AbortController());
    const mostMs = recording.maxS * 1000;
    const full = after(this.parts.clock, mostMs, () => {
      this.over(clip);
      const { recording: now } = this.settings.value;
      if (now && this.moving.size > 0) this.goOn(now);
    });
    clip.signal.addEventListener('abort', () => full[Symbol.dispose](), { once: true });
    this.recorder
      .clipUntil(clip, mostMs + SLACK_MS, () => this.preRoll.take())
      .catch((error: unknown) => {
        this.over(clip);
        this.failed(error);
      });
  }

  /** What a clip shows may be hidden now: what moves still is in the next. */
  private split(recording: MotionRecording | undefined): void {
    if (!this.clip) return;
    this.over(this.clip);
    if (recording?.kind === 'CLIP' && this.moving.size > 0) this.goOn(recording);
  }

  private endAfter(clip: AbortController, ms: number): void {
    this.postRoll?.[Symbol.dispose]();
    this.postRoll = after(this.parts.clock, ms, () => this.over(clip));
  }

  private over(clip: AbortController): void {
    clip.abort();
    if (this.clip === clip) this.clip = undefined;
  }

  private readonly failed = (error: unknown): void => {
    const why = error instanceof Error ? error.message : String(error);
    this.parts.report(`what ${this.view.cameraId} sees is not kept: ${why}`);
  };
}
