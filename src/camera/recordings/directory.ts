import type { Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { AtMost } from '../../at-most.js';
import { messageOf } from '../../errors.js';
import { writeAll } from './avi-file.js';
import { readNote } from './note.js';
import { isStills, type Recording } from './recording.js';
import { repairAvi } from './repair.js';

const OURS = /^([0-9a-z]{8}-[0-9a-f]{8})\.(avi|jpg|json)(\.part)?$/;
/** How many notes are read at once. */
const AT_ONCE = 16;
const STOPPED = 'the gateway ended while it was recorded';

/**
 * Where recordings are: for each its content, and beside it a note that says what it is. What is being written has a name that ends in
 * `.part`, and gets its own when it is on disk. The note is written before the content begins, and taken away first.
 */
export class RecordingDirectory {
  constructor(
    private readonly path: string,
    private readonly report: (message: string) => void,
  ) {}

  contentPath({ recordingId, kind }: Pick<Recording, 'recordingId' | 'kind'>): string {
    return join(this.path, `${recordingId}.${kind === 'STILL' ? 'jpg' : 'avi'}`);
  }

  partPath(recording: Pick<Recording, 'recordingId' | 'kind'>): string {
    return `${this.contentPath(recording)}.part`;
  }

  /**
   * Recordings in the order in which they were begun. What a power cut has left half done is made whole, or is taken away; what the
   * disk does not give now stays, and is not among them.
   *
   * @returns them, and the highest number that there is
   */
  async load(): Promise<{ recordings: Recording[]; last: string | undefined }> {
    const names = (await this.names()).filter((name) => OURS.test(name)).sort();
    const reading = new AtMost(AT_ONCE, Infinity, () => new Error('there is no end to them'));
    const notes = names.filter((name) => name.endsWith('.json'));
    const found = await Promise.all(notes.map((name) => reading.run(() => this.recover(name))));
    const recordings = found.filter((one) => typeof one === 'object');
    const known = new Set(recordings.flatMap((recording) => this.namesOf(recording)));
    const unread = new Set(notes.filter((_, at) => found[at] === 'unread').map(idIn));
    for (const name of names) if (!known.has(name) && !unread.has(idIn(name))) await rm(join(this.path, name), { force: true });
    const last = names.at(-1);
    return { recordings, last: last === undefined ? undefined : idIn(last) };
  }

  /** Writes what a recording is, to stay. */
  async note(recording: Recording): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    await this.write(join(this.path, `${recording.recordingId}.json`), Buffer.from(JSON.stringify(recording)));
  }

  /** Writes all of a content at once, to stay. */
  writeContent(recording: Recording, bytes: Uint8Array): Promise<void> {
    return this.write(this.contentPath(recording), bytes);
  }

  /** Gives a content that is whole and on disk its own name, and notes it. What cannot be noted is found out at the next start. */
  async settle(recording: Recording): Promise<void> {
    await rename(this.partPath(recording), this.contentPath(recording));
    await this.note(recording).catch((error: unknown) => {
      this.report(`the end of recording ${recording.recordingId} is not noted: ${messageOf(error)}`);
    });
  }

  /** @returns when nothing of it is there after a power cut either */
  async remove(recording: Recording): Promise<void> {
    await rm(join(this.path, `${recording.recordingId}.json`), { force: true });
    await rm(this.contentPath(recording), { force: true });
    await rm(this.partPath(recording), { force: true });
    await this.syncNames();
  }

  /** How much room the disk has, and how large it is, in bytes; `undefined` while there is no recording. */
  async room(): Promise<{ free: number; size: number } | undefined> {
    const { bavail, blocks, bsize } = await statfs(this.path).catch(() => ({ bavail: 0, blocks: 0, bsize: 0 }));
    return bsize === 0 ? undefined : { free: bavail * bsize, size: blocks * bsize };
  }

  /** A new name is there after a power cut only when its directory is on disk. */
  async syncNames(): Promise<void> {
    const directory = await open(this.path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  }

  /** Of files: what leads to others, or has no end, is none of ours. */
  private async names(): Promise<string[]> {
    try {
      const entries = await readdir(this.path, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private namesOf(recording: Pick<Recording, 'recordingId' | 'kind'>): string[] {
    return [`${recording.recordingId}.json`, this.contentPath(recording).slice(this.path.length + 1)];
  }

  /** @returns `lost` when there is no content, or none that can be saved, `unread` when the disk fails */
  private async recover(name: string): Promise<Recording | 'lost' | 'unread'> {
    try {
      const recording = readNote(await readFile(join(this.path, name), 'utf8'), idIn(name));
      if (recording.state === 'RECORDING') return await this.repair(recording);
      const { size } = await fileAt(this.contentPath(recording));
      if (size !== recording.bytes) throw new Error(`it has ${size} bytes, expected ${recording.bytes}`);
      return recording;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const found = code === undefined || code === 'ENOENT' ? 'lost' : 'unread';
      this.report(`the recording of ${name} is ${found}: ${messageOf(error)}`);
      return found;
    }
  }

  /** The power may have gone between the name and the note of it. */
  private async repair(recording: Recording): Promise<Recording> {
    const part = this.partPath(recording);
    const isNamed = await lstat(part).then(
      () => false,
      () => true,
    );
    const path = isNamed ? this.contentPath(recording) : part;
    const { begunAt, width, height } = recording;
    const endedAt = Math.max(begunAt, Math.round((await fileAt(path)).mtimeMs));
    const lastedMs = isStills(recording) ? 0 : endedAt - begunAt;
    const { frames, bytes } = await repairAvi(path, { width, height, begunAt, lastedMs });
    if (frames === 0) throw new Error('no image of it is whole');
    const repaired: Recording = { ...recording, state: 'CUT_SHORT', reason: STOPPED, endedAt, frames, bytes };
    if (isNamed) await this.note(repaired).catch(() => undefined);
    else await this.settle(repaired);
    return repaired;
  }

  private async write(path: string, bytes: Uint8Array): Promise<void> {
    const part = `${path}.part`;
    try {
      await writeSynced(part, bytes);
      await rename(part, path);
    } catch (error) {
      // a disk that is full has no room for what is of no use
      await rm(part, { force: true }).catch(() => undefined);
      throw error;
    }
    await this.syncNames();
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await writeAll(file, [bytes], 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function fileAt(path: string): Promise<Stats> {
  const stats = await lstat(path);
  if (!stats.isFile()) throw new Error('its content is no file');
  return stats;
}

function idIn(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
