import { spawnSync } from 'node:child_process';

/** Whether a program is there, and takes these arguments. */
export function hasProgram(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
