import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError } from '../errors.js';
import { lockDirectory } from '../store/lock.js';
import { openDatabase } from '../store/sqlite.js';
import type { Manifest } from './manifest.js';
import { type KnownDevices, knownDevices } from './missing-devices.js';
import { commitDraft, COMPANION, DRAFT, finish, keptIn } from './put-in-place.js';
import { drivenLines, settle } from './settle.js';
import { unpack } from './unpack.js';

export interface RestoreParts {
  readonly file: string;
  /** The data directory; made when it is not there. */
  readonly dir: string;
  /** Sets aside what is in the directory, instead of refusing. */
  readonly replace?: boolean | undefined;
  /** For a gateway that runs beside the one that was backed up. */
  readonly newIdentity?: boolean | undefined;
  /** Lets every destination have the whole history once more. */
  readonly sendAgain?: boolean | undefined;
  /** ms since the epoch */
  readonly now?: () => number;
}

/** What was restored. */
export interface Restored {
  readonly manifest: Manifest;
  readonly gatewayId: string;
  /** What the state knows of hardware. */
  readonly known: KnownDevices;
  /** Lines that clients had made outputs: as the configuration says, until one is asked for again. */
  readonly released: readonly string[];
  /** Where what was there before is, when there was something. */
  readonly aside?: string;
}

/**
 * Restores a backup into the data directory of a gateway that does not run: all of it or nothing, whenever the machine stops.
 *
 * @throws GatewayError `unavailable` when the directory is in use; `conflict` when it holds data; `invalid` when the backup cannot
 *   be trusted
 */
export async function restore(parts: RestoreParts): Promise<Restored> {
  const { dir } = parts;
  const made = mkdirSync(dir, { recursive: true, mode: 0o700 });
  try {
    using _lock = lockDirectory(dir);
    await finish(dir);
    return await restoreLocked(parts);
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

async function restoreLocked(parts: RestoreParts): Promise<Restored> {
  const { file, dir, replace = false, newIdentity = false, sendAgain = false, now = () => Date.now() } = parts;
  const present = keptIn(dir);
  if (present.length > 0 && !replace) {
    const named = present.filter((name) => !COMPANION.test(name)).join(', ');
    throw new GatewayError('conflict', `data.dir ${dir} holds ${named}: expected none, or --replace to set it aside`);
  }
  const draft = join(dir, DRAFT);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  try {
    const manifest = await unpack(file, draft);
    const { known, released } = hardwareIn(draft);
    const at = now();
    const gatewayId = newIdentity ? randomUUID() : manifest.gatewayId;
    settle(draft, manifest, { now: at, sendAgain, ...(newIdentity ? { newIdentity: gatewayId } : {}) });
    const aside = `replaced-${new Date(at).toISOString().replaceAll(':', '-')}`;
    await commitDraft(dir, aside);
    await finish(dir);
    return { manifest, gatewayId, known, released, ...(existsSync(join(dir, aside)) ? { aside: join(dir, aside) } : {}) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function hardwareIn(draft: string): { readonly known: KnownDevices; readonly released: readonly string[] } {
  const state = openDatabase(join(draft, 'state.db'));
  try {
    const [known, released] = [knownDevices(state), drivenLines(state)];
    return { known: { ...known, lineIds: known.lineIds.filter((id) => !released.includes(id)) }, released };
  } finally {
    state.close();
  }
}
