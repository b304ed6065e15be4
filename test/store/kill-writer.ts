import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own that writes to `dir` and says, line by line, how much is on disk. @param name of a module beside this one */
export function startWriter(dir: string, name = 'writer') {
  const script = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  return spawn(process.execPath, ['--no-warnings', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills a writer as soon as it has said `lines` times what is on disk; gives the last count that it said. */
export async function killWriter(writer: ReturnType<typeof startWriter>, lines: number): Promise<number> {
  const exit = once(writer, 'exit');
  let said = 0;
  let heard = 0;
  for await (const line of createInterface(writer.stdout)) {
    said = Number(line);
    if (++heard === lines) writer.kill('SIGKILL');
  }
  await exit;
  return said;
}
