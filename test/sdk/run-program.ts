import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Far more than any takes, and less than jest waits for a test. */
export const PATIENCE_MS = 240_000;

interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to stdout
 * @throws Error with all it wrote, when it fails or goes on for minutes
 */
export async function runProgram(command: string, args: readonly string[], { cwd, env }: Surroundings): Promise<string> {
  const bounds = { maxBuffer: 1 << 28, timeout: PATIENCE_MS, killSignal: 'SIGKILL' } as const;
  try {
    return (await promisify(execFile)(command, args, { cwd, env: { ...process.env, ...env }, ...bounds })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
