import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { freePort } from '../free-port.js';
import type { TestGateway } from '../gateway.js';
import { type Block, ROOT } from './blocks.js';
import { atGateway } from './shell.js';
import { shellEnvironment } from './shell-environment.js';

/** Two shells in which a page is followed: in the first a subscriber listens, in the second its commands are typed. */
export class TwoShells implements Disposable {
  /** The page's commands for the second shell, for this gateway and this subscriber. */
  readonly commands: readonly string[];
  private readonly told: AsyncIterator<string, undefined>;
  private readonly said: Promise<string[]>;

  /** @returns them once the subscriber listens */
  static async open(blocks: readonly Block[], gateway: TestGateway): Promise<TwoShells> {
    const port = await freePort();
    const listening = blocks.find(({ info }) => info === 'sh listens')?.text ?? '';
    const first = spawn('sh', ['-c', `exec ${listening.replace('9000', String(port))}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => undefined)));
    const second = spawn('sh', ['-es'], {
      cwd: ROOT,
      env: shellEnvironment({ UMEC_DATA_DIR: gateway.dir }),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const commands = blocks.filter(({ info }) => info === 'sh').map(({ text }) => atGateway(text, gateway));
    return new TwoShells(
      first,
      second,
      commands.map((command) => command.replaceAll('127.0.0.1:9000', `127.0.0.1:${port}`)),
    );
  }

  private constructor(
    private readonly first: ChildProcessByStdio<null, Readable, null>,
    private readonly second: ChildProcessByStdio<Writable, Readable, null>,
    commands: readonly string[],
  ) {
    this.commands = commands;
    this.told = createInterface({ input: first.stdout })[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
    this.said = second.stdout.setEncoding('utf8').toArray() as Promise<string[]>;
    // or the first would wait for what never comes
    second.once('exit', () => first.kill());
  }

  type(...commands: readonly (string | undefined)[]): void {
    this.second.stdin.write(commands.join(''));
  }

  /** What the first is told next. @throws Error when the second has ended before */
  async next(): Promise<unknown> {
    const { done, value } = await this.told.next();
    if (done) throw new Error('the second shell ended before the first was told');
    return JSON.parse(value) as unknown;
  }

  /** Types the last commands. @returns how the second shell has ended, and all that it has said */
  async end(...commands: readonly (string | undefined)[]): Promise<{ readonly exitCode: number | null; readonly said: string }> {
    this.second.stdin.end(commands.join(''));
    const said = (await this.said).join('');
    if (this.second.exitCode === null) await once(this.second, 'exit');
    return { exitCode: this.second.exitCode, said };
  }

  [Symbol.dispose](): void {
    this.first.kill();
    this.second.kill();
  }
}
