import type { Clock } from '../clock.js';
import type { Child, Spawn } from './child.js';

const WORDS_KEPT = 8192;
const PATIENCE_MS = 2000;

/** What is started. */
export interface Command {
  readonly program: string;
  /** Debian's name of what it is in. */
  readonly package: string;
  readonly args: readonly string[];
  /** What it reads from its standard input. */
  readonly input?: string;
}

/** A running program that gives pictures. Its output is always drained, its last words are kept, and it does not outlive its disposal. */
export class CaptureChild implements AsyncDisposable {
  /** What it wrote to stderr, the last 8192 characters of it. */
  words = '';
  private readonly child: Child;
  private readonly end = new AbortController();
  private stopping: Promise<void> | undefined;

  /** Whether there is no such program. */
  isMissing = false;

  constructor(
    private readonly command: Command,
    spawn: Spawn,
    private readonly clock: Clock,
  ) {
    this.child = spawn(command.program, command.args, command.input);
    // before anything that may throw: an error that nobody hears ends the gateway
    this.child.on('error', (error) => this.failed(error));
    this.child.stdout?.resume();
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.hear(text));
    this.child.on('close', () => this.end.abort());
  }

  /** Aborts when the process is gone and all its output was read. */
  get ended(): AbortSignal {
    return this.end.signal;
  }

  onOutput(listener: (chunk: Uint8Array) => void): void {
    this.child.stdout?.on('data', listener);
  }

  /** Asks it to stop, then makes it: one that hangs in its driver is given up after 4 s, so that nobody waits for ever. */
  [Symbol.asyncDispose](): Promise<void> {
    return (this.stopping ??= this.stop());
  }

  private async stop(): Promise<void> {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (this.ended.aborted) return;
      this.child.kill(signal);
      await this.clock.sleep(PATIENCE_MS, this.ended);
    }
  }

  private hear(text: string): void {
    this.words = (this.words + text).slice(-WORDS_KEPT);
  }

  private failed(error: NodeJS.ErrnoException): void {
    this.isMissing = error.code === 'ENOENT';
    this.hear(
      this.isMissing ? `${this.command.program} is not installed; apt-get install ${this.command.package}` : error.message,
    );
    this.end.abort();
  }
}
