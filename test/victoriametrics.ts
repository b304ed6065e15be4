import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { freePort } from './free-port.js';
import { tempDirectory } from './temp-directory.js';
import { until } from './until.js';

const DAEMON = '/usr/bin/victoria-metrics';

/** Whether there is a VictoriaMetrics to test with; `apt-get install victoria-metrics` brings one. */
export const hasVictoriaMetrics = existsSync(DAEMON);

/** A series as it is exported. */
export interface ExportedSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly number[];
  /** ms since the epoch */
  readonly timestamps: readonly number[];
}

/** A real VictoriaMetrics with nothing in it; check `hasVictoriaMetrics` before. */
export async function startVictoriaMetrics() {
  const dir = tempDirectory();
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = ['-storageDataPath', dir.path, '-httpListenAddr', new URL(url).host, '-retentionPeriod', '100y'];
  const daemon = spawn(DAEMON, args, { stdio: 'ignore' });
  const exit = once(daemon, 'exit');
  await until(async () => (await fetch(`${url}/health`).catch(() => undefined))?.ok === true, 50);
  return {
    url,
    /** All series of a name. */
    async series(name: string): Promise<ExportedSeries[]> {
      await (await fetch(`${url}/internal/force_flush`)).text();
      const text = await (await fetch(`${url}/api/v1/export?match[]=${encodeURIComponent(name)}`)).text();
      return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ExportedSeries]));
    },
    async [Symbol.asyncDispose]() {
      daemon.kill();
      await exit;
      dir[Symbol.dispose]();
    },
  };
}
