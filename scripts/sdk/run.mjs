import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Runs a command to its end and returns what it wrote to stdout. A command that fails is shown with all it wrote.
 * @throws Error when it cannot be started, or fails
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with ${status} in ${cwd}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Whether a command is there and runs. */
export function has(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
