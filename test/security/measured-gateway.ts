import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cost } from './measured-child.js';

const CHILD = fileURLToPath(new URL('measured-child.js', import.meta.url));

/** A whole gateway in a process of its own, that says what is asked of it costs. */
export class MeasuredGateway implements AsyncDisposable {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /**
   * @param settings as in umec.yaml
   * @param env more of its environment
   */
  static async start(settings: Record<string, unknown> = {}, env: NodeJS.ProcessEnv = {}): Promise<MeasuredGateway> {
    // as `npm start` runs it
    const execArgv = ['--expose-gc', '--max-semi-space-size=2', '--no-warnings'];
    const child = fork(CHILD, { execArgv, env: { ...process.env, ...env } });
    child.send(settings);
    const [url] = (await once(child, 'message')) as [string];
    return new MeasuredGateway(child, url);
  }

  /** Since the last time that this was asked. */
  async cost(): Promise<Cost> {
    const answer = once(this.child, 'message');
    this.child.send('cost');
    const [cost] = (await answer) as [Cost];
    return cost;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
