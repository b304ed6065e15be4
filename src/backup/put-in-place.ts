import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDirectory } from '../store/lock.js';
import { syncFolder } from './write-to-file.js';

/** Where a backup is unpacked: nothing of it counts yet. */
export const DRAFT = 'restoring';
/** What it is called from the moment on at which it counts: whoever finds it puts what is in it in place. */
const READY = 'restored';
/** In it, what belongs in place and what becomes of what is there. */
const PLAN = 'plan.json';
/** What a gateway keeps; all else in the directory is somebody else's, or of this machine alone. */
const KEPT = /^((state|audit|history)\.db|administrator\.json$|tls$|plan\.webp$)/;
/** What SQLite keeps beside a database. */
export const COMPANION = /-(wal|shm)$/;

interface Plan {
  readonly names: readonly string[];
  /** Where what was there before goes. */
  readonly aside: string;
}

/** What of a gateway is in a data directory. */
export function keptIn(dir: string): readonly string[] {
  return readdirSync(dir)
    .filter((name) => KEPT.test(name))
    .sort();
}

/**
 * Lets the draft count: either all of it or nothing, whenever the machine stops. A directory that is a mount point cannot be
 * replaced by another one, so one that is ready gets another name in it, and what is in that is moved from there.
 *
 * @param aside the name of a folder for what was there before
 */
export async function commitDraft(dir: string, aside: string): Promise<void> {
  const draft = join(dir, DRAFT);
  dropLogs(draft);
  const plan: Plan = { names: readdirSync(draft), aside };
  await using handle = await open(join(draft, PLAN), 'wx', 0o600);
  await handle.writeFile(JSON.stringify(plan));
  await syncTree(draft);
  renameSync(draft, join(dir, READY));
  await syncFolder(dir);
}

/**
 * Puts what is ready in place, and sets aside what was there. Whatever it has done already it does not do again.
 *
 * @param dir that nobody else uses
 * @returns whether there was anything to be done
 */
export async function finish(dir: string): Promise<boolean> {
  const ready = join(dir, READY);
  if (!existsSync(ready)) return false;
  // once its plan is gone, everything is in place and only the folder is left
  if (existsSync(join(ready, PLAN))) await follow(dir, planIn(ready));
  rmSync(ready, { recursive: true });
  await syncFolder(dir);
  return true;
}

async function follow(dir: string, { names, aside }: Plan): Promise<void> {
  const ready = join(dir, READY);
  const isPlaced = (name: string) => names.includes(name) && !existsSync(join(ready, name));
  const leaving = keptIn(dir).filter((name) => !isPlaced(name.replace(COMPANION, '')));
  if (leaving.length > 0) mkdirSync(join(dir, aside), { recursive: true, mode: 0o700 });
  for (const name of leaving) renameSync(join(dir, name), join(dir, aside, name));
  for (const name of names.filter((name) => !isPlaced(name))) renameSync(join(ready, name), join(dir, name));
  for (const folder of [dir, ready, ...(leaving.length > 0 ? [join(dir, aside)] : [])]) await syncFolder(folder);
}

/**
 * Finishes what a restore has begun that was interrupted. A gateway asks for it before it opens anything.
 *
 * @throws GatewayError `unavailable` when somebody else uses the directory
 */
export async function finishRestore(dir: string): Promise<boolean> {
  if (!existsSync(join(dir, READY))) return false;
  using _lock = lockDirectory(dir);
  return await finish(dir);
}

/** Some SQLite leaves its companions behind; what they held is in the files. */
function dropLogs(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => COMPANION.test(name))) {
    const path = join(folder, name);
    if (name.endsWith('-wal') && statSync(path).size > 0) throw new Error(`${path} is not empty`);
    rmSync(path);
  }
}

function planIn(ready: string): Plan {
  return JSON.parse(readFileSync(join(ready, PLAN), 'utf8')) as Plan;
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncFolder(path);
  }
  await syncFolder(folder);
}
