import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import { Serial } from '../../registry/serial.js';
import { type Frame, isRetracted } from '../camera.js';
import { jpegSize } from '../jpeg-size.js';
import { AviFile } from './avi-file.js';
import { contentOf, imageOf } from './content.js';
import { RecordingDirectory } from './directory.js';
import { givesWay } from './gives-way.js';
import type { Content, Recording, RecordingPlan } from './recording.js';
import { Take } from './take.js';
import { hidesAll } from './what-is-hidden.js';

export interface RecordingsOptions {
  readonly clock: Clock;
  readonly report: (message: string) => void;
  /** 8 hexadecimal digits, others each time */
  readonly newSuffix: () => string;
  /** Of all recordings together, bytes. */
  readonly maxBytes: number;
  /** How many there may be. */
  readonly maxCount: number;
  /** What is hidden of a camera now, as `whatIsHidden` names it. */
  readonly hiddenNow: (cameraId: string) => readonly string[];
}

/** What others who write to the same disk are left, bytes; of a small disk a sixteenth. */
const LEAVE = 64 * 1024 * 1024;
const ONE_IN = 16;
/** After this it is worth trying again to write. */
const RETRY_AFTER_MS = 5_000;
const PATIENCE_MS = 3_000;
/** How long a caller waits until all that was there is known. */
const LOADING_MS = 5_000;

/**
 * What cameras saw, on disk, within a budget: the oldest gives way to the newest, but not while it is made, nor while it is read as long
 * as there is another.
 *
 * A recording that shows something that is hidden now is given to nobody.
 */
export class Recordings implements AsyncDisposable {
  readonly health = observedHealth(active);
  /** Whether all that was there is known, once that is clear. */
  readonly loaded: Promise<boolean>;
  private isLoaded = false;
  private readonly known = new Map<string, Recording>();
  private readonly takes = new Map<string, Take>();
  private readonly readers = new Map<string, number>();
  /** What has given way while it was read. */
  private readonly goneFrom = new Set<string>();
  private used = 0;
  private next = 0;
  private readonly rooms = new Serial();
  private readonly counts = { kept: 0, gaveWay: 0, failures: 0, cutShort: 0 };

  private readonly directory: RecordingDirectory;

  /** @param dir of the recordings alone; made with the first. What is there is read from now on, and waited for by whoever asks. */
  constructor(
    dir: string,
    private readonly options: RecordingsOptions,
  ) {
    this.directory = new RecordingDirectory(dir, options.report);
    this.loaded = this.load();
  }

  get counters(): object {
    return { ...this.counts, recordings: this.known.size, bytes: this.used };
  }

  /**
   * Waits until all that was there is known, of which `list` and `get` tell.
   *
   * @throws GatewayError `unavailable` when that takes long
   */
  async untilLoaded(): Promise<void> {
    if (this.isLoaded) return;
    const enough = new AbortController();
    const late = this.options.clock.sleep(LOADING_MS, enough.signal).then(() => false);
    const isKnown = await Promise.race([this.loaded, late]);
    enough.abort();
    if (!isKnown)
      throw new GatewayError('unavailable', 'what was recorded before is not read yet', { retryAfterMs: RETRY_AFTER_MS });
  }

  /** Those of a camera, newest first. */
  list(cameraId: string): Recording[] {
    return [...this.known.values()].filter((recording) => recording.cameraId === cameraId).reverse();
  }

  /** @throws GatewayError `notFound` */
  get(cameraId: string, recordingId: string): Recording {
    const recording = this.known.get(recordingId);
    if (recording?.cameraId !== cameraId) throw this.notFound(cameraId, recordingId);
    return recording;
  }

  notFound(cameraId: string, recordingId: string): GatewayError {
    return new GatewayError('notFound', `camera ${cameraId} has no recording ${recordingId}`);
  }

  /** Whether it shows something that is hidden now. */
  isWithheld({ cameraId, hidden }: Recording): boolean {
    return !hidesAll(hidden, this.options.hiddenNow(cameraId));
  }

  /** What there is of it by now. @throws GatewayError `forbidden` when it is withheld */
  content(recording: Recording): Content {
    this.requireGiven(recording);
    const reading = () => this.reading(recording.recordingId);
    const wrapping = this.takes.get(recording.recordingId)?.wrapping();
    return contentOf(recording, this.pathsOf(recording), wrapping, reading, () => {
      this.requireGiven(recording);
      if (this.goneFrom.has(recording.recordingId)) throw this.notFound(recording.cameraId, recording.recordingId);
    });
  }

  /**
   * One image of a recording that is finished.
   *
   * @param frame counted from 0
   * @throws GatewayError `notFound` when it has not as many, `conflict` while it is made, `forbidden` when it is withheld
   */
  async image(recording: Recording, frame: number): Promise<Uint8Array> {
    this.requireGiven(recording);
    if (this.takes.has(recording.recordingId))
      throw new GatewayError('conflict', 'its single images are to be had when it is finished');
    using _reading = this.reading(recording.recordingId);
    const image = await imageOf(recording, this.directory.contentPath(recording), frame);
    this.requireGiven(recording);
    return image;
  }

  /** Keeps one image. @throws as `begin` */
  async keepStill(plan: RecordingPlan & { kind: 'STILL' }, frame: Frame): Promise<Recording> {
    await this.untilLoaded();
    const bytes = frame.jpeg.length;
    const recording: Recording = { ...this.planned(plan, frame), state: 'COMPLETE', frames: 1, bytes };
    return await this.guarded(async () => {
      await this.makeRoom(bytes);
      try {
        await this.directory.note(recording);
        await this.directory.writeContent(recording, frame.jpeg);
      } catch (error) {
        await this.discard(recording);
        throw error;
      }
      this.set(recording);
      this.counts.kept++;
      return recording;
    });
  }

  /**
   * Begins a recording of many images with the first, and returns when that is on disk.
   *
   * @throws GatewayError `unavailable` when there is no room, or the disk fails
   */
  async begin(plan: RecordingPlan, first: Frame): Promise<Take> {
    await this.untilLoaded();
    const recording = this.planned(plan, first);
    const take = await this.guarded(() => this.create(recording, AviFile.bytesOf(first)));
    this.takes.set(recording.recordingId, take);
    try {
      await take.append(first, true);
      await this.guarded(() => this.directory.syncNames());
    } catch (error) {
      await take.abandon().catch(() => this.forget(recording));
      throw error;
    }
    return take;
  }

  /**
   * One that is made is ended, one that is read is read to its end.
   *
   * @returns when it is gone for good
   * @throws GatewayError `notFound`; `unavailable` when the disk does not take it away: then it is still there
   */
  async remove(cameraId: string, recordingId: string): Promise<void> {
    const recording = this.get(cameraId, recordingId);
    const take = this.takes.get(recordingId);
    await (take ? take.abandon() : this.takeAway(recording));
  }

  /** Finishes what is being made; a disk that hangs is not waited for. */
  async [Symbol.asyncDispose](): Promise<void> {
    const finished = [...this.takes.values()].map((take) => take.finish('the gateway stopped').catch(() => undefined));
    const enough = new AbortController();
    await Promise.race([Promise.all([this.loaded, ...finished]), this.options.clock.sleep(PATIENCE_MS, enough.signal)]);
    enough.abort();
  }

  private async load(): Promise<boolean> {
    try {
      const { recordings, last } = await this.directory.load();
      for (const recording of recordings) this.set(recording);
      if (last !== undefined) this.next = parseInt(last.slice(0, 8), 36) + 1;
      return (this.isLoaded = true);
    } catch (error) {
      const why = `recordings cannot be read: ${messageOf(error)}`;
      this.health.set(suspended(why));
      this.options.report(why);
      return false;
    }
  }

  private requireGiven(recording: Recording): void {
    if (this.isWithheld(recording))
      throw new GatewayError('forbidden', `recording ${recording.recordingId} shows something that is hidden now`);
  }

  private planned(plan: RecordingPlan, frame: Frame): Recording {
    if (isRetracted(frame))
      throw new GatewayError('unavailable', 'something in the picture is hidden now', { retryAfterMs: 1_000 });
    const { jpeg, capturedAt } = frame;
    const hidden = this.options.hiddenNow(plan.cameraId);
    const recordingId = `${(this.next++).toString(36).padStart(8, '0')}-${this.options.newSuffix()}`;
    const times = { begunAt: capturedAt, endedAt: capturedAt };
    return { recordingId, ...plan, state: 'RECORDING', ...times, frames: 0, bytes: 0, ...jpegSize(jpeg), hidden };
  }

  private async create(recording: Recording, bytes: number): Promise<Take> {
    await this.makeRoom(bytes);
    try {
      await this.directory.note(recording);
      const file = await AviFile.create(this.directory.partPath(recording), recording, recording.kind !== 'CLIP');
      this.set(recording);
      return new Take(recording, file, {
        changed: (changed) => this.set(changed),
        makeRoom: (bytes) => this.makeRoom(bytes),
        settle: (finished) => this.settle(finished),
        takeAway: (lost) => this.takeAway(lost),
        hiddenNow: () => this.options.hiddenNow(recording.cameraId),
        guarded: (work) => this.guarded(work),
      });
    } catch (error) {
      await this.discard(recording);
      throw error;
    }
  }

  private set(recording: Recording): void {
    this.used += recording.bytes - (this.known.get(recording.recordingId)?.bytes ?? 0);
    this.known.set(recording.recordingId, recording);
  }

  private forget({ recordingId }: Recording): void {
    this.used -= this.known.get(recordingId)?.bytes ?? 0;
    this.known.delete(recordingId);
    this.takes.delete(recordingId);
  }

  private async settle(recording: Recording): Promise<void> {
    await this.directory.settle(recording);
    this.takes.delete(recording.recordingId);
    this.set(recording);
    this.counts.kept++;
    if (recording.state === 'CUT_SHORT') this.counts.cutShort++;
  }

  /** What never came to be a recording; what cannot be taken away of it now is at the next start. */
  private async discard(recording: Recording): Promise<void> {
    this.forget(recording);
    await this.takeAway(recording).catch(() => undefined);
  }

  /** @throws GatewayError `unavailable` when the disk does not take it away: then it is still there */
  private async takeAway(recording: Recording): Promise<void> {
    try {
      await this.directory.remove(recording);
    } catch (error) {
      this.counts.failures++;
      const why = `recording ${recording.recordingId} cannot be taken away`;
      this.options.report(`${why}: ${messageOf(error)}`);
      throw new GatewayError('unavailable', `${why}: the disk fails`, { cause: error, retryAfterMs: RETRY_AFTER_MS });
    }
    this.forget(recording);
  }

  /** @throws GatewayError `unavailable` when all that is there is made just now, the disk fails, or others have filled it */
  private makeRoom(bytes: number): Promise<void> {
    // one after the other: two at once would take the same one away, and count it twice
    return this.rooms.run(() => this.takeAwayFor(bytes));
  }

  private async takeAwayFor(bytes: number): Promise<void> {
    for (;;) {
      const budget = await this.budget();
      const isTooMany = this.known.size >= this.options.maxCount;
      if (this.used + bytes <= budget && !isTooMany) return;
      const sizeOf = isTooMany ? () => 1 : ({ bytes }: Recording) => bytes;
      const isUnread = (one: Recording) => isWhole(one) && !this.readers.has(one.recordingId);
      // whoever reads slowly, or all there is, is no reason to record nothing any more
      const oldest = givesWay(this.known.values(), sizeOf, isUnread) ?? givesWay(this.known.values(), sizeOf, isWhole);
      if (!oldest)
        throw new GatewayError('unavailable', `there is no room for recordings: ${this.used} bytes are used, ${budget} may be`, {
          retryAfterMs: RETRY_AFTER_MS,
        });
      await this.takeAway(oldest);
      if (this.readers.has(oldest.recordingId)) this.goneFrom.add(oldest.recordingId);
      this.counts.gaveWay++;
    }
  }

  private async budget(): Promise<number> {
    const room = await this.directory.room();
    if (!room) return this.options.maxBytes;
    const leave = Math.min(LEAVE, room.size / ONE_IN);
    return Math.min(this.options.maxBytes, Math.floor(this.used + room.free - leave));
  }

  /** What the disk does is seen in the health, and a client is told that it may try again. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      this.health.set(active);
      return done;
    } catch (error) {
      if (error instanceof GatewayError && error.code !== 'unavailable') throw error;
      this.counts.failures++;
      this.health.set(suspended(`recordings cannot be written: ${messageOf(error)}`));
      if (error instanceof GatewayError) throw error;
      const options = { cause: error, retryAfterMs: RETRY_AFTER_MS };
      throw new GatewayError('unavailable', 'the recording cannot be written: the disk is full or fails', options);
    }
  }

  private reading(recordingId: string): Disposable {
    this.readers.set(recordingId, (this.readers.get(recordingId) ?? 0) + 1);
    return {
      [Symbol.dispose]: () => {
        const left = (this.readers.get(recordingId) ?? 1) - 1;
        if (left === 0) {
          this.readers.delete(recordingId);
          this.goneFrom.delete(recordingId);
        } else this.readers.set(recordingId, left);
      },
    };
  }

  /** Its name changes once, when it is finished. */
  private pathsOf(recording: Recording): string[] {
    return [this.directory.partPath(recording), this.directory.contentPath(recording)];
  }
}

function isWhole({ state }: Recording): boolean {
  return state !== 'RECORDING';
}
