import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab, Ran } from './lab.js';

/** The built gateway, running in the guest on the devices of the guest. */
export class GatewayInLab implements AsyncDisposable {
  private ended = false;

  private constructor(
    private readonly lab: Lab,
    private readonly running: Promise<Ran>,
    private readonly token: string,
    /** How long it took to answer, from when it was started. */
    readonly startedInMs: number,
  ) {
    void running.then(() => (this.ended = true));
  }

  /** @param settings as in umec.yaml, such as devices */
  static async start(lab: Lab, settings: object): Promise<GatewayInLab> {
    const config = {
      // the way from the host into the guest is inside one process
      http: { listen: '0.0.0.0:8080', publicUrl: lab.url, insecure: true },
      data: { dir: '/tmp/data' },
      ...settings,
    };
    const began = performance.now();
    // JSON is YAML too
    const running = lab.run(
      `cd /gateway && echo $$ > /tmp/gateway.pid
      echo '${JSON.stringify(config)}' > /tmp/umec.yaml
      exec node --enable-source-maps dist/src/umec.js start --config /tmp/umec.yaml`,
      Infinity,
    );
    let ended: Ran | undefined;
    void running.then((ran) => (ended = ran));
    while (!(await answers(`${lab.url}/healthz`))) {
      if (ended) throw new Error(`the gateway ended with ${ended.exitCode}:\n${ended.output}`);
      if (performance.now() - began > 120_000) throw new Error(`no answer of the gateway; ${await log(lab)}`);
      await sleep(100);
    }
    const startedInMs = performance.now() - began;
    const token = await lab.run('cd /gateway && exec node dist/src/umec.js token --config /tmp/umec.yaml');
    return new GatewayInLab(lab, running, token.output.trim(), startedInMs);
  }

  /** As its owner asks, from outside of the guest. */
  get(path: string): Promise<Response> {
    return fetch(this.lab.url + path, {
      headers: { Authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(30_000),
    });
  }

  /** @returns what it has logged, and the exit code with which it stopped at SIGTERM */
  async stop(): Promise<Ran> {
    if (!this.ended) await this.lab.run('kill $(cat /tmp/gateway.pid)');
    return this.running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

async function log(lab: Lab): Promise<string> {
  return (await lab.run('cat /lab/*.out | tail -n 50')).output;
}
