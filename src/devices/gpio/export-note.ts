import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

interface Noted {
  readonly bootId: string;
  readonly gpios: readonly number[];
}

/**
 * Which lines this gateway has exported. The kernel does not say who has exported a line, and leaves it exported when who did is
 * killed: by this note the next gateway knows which ones are its own. It says nothing any more after the machine was started anew.
 */
export class ExportNote {
  private readonly gpios: Set<number>;
  private readonly bootId: string;

  /** @param path where it is kept; @param bootIdPath what tells one start of the machine from another, for tests */
  constructor(
    private readonly path: string,
    bootIdPath = BOOT_ID,
  ) {
    this.bootId = readFileSync(bootIdPath, 'utf8').trim();
    this.gpios = new Set(this.read());
  }

  has(gpio: number): boolean {
    return this.gpios.has(gpio);
  }

  /** To be called before it is exported: then none is exported that is not here. @throws Error as Node's own when it cannot be kept */
  add(gpio: number): void {
    if (this.gpios.has(gpio)) return;
    this.gpios.add(gpio);
    try {
      this.write();
    } catch (error) {
      // or what another exports one day would be taken for ours
      this.gpios.delete(gpio);
      throw error;
    }
  }

  /** To be called when it is exported no more. Where that cannot be kept, a next gateway takes for its own what nobody may hold by then. */
  remove(gpio: number): void {
    if (!this.gpios.delete(gpio)) return;
    try {
      this.write();
    } catch {
      // a full disk is told of by those who have more to lose
    }
  }

  private read(): readonly number[] {
    try {
      const { bootId, gpios } = JSON.parse(readFileSync(this.path, 'utf8')) as Noted;
      return bootId === this.bootId ? gpios : [];
    } catch {
      return []; // there is none, or it was never written to its end
    }
  }

  private write(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    // what is killed in between leaves the note as it was
    const writing = `${this.path}.writing`;
    writeFileSync(writing, JSON.stringify({ bootId: this.bootId, gpios: [...this.gpios] } satisfies Noted));
    renameSync(writing, this.path);
  }
}
