// Every fault that the gateway is to bear, and a report of what became of the readings. `--full`: the whole day of an outage, not an
// hour of it. What else is said goes to jest.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const report = resolve('dist/faults.jsonl');
mkdirSync('dist', { recursive: true });
rmSync(report, { force: true });
const asked = process.argv.slice(2);
const jest = ['node_modules/jest/bin/jest.js', '--config', 'test/faults/jest.config.js', '--runInBand'];
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', ...jest, ...asked.filter((one) => one !== '--full')],
  {
    stdio: 'inherit',
    env: { ...process.env, UMEC_FAULTS_REPORT: report, ...(asked.includes('--full') && { UMEC_FAULTS: 'full' }) },
  },
);
process.exitCode = status ?? 1;
