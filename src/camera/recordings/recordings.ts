import { AtMost } from '../../at-most.js';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { type Frame, isRetracted } from '../camera.js';
import { jpegSize } from '../jpeg-size.js';
import { AviFile } from './avi-file.js';
import { Catalogue, noRecording } from './catalogue.js';
import { contentOf, imageOf } from './content.js';
import { RecordingDirectory } from './directory.js';
import { DiskState, RETRY_AFTER_MS } from './disk-state.js';
import { Readers } from './readers.js';
import { type Content, isStills, type Recording, type RecordingPlan } from './recording.js';
import { Room } from './room.js';
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

const REMOVED_AT_ONCE = 16;
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
  /** Whether all that was there is known, once that is clear. */
  readonly loaded: Promise<boolean>;
  private isLoaded = false;
  private readonly catalogue = new Catalogue();
  private readonly takes = new Map<string, Take>();
  private readonly going = new Map<string, Promise<void>>();
  private readonly readers = new Readers();
  private readonly counts = { kept: 0, gaveWay: 0, cutShort: 0 };
  private readonly disk: DiskState;
  private readonly room: Room;
  private readonly directory: RecordingDirectory;

  /** @param dir of the recordings alone; made with the first. What is there is read from now on, and waited for by whoever asks. */
  constructor(
    dir: string,
    private readonly options: RecordingsOptions,
  ) {
    const { maxBytes, maxCount, report } = options;
    const { catalogue, readers } = this;
    this.directory = new RecordingDirectory(dir, report);
    this.disk = new DiskState(report);
    this.room = new Room({
      ...{ maxBytes, maxCount, catalogue, readers },
      disk: () => this.directory.room(),
      giveWay: (oldest) => this.giveWay(oldest),
    });
    this.loaded = this.load();
  }

  get health(): DiskState['health'] {
    return this.disk.health;
  }

  get counters(): object {
    const { catalogue, counts, disk } = this;
    return { ...counts, failures: disk.failures, recordings: catalogue.size, bytes: catalogue.bytes };
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
    return this.catalogue.list(cameraId);
  }

  /** @throws GatewayError `notFound` */
  get(cameraId: string, recordingId: string): Recording {
    return this.catalogue.get(cameraId, recordingId);
  }

  /** Whether it shows something that is hidden now. */
  isWithheld({ cameraId, hidden }: Recording): boolean {
    return !hidesAll(hidden, this.options.hiddenNow(cameraId));
  }

  /** What there is of it by now. @throws GatewayError `forbidden` when it is withheld */
  content(recording: Recording): Content {
    const { cameraId, recordingId } = recording;
    this.requireGiven(recording);
    // its name changes once, when it is finished
    const paths = [this.directory.partPath(recording), this.directory.contentPath(recording)];
    const wrapping = this.takes.get(recordingId)?.wrapping();
    return contentOf(
      recording,
      paths,
      wrapping,
      () => this.readers.begin(recordingId),
      () => {
        this.requireGiven(recording);
        if (this.readers.isCutOff(recordingId)) throw noRecording(cameraId, recordingId);
      },
    );
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
    using _reading = this.readers.begin(recording.recordingId);
    const image = await imageOf(recording, this.directory.contentPath(recording), frame);
    this.requireGiven(recording);
    return image;
  }

  /** Keeps one image. @throws as `begin` */
  async keepStill(plan: RecordingPlan & { kind: 'STILL' }, frame: Frame): Promise<Recording> {
    await this.untilLoaded();
    const bytes = frame.jpeg.length;
    const recording: Recording = { ...this.planned(plan, frame), state: 'COMPLETE', frames: 1, bytes };
    await this.write(recording, bytes, () => this.directory.writeContent(recording, frame.jpeg));
    this.catalogue.set(recording);
    this.counts.kept++;
    return recording;
  }

  /**
   * Begins a recording of many images with the first, and returns when that is on disk.
   *
   * @throws GatewayError `unavailable` when there is no room, or the disk fails
   */
  async begin(plan: RecordingPlan, first: Frame): Promise<Take> {
    await this.untilLoaded();
    const recording = this.planned(plan, first);
    const path = this.directory.partPath(recording);
    const create = () => AviFile.create(path, recording, isStills(recording));
    const file = await this.write(recording, AviFile.bytesOf(first), create);
    const take = this.takeOf(recording, file);
    this.takes.set(recording.recordingId, take);
    try {
      await take.append(first, true);
      await this.disk.writing(() => this.directory.syncNames());
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

  /** Takes away all that a tenant asked for. @throws GatewayError `unavailable` as `remove`, and then some of it is still there */
  async removeAllOf(tenant: string): Promise<void> {
    await this.untilLoaded();
    const theirs = [...this.catalogue.all()].filter(({ owner }) => owner?.tenant === tenant);
    const work = new AtMost(REMOVED_AT_ONCE, theirs.length, () => new Error('they are as many as were counted'));
    await Promise.all(theirs.map((one) => work.run(() => this.takes.get(one.recordingId)?.abandon() ?? this.takeAway(one))));
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
      for (const recording of recordings) this.catalogue.set(recording);
      if (last !== undefined) this.catalogue.goOnAfter(last);
      return (this.isLoaded = true);
    } catch (error) {
      this.disk.unread(error);
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
    const recordingId = this.catalogue.newId(this.options.newSuffix());
    const times = { begunAt: capturedAt, endedAt: capturedAt };
    return { recordingId, ...plan, state: 'RECORDING', ...times, frames: 0, bytes: 0, ...jpegSize(jpeg), hidden };
  }

  /** Writes the note, then the content. Of what fails nothing stays; what cannot be taken away of it now is at the next start. */
  private write<T>(recording: Recording, bytes: number, content: () => Promise<T>): Promise<T> {
    return this.disk.writing(async () => {
      await this.room.make(bytes);
      try {
        await this.directory.note(recording);
        return await content();
      } catch (error) {
        await this.takeAway(recording).catch(() => undefined);
        throw error;
      }
    });
  }

  private takeOf(recording: Recording, file: AviFile): Take {
    this.catalogue.set(recording);
    return new Take(recording, file, {
      changed: (changed) => this.catalogue.set(changed),
      makeRoom: (bytes) => this.room.make(bytes),
      settle: (finished) => this.settle(finished),
      takeAway: (lost) => this.takeAway(lost),
      hiddenNow: () => this.options.hiddenNow(recording.cameraId),
      guarded: (work) => this.disk.writing(work),
    });
  }

  private async settle(recording: Recording): Promise<void> {
    await this.directory.settle(recording);
    this.takes.delete(recording.recordingId);
    this.catalogue.set(recording);
    this.counts.kept++;
    if (recording.state === 'CUT_SHORT') this.counts.cutShort++;
  }

  private async giveWay(oldest: Recording): Promise<void> {
    // one that its owner takes away just now has not given way
    const goes = this.going.get(oldest.recordingId);
    await (goes ?? this.takeAway(oldest));
    if (goes) return;
    this.readers.cutOff(oldest.recordingId);
    this.counts.gaveWay++;
  }

  /**
   * Once, however many want that at the same time.
   *
   * @throws GatewayError `unavailable` when the disk does not take it away: then it is still there
   */
  private takeAway(recording: Recording): Promise<void> {
    const { recordingId } = recording;
    let going = this.going.get(recordingId);
    if (!going) {
      const gone = this.disk.takingAway(recordingId, () => this.directory.remove(recording)).then(() => this.forget(recording));
      this.going.set(recordingId, (going = gone.finally(() => this.going.delete(recordingId))));
    }
    return going;
  }

  private forget(recording: Recording): void {
    this.catalogue.forget(recording);
    this.takes.delete(recording.recordingId);
  }
}
