import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestGateway } from '../gateway.js';
import { ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

interface ShellOptions {
  /** Where the reader is; in the checkout unless given. */
  readonly cwd?: string;
  /** For all commands together, ms. */
  readonly timeout?: number;
}

/**
 * Runs a page's commands in one shell, as a reader does who copies them from top to bottom.
 *
 * @returns what each of them says
 * @throws Error that tells at which of them the shell has stopped
 */
export async function saidInShell(
  commands: readonly string[],
  gateway: Pick<TestGateway, 'url' | 'dir'>,
  { cwd = ROOT, timeout = 0 }: ShellOptions = {},
): Promise<string[]> {
  const script = atGateway(commands.map((command) => `${command}\nprintf '\\f'\n`).join(''), gateway);
  // elsewhere npx would look for the program in a registry
  const program = cwd === ROOT ? script : script.replaceAll('npx umec', `node ${join(ROOT, 'dist/src/umec.js')}`);
  const env = shellEnvironment({ UMEC_DATA_DIR: gateway.dir });
  try {
    return (await promisify(execFile)('sh', ['-ec', program], { cwd, env, timeout })).stdout.split('\f');
  } catch (cause) {
    const { stdout } = cause as { readonly stdout: string };
    throw new Error(`it stopped in block ${stdout.split('\f').length} of ${commands.length}: ${stdout}`, { cause });
  }
}

/** Of a page, with the gateway's address where it names that of a reader's. */
export function atGateway(text: string, { url }: Pick<TestGateway, 'url'>): string {
  return text.replaceAll('127.0.0.1:8080', new URL(url).host);
}
