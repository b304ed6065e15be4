import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LIB = '/usr/lib';

/** The library with which a process is told another time; `apt-get install faketime` brings it. */
export const faketimeLibrary: string | undefined = (existsSync(LIB) ? readdirSync(LIB) : [])
  .map((dir) => join(LIB, dir, 'faketime/libfaketimeMT.so.1'))
  .find((path) => existsSync(path));

/** The time of day of one process, its clock that never jumps left alone. */
export class FakeTime {
  private readonly path: string;

  /** @param dir of its own, in which the time is kept */
  constructor(dir: string) {
    this.path = join(dir, 'time');
    this.set(0);
  }

  /** What the process is to be started with. */
  get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      LD_PRELOAD: faketimeLibrary,
      FAKETIME_TIMESTAMP_FILE: this.path,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** @param seconds what its clock is ahead of the machine's from now on */
  set(seconds: number): void {
    writeFileSync(`${this.path}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    renameSync(`${this.path}.new`, this.path);
  }
}
