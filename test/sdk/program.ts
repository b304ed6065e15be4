import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PATIENCE_MS } from './run-program.js';

/** How a program that tells the story is started. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A line of what it tells: what it has done, and what it saw. */
export type Step = Readonly<Record<string, unknown>> & { readonly step: string };

/**
 * What a program prints, line by line, until it ends well.
 * @throws Error with what it wrote to stderr when it fails, or goes on for minutes
 */
export async function* stepsOf(
  { command, args, cwd, env }: Program,
  given: Readonly<Record<string, string>>,
): AsyncGenerator<Step> {
  const environment = { ...process.env, ...env, ...given };
  const options = { cwd, env: environment, timeout: PATIENCE_MS, killSignal: 'SIGKILL' } as const;
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  try {
    for await (const line of createInterface(child.stdout)) yield JSON.parse(line) as Step;
    const [code, signal] = await ended;
    if (code !== 0) throw new Error(`the program ended with ${signal ?? code}:\n${said}`);
  } finally {
    child.kill('SIGKILL');
  }
}

/** @throws Error when none of the steps has this name */
export function find(told: readonly Step[], name: string): Step {
  const found = told.find(({ step }) => step === name);
  if (!found) throw new Error(`the program did not tell of ${name}, only of ${told.map(({ step }) => step).join(', ')}`);
  return found;
}
