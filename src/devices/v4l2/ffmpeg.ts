import type { Clock } from '../../clock.js';
import type { Child, Spawn } from '../child.js';

const WORDS_KEPT = 8192;
const PATIENCE_MS = 2000;

/** A running ffmpeg. Its output is always drained, its last words are kept, and it does not outlive its disposal. */
export class Ffmpeg implements AsyncDisposable {
  /** What it wrote to stderr, the last 8192 characters of it. */
  words = '';
  private readonly child: Child;
  private readonly end = new AbortController();
  private stopping: Promise<void> | undefined;

  constructor(
    args: readonly string[],
    spawn: Spawn,
    private readonly clock: Clock,
    input?: string,
  ) {
    this.child = spawn('ffmpeg', args, input);
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
    this.hear(error.code === 'ENOENT' ? 'ffmpeg is not installed; apt-get install ffmpeg' : error.message);
    this.end.abort();
  }
}
