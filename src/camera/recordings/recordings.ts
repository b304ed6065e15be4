import { AtMost } from '../../at-most.js';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { type Frame, isRetracted } from '../camera.js';
import { jpegSize } from '../jpeg-size.js';
import { AviFile } from './avi-file.js';
import { Catalogue } from './catalogue.js';
import { RecordingDirectory } from './directory.js';
import { DiskState } from './disk-state.js';
import { Given } from './given.js';
import { Loading } from './loading.js';
import { Readers } from './readers.js';
import { isStills, type Recording, type RecordingPlan } from './recording.js';
import { Removals } from './removals.js';
import { Room } from './room.js';
import { Take } from './take.js';

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

/**
 * What cameras saw, on disk, within a budget: the oldest gives way to the newest, but not while it is made, nor while it is read as long
 * as there is another.
 */
export class Recordings implements AsyncDisposable {
  readonly given: Given;
  private readonly catalogue = new Catalogue();
  private readonly takes = new Map<string, Take>();
  private readonly removals = new Removals((recording) => this.takeAway(recording));
  private readonly readers = new Readers();
  private readonly counts = { kept: 0, gaveWay: 0, cutShort: 0 };
  private readonly disk: DiskState;
  private readonly room: Room;
  private readonly directory: RecordingDirectory;
  private readonly loading: Loading;

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
    this.given = new Given({
      ...{ directory: this.directory, readers, hiddenNow: options.hiddenNow },
      takeOf: ({ recordingId }) => this.takes.get(recordingId),
    });
    this.loading = new Loading(this.load(), options.clock);
  }

  /** Whether all that was there is known, once that is clear. */
  get loaded(): Promise<boolean> {
    return this.loading.done;
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
  untilLoaded(): Promise<void> {
    return this.loading.wait();
  }

  /** Those of a camera, newest first. */
  list(cameraId: string): Recording[] {
    return this.catalogue.list(cameraId);
  }

  /** @throws GatewayError `notFound` */
  get(cameraId: string, recordingId: string): Recording {
    return this.catalogue.get(cameraId, recordingId);
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
    await (take ? take.abandon() : this.removals.run(recording));
  }

  /** Takes away all that a tenant asked for. @throws GatewayError `unavailable` as `remove`, and then some of it is still there */
  async removeAllOf(tenant: string): Promise<void> {
    await this.untilLoaded();
    const theirs = [...this.catalogue.all()].filter(({ owner }) => owner?.tenant === tenant);
    const work = new AtMost(REMOVED_AT_ONCE, theirs.length, () => new Error('they are as many as were counted'));
    await Promise.all(theirs.map((one) => work.run(() => this.takes.get(one.recordingId)?.abandon() ?? this.removals.run(one))));
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
      return true;
    } catch (error) {
      this.disk.unread(error);
      return false;
    }
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
        await this.removals.run(recording).catch(() => undefined);
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
      takeAway: (lost) => this.removals.run(lost),
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
    const going = this.removals.find(oldest.recordingId);
    if (going) return going;
    await this.removals.run(oldest);
    this.readers.cutOff(oldest.recordingId);
    this.counts.gaveWay++;
  }

  /** @throws GatewayError `unavailable` when the disk does not take it away: then it is still there */
  private async takeAway(recording: Recording): Promise<void> {
    await this.disk.takingAway(recording.recordingId, () => this.directory.remove(recording));
    this.forget(recording);
  }

  private forget(recording: Recording): void {
    this.catalogue.forget(recording);
    this.takes.delete(recording.recordingId);
  }
}
