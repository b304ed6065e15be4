import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { tempDirectory } from '../temp-directory.js';
import { repository } from './build-lab.js';
import { gatewayImage } from './gateway-image.js';
import { type Machine, x86 } from './machine.js';
import { OuterLines } from './outer-lines.js';
import { startQemu } from './qemu.js';

/** As it was compiled; it imports nothing but node's own modules, for it runs alone. */
const CONTROLLER = fileURLToPath(new URL('virtual-controller.js', import.meta.url));

export type Ran = { readonly output: string; readonly exitCode: number; readonly ms: number };

/** A running guest with virtual hardware, and the built gateway in its /gateway. */
export class Lab implements AsyncDisposable {
  private scripts = 0;
  private console = '';
  private lines: Promise<OuterLines> | undefined;

  private constructor(
    private readonly qemu: ChildProcess,
    /** The folder that the guest has as /lab. */
    readonly shared: string,
    private readonly folder: ReturnType<typeof tempDirectory>,
    /** Where the guest's port 8080 is. */
    readonly url: string,
    /** Where its port 8081 is, for a program that the gateway is compared with. */
    readonly otherUrl: string,
  ) {
    for (const stream of [qemu.stdout, qemu.stderr]) stream?.on('data', (chunk: Buffer) => (this.console += chunk.toString()));
  }

  /**
   * @param lab what buildLab made for this machine
   * @param packages the folder that has the gateway's node_modules for it
   * @param timeoutMs for the kernel, which needs some seconds on a machine of its own
   */
  static async boot(lab: string, machine: Machine = x86, packages: string = repository, timeoutMs = 120_000): Promise<Lab> {
    const folder = tempDirectory();
    let booted: Lab | undefined;
    try {
      const shared = join(folder.path, 'shared');
      mkdirSync(shared);
      const gateway = gatewayImage(folder.path, packages);
      copyFileSync(CONTROLLER, join(shared, 'virtual-controller.mjs'));
      const ports = [await freePort(), await freePort()] as const;
      const qemu = startQemu({ machine, lab, shared, gateway, ports, sockets: folder.path });
      booted = new Lab(qemu, shared, folder, `http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`);
      await booted.waitFor('up', timeoutMs);
      return booted;
    } catch (error) {
      await booted?.[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
      throw error;
    }
  }

  /**
   * Runs a shell script in the guest. Several may run at once.
   *
   * @param script for busybox's sh; the folder of the gateway is /gateway
   * @returns its output, stderr among it, and its exit code
   */
  async run(script: string, timeoutMs = 60_000): Promise<Ran> {
    const began = performance.now();
    const name = String(++this.scripts);
    writeFileSync(this.path(`${name}.writing`), script);
    // seen by the guest as a whole or not at all
    renameSync(this.path(`${name}.writing`), this.path(`${name}.sh`));
    await this.waitFor(`${name}.code`, timeoutMs);
    const [output = '', exitCode] = ['out', 'code'].map((kind) => readFileSync(this.path(`${name}.${kind}`), 'utf8'));
    return { output, exitCode: Number(exitCode), ms: performance.now() - began };
  }

  /** The output of a script that must succeed, each command of it. */
  async output(script: string): Promise<string> {
    const { output, exitCode } = await this.run(`set -e\n${script}`);
    if (exitCode !== 0) throw new Error(`exit code ${exitCode}: ${output}`);
    return output.trim();
  }

  /** What stands at the other end of the lines of the emulated chip, on a machine that has one. */
  outerLines(): Promise<OuterLines> {
    return (this.lines ??= OuterLines.connect(this.folder.path));
  }

  /** Pulls the plug: nothing of the guest is kept, and to power itself off takes it up to ten seconds. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.lines?.then(
      (lines) => lines[Symbol.dispose](),
      () => undefined, // whoever asked for them knows
    );
    if (!this.hasEnded) {
      const ended = once(this.qemu, 'close');
      this.qemu.kill('SIGKILL');
      await ended;
    }
    this.folder[Symbol.dispose]();
  }

  private get hasEnded(): boolean {
    return this.qemu.exitCode !== null || this.qemu.signalCode !== null;
  }

  /** 9p tells nobody about what the guest writes, so it is looked for. */
  private async waitFor(file: string, timeoutMs: number): Promise<void> {
    const end = performance.now() + timeoutMs;
    while (!existsSync(this.path(file))) {
      await sleep(20);
      if (this.hasEnded) throw new Error(`the guest has ended; its console:\n${this.console}`);
      if (performance.now() > end)
        throw new Error(`no ${file} within ${timeoutMs} ms; ${this.written()}\nconsole:\n${this.console}`);
    }
  }

  private written(): string {
    const output = this.path(`${this.scripts}.out`);
    return existsSync(output) ? `so far: ${readFileSync(output, 'utf8')}` : 'no output';
  }

  private path(file: string): string {
    return join(this.shared, file);
  }
}
