import { execFile, execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { tempDirectory } from '../../temp-directory.js';

const run = promisify(execFile);

/** Something mounted on a directory, until disposed. */
export interface Mounted extends Disposable {
  readonly path: string;
}

/** Memory that looks like a small disk. @param mib what fits in it @param files how many; absent: as many as do */
export function smallDisk(mib: number, files?: number): Mounted {
  const most = files === undefined ? '' : `,nr_inodes=${files}`;
  return mount(['-t', 'tmpfs', '-o', `size=${mib}m${most}`, 'tmpfs']);
}

/** An ext4 in a file, which stands for a card: what is in the file survives when the power goes. */
export class Card implements Disposable {
  private readonly dir = tempDirectory();
  private readonly file = join(this.dir.path, 'card.img');
  private readonly mounted: Mounted;

  /** @param mib how large it is */
  constructor(mib: number) {
    writeFileSync(this.file, '');
    execFileSync('truncate', ['-s', `${mib}M`, this.file]);
    execFileSync('mkfs.ext4', ['-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', this.file]);
    this.mounted = mount(['-o', 'loop', this.file]);
  }

  get path(): string {
    return this.mounted.path;
  }

  /**
   * What would be on it had the power gone now. Whoever writes to it must stand still meanwhile.
   *
   * @returns a copy of the file, mounted, as a machine finds it that starts again
   */
  async cutPower(): Promise<Mounted> {
    const copy = join(this.dir.path, 'cut.img');
    await run('cp', ['--sparse=always', '--reflink=auto', this.file, copy]);
    const mounted = mount(['-o', 'loop', copy]);
    return {
      path: mounted.path,
      [Symbol.dispose]: () => {
        mounted[Symbol.dispose]();
        rmSync(copy);
      },
    };
  }

  [Symbol.dispose](): void {
    this.mounted[Symbol.dispose]();
    this.dir[Symbol.dispose]();
  }
}

function mount(args: readonly string[]): Mounted {
  const dir = tempDirectory();
  execFileSync('mount', [...args, dir.path]);
  return {
    path: dir.path,
    [Symbol.dispose]: () => {
      execFileSync('umount', [dir.path]);
      dir[Symbol.dispose]();
    },
  };
}
