/** What a run of the lab found out, on stderr: how long each thing took, and what the gateway in the guest said of it. */
export class Report {
  private readonly lines: string[] = [];

  /** @param ms how long it took */
  add(what: string, ms: number): void {
    this.lines.push(`${(ms / 1000).toFixed(1).padStart(7)} s  ${what}`);
  }

  /** What is no time. */
  say(what: string): void {
    this.lines.push(`${' '.repeat(11)}${what}`);
  }

  /** Does something, and reports how long that took. */
  async time<T>(what: string, task: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const done = await task();
    this.add(what, performance.now() - began);
    return done;
  }

  /** @param log what the gateway wrote, where there is one: its log as lines of JSON, and what it says to who starts it */
  print(log?: string): void {
    const parts = ['lab: how long it took', ...this.lines];
    if (log !== undefined) parts.push('lab: the log of the gateway in the guest', ...entries(log).map(inWords));
    process.stderr.write(`${parts.join('\n')}\n`);
  }
}

interface Entry {
  readonly level: number;
  readonly time: string;
  readonly msg: string;
  readonly reason?: string;
  readonly deviceId?: string;
  readonly subsystem?: string;
  readonly signal?: string;
}

function inWords({ time, msg, reason, ...about }: Entry): string {
  const what = [about.deviceId ?? about.subsystem ?? about.signal ?? 'gateway', msg, reason].filter(Boolean);
  return `  ${time.slice(11, 23)}  ${what.join(': ')}`;
}

/** What is in a log, without what else was written. */
export function entries(log: string): Entry[] {
  return log.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Entry] : []));
}
