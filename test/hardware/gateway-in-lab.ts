import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Lab, Ran } from './lab.js';

/** As the guest sees whoever asks from outside: the emulator's own network. */
const HOST = '10.0.2.2/32';

/** Ten seconds on a machine of its own, half a minute under emulation; this is for an emulator that shares its machine. */
const MOST_MS = 180_000;

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
    void running.finally(() => (this.ended = true)).catch(guestIsGone);
  }

  /** @param settings as in umec.yaml, such as devices */
  static async start(lab: Lab, settings: object = {}, timeoutMs = MOST_MS): Promise<GatewayInLab> {
    const config = {
      // the way from the host into the guest is inside one process, and an emulator must not be taken for a board that has too much to do
      http: { listen: '0.0.0.0:8080', publicUrl: lab.url, insecure: true, limits: { lagMs: 60_000, unlimited: [HOST] } },
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
    void running.then((ran) => (ended = ran)).catch(guestIsGone);
    while (!(await answers(`${lab.url}/healthz`))) {
      if (ended) throw new Error(`the gateway ended with ${ended.exitCode}:\n${ended.output}`);
      if (performance.now() - began > timeoutMs) throw new Error(`no answer of the gateway; ${await log(lab)}`);
      await sleep(100);
    }
    const startedInMs = performance.now() - began;
    return new GatewayInLab(lab, running, await administratorToken(lab, timeoutMs), startedInMs);
  }

  /** As its administrator asks, from outside of the guest. */
  get(path: string, signal = AbortSignal.timeout(60_000)): Promise<Response> {
    return fetch(this.lab.url + path, { headers: this.owner, signal });
  }

  /** @param body of the request, as JSON */
  send(method: string, path: string, body: object): Promise<Response> {
    return fetch(this.lab.url + path, {
      method,
      headers: { ...this.owner, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
  }

  webSocket(path: string): WebSocket {
    return new WebSocket(this.lab.url.replace('http', 'ws') + path, { headers: this.owner });
  }

  /** @returns what it has logged, and the exit code with which it stopped at SIGTERM */
  async stop(): Promise<Ran> {
    if (!this.ended) await this.lab.run('kill $(cat /tmp/gateway.pid)');
    return this.running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  private get owner(): { Authorization: string } {
    return { Authorization: `Bearer ${this.token}` };
  }
}

/** Whoever waits for the gateway hears of it; after a test that failed nobody does. */
function guestIsGone(): void {}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Signs in by what the gateway leaves at its first start: a program in the guest that asks for a token would take ten times as long. */
async function administratorToken(lab: Lab, timeoutMs: number): Promise<string> {
  const file = '/tmp/data/administrator.json';
  const { output } = await lab.run(`until [ -s ${file} ]; do usleep 50000; done; cat ${file}`, timeoutMs);
  const { token_endpoint: endpoint, ...credentials } = JSON.parse(output) as Record<string, string>;
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...credentials });
  const response = await fetch(endpoint ?? '', { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { access_token: string }).access_token;
}

async function log(lab: Lab): Promise<string> {
  return (await lab.run('grep -h ^{ /lab/*.out | tail -n 20')).output;
}
