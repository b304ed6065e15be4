import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const MOST_LOOKS = 64;
export const MOST_BYTES = 65_536;

/** Files of configuration that may be missing, unreadable, huge, or include each other for ever. Nothing here throws. */
export class ConfigFiles {
  /** How many more files and folders are looked into. */
  private left = MOST_LOOKS;

  /** @param root the folder that stands for `/` */
  constructor(private readonly root: string) {}

  async exists(path: string): Promise<boolean> {
    return stat(join(this.root, path)).then(
      () => true,
      () => false,
    );
  }

  /** The first of `paths` that exists. */
  async first(paths: readonly string[]): Promise<string | undefined> {
    for (const path of paths) if (await this.exists(path)) return path;
    return undefined;
  }

  /**
   * @returns the text, its whole lines within the first 64 KiB if it is longer; none of what is no readable file, nor of
   *   any when 64 files and folders were looked into
   */
  async read(path: string): Promise<string> {
    if (this.left-- <= 0) return '';
    return this.begin(join(this.root, path)).catch(() => '');
  }

  /** The names in a folder that `pattern` matches, sorted, 64 at most; likewise none when enough was looked into. */
  async list(folder: string, pattern: RegExp): Promise<readonly string[]> {
    if (this.left-- <= 0) return [];
    const names = await readdir(join(this.root, folder)).catch(() => []);
    return names
      .filter((name) => pattern.test(name))
      .sort()
      .slice(0, MOST_LOOKS);
  }

  private async begin(path: string): Promise<string> {
    // without O_NONBLOCK a named pipe would hold up one of the few threads that read files
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    // at a position: nothing is taken out of a pipe, which has none
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
    const text = buffer.toString('utf8', 0, bytesRead);
    // half a line may be half a name
    return bytesRead > MOST_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  }
}
