import { lstat, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AtMost } from '../at-most.js';
import { GatewayError, messageOf } from '../errors.js';
import { flush, writeDurably } from '../write-whole.js';
import { Serial } from './serial.js';

/** In the data directory. */
export const PLAN_FILE = 'plan.webp';
/** Four times what may be sent: what was small as it came may be larger as it is kept. */
const MOST_BYTES = 16_777_216;
/** A picture is drawn at a time, and so many wait, each with its bytes. */
const MOST_WAITING = 3;
const RETRY_MS = 5_000;

/** The bytes of a WebP, which are never changed. */
export type PlanBytes = Uint8Array;

/** A picture as it is to be kept; pixels. */
export interface PlanPicture {
  readonly bytes: PlanBytes;
  readonly width: number;
  readonly height: number;
}

export interface PlanParts {
  /** The data directory. */
  readonly dir: string;
  /** Makes of a file from outside what may be shown; throws a GatewayError when that cannot be. */
  readonly draw: (file: Uint8Array) => Promise<PlanPicture>;
  readonly report: (message: string) => void;
}

/** Throws when the present picture, if there is one, is not what the caller thinks it is. */
type Check = (present: PlanBytes | undefined) => void;

/** The picture on which the places of devices are; one or none, kept over restarts. */
export class Plan {
  private readonly drawing = new AtMost(1, MOST_WAITING, () => tooMany());
  private readonly changes = new Serial();

  private constructor(
    private readonly parts: PlanParts,
    private picture: PlanBytes | undefined,
  ) {}

  /** Without a picture where its file cannot be read: that is reported, and the file left as it is. */
  static async load(parts: PlanParts): Promise<Plan> {
    const { dir, report } = parts;
    try {
      return new Plan(parts, await pictureIn(dir));
    } catch (error) {
      report(`${join(dir, PLAN_FILE)} is not shown: ${messageOf(error)}`);
      return new Plan(parts, undefined);
    }
  }

  /** @returns undefined where there is none */
  get(): PlanBytes | undefined {
    return this.picture;
  }

  /**
   * @param file as it was sent
   * @returns when it is on disk, and everybody sees it
   * @throws GatewayError `tooLarge`, `unavailable` when it cannot be kept or too many wait, and what `check` and `draw` throw; what was
   *   there before is there still
   */
  async put(file: Uint8Array, check: Check): Promise<PlanPicture> {
    check(this.picture);
    const drawn = await this.drawing.run(() => this.parts.draw(file));
    const { length } = drawn.bytes;
    if (length > MOST_BYTES) throw new GatewayError('tooLarge', `the plan would have ${length} bytes: send fewer pixels`);
    return this.changes.run(async () => {
      check(this.picture);
      await this.kept(() => writeOver(join(this.parts.dir, PLAN_FILE), drawn.bytes));
      this.picture = drawn.bytes;
      return drawn;
    });
  }

  /**
   * @returns when nothing of it is there after a power cut either
   * @throws GatewayError `notFound`, `unavailable`, and what `check` throws
   */
  remove(check: Check): Promise<void> {
    return this.changes.run(async () => {
      if (!this.picture) throw new GatewayError('notFound', 'there is no plan');
      check(this.picture);
      await this.kept(async () => {
        await rm(join(this.parts.dir, PLAN_FILE), { force: true });
        await flush(this.parts.dir);
      });
      this.picture = undefined;
    });
  }

  private async kept(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (cause) {
      this.parts.report(`the plan cannot be kept: ${messageOf(cause)}`);
      throw new GatewayError('unavailable', 'the plan cannot be kept: the log says why', { cause, retryAfterMs: RETRY_MS });
    }
  }
}

async function pictureIn(dir: string): Promise<PlanBytes | undefined> {
  const path = join(dir, PLAN_FILE);
  const found = await lstat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (!found.isFile() || found.size > MOST_BYTES) throw new Error(`expected a file of at most ${MOST_BYTES} bytes`);
  return readFile(path);
}

/** Nothing else writes there, so that what a power cut leaves of a draft is written over the next time. */
async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.part`;
  try {
    await writeDurably(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    // a disk that is full has no room for what is of no use
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await flush(join(path, '..'));
}

function tooMany(): GatewayError {
  return new GatewayError('unavailable', 'too many plans are being drawn: try again later', { retryAfterMs: RETRY_MS });
}
