import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { tempDirectory } from './temp-directory.js';
import { until } from './until.js';

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

/** Whether there is a real Prometheus to test with; if not, `prometheusHint` says how to get it. */
export const hasPrometheus = has('promtool') && has('prometheus');
export const prometheusHint = '(apt-get install prometheus)';

export interface Judged {
  /** 0 when it is as it should be, 1 when it cannot be read, 3 when it is against the habits. */
  readonly status: number | null;
  readonly said: readonly string[];
}

/** What Prometheus' own parser says of an exposition. */
export function promtool(arguments_: readonly string[], input = ''): Judged {
  const { status, stdout, stderr } = spawnSync('promtool', arguments_, { input, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.split('\n').filter((line) => line !== '') };
}

export interface PrometheusResult {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

export interface TestPrometheus extends AsyncDisposable {
  query(promQl: string): Promise<readonly PrometheusResult[]>;
}

/** Starts one in a directory of its own. @param files what lies beside its configuration, by name */
export async function startPrometheus(config: string, files: Readonly<Record<string, string>>): Promise<TestPrometheus> {
  const dir = tempDirectory();
  mkdirSync(join(dir.path, 'data'));
  for (const [name, text] of Object.entries({ ...files, 'prometheus.yml': config })) writeFileSync(join(dir.path, name), text);
  const url = `127.0.0.1:${await freePort()}`;
  const process = spawn(
    'prometheus',
    ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=${url}`, '--log.level=error'],
    { cwd: dir.path, stdio: 'ignore' },
  );
  const exit = once(process, 'exit');
  await until(() => isReady(`http://${url}/-/ready`), 50);
  return {
    async query(promQl) {
      const answer = await fetch(`http://${url}/api/v1/query?query=${encodeURIComponent(promQl)}`);
      return ((await answer.json()) as { data: { result: PrometheusResult[] } }).data.result;
    },
    async [Symbol.asyncDispose]() {
      process.kill('SIGKILL');
      await exit;
      dir[Symbol.dispose]();
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
