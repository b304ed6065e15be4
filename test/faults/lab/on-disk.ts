import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Content, Recording } from '../../../src/camera/recordings/recording.js';
import { Recordings } from '../../../src/camera/recordings/recordings.js';
import { systemClock } from '../../../src/clock.js';
import { tempDirectory } from '../../temp-directory.js';

/** What became of recordings that were answered with 201. */
export interface Found {
  /** Those that are not there. */
  readonly missing: readonly string[];
  /** Those that are there, and what is wrong with them. */
  readonly broken: readonly string[];
  /** Files that belong to no recording. */
  readonly strays: readonly string[];
  readonly recordings: readonly Recording[];
}

/**
 * Reads every image of every recording, as a gateway does that starts: no message and no counter is believed.
 *
 * @param dir the data of a gateway that does not run, or a copy of it
 */
export async function onDisk(dir: string, answered: readonly string[]): Promise<Found> {
  const path = join(dir, 'recordings');
  await using recordings = new Recordings(path, {
    ...{ clock: systemClock, report: () => undefined, newSuffix: () => '00000000', hiddenNow: () => [] },
    ...{ maxBytes: 1e12, maxCount: 1e5 },
  });
  await recordings.loaded;
  const all = recordings.list('lens-1');
  const broken: string[] = [];
  for (const recording of all) {
    const fault = await faultOf(recording, recordings.given.content(recording)).catch(String);
    if (fault !== undefined) broken.push(`${recording.recordingId}: ${fault}`);
  }
  const known = new Set(all.map(({ recordingId }) => recordingId));
  const expected = new Set(all.flatMap(({ recordingId, kind }) => [`${recordingId}.json`, `${recordingId}.${endingOf(kind)}`]));
  return {
    missing: answered.filter((recordingId) => !known.has(recordingId)),
    broken,
    strays: (existsSync(path) ? readdirSync(path) : []).filter((name) => !expected.has(name)),
    recordings: all,
  };
}

function endingOf(kind: Recording['kind']): string {
  return kind === 'STILL' ? 'jpg' : 'avi';
}

async function faultOf({ kind, state, frames, bytes }: Recording, content: Content): Promise<string | undefined> {
  if (state === 'RECORDING') return 'nobody records it any more';
  const parts: Uint8Array[] = [];
  for await (const part of content.read(0, content.bytes)) parts.push(part);
  const read = Buffer.concat(parts);
  if (read.length !== bytes) return `${read.length} bytes, not ${bytes}`;
  if (kind === 'STILL') await sharp(read, { failOn: 'warning' }).raw().toBuffer();
  else if (framesOf(read) !== frames) return `not ${frames} images`;
  return undefined;
}

function framesOf(avi: Buffer): number {
  using dir = tempDirectory();
  const path = join(dir.path, 'clip.avi');
  writeFileSync(path, avi);
  return framesIn(path);
}

/** How many images ffmpeg finds, as its index says too. @throws Error when there is anything to complain of */
export function framesIn(path: string): number {
  const asked = ['-v', 'warning', '-count_frames', '-show_entries', 'stream=nb_frames,nb_read_frames'];
  const { stdout, stderr } = spawnSync('ffprobe', [...asked, '-of', 'csv=p=0', path], { encoding: 'utf8' });
  const [said, read] = stdout.trim().split(',').map(Number);
  if (stderr !== '' || read === undefined || said !== read) throw new Error(`${stdout}${stderr}`);
  return read;
}
