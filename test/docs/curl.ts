import { execFileSync } from 'node:child_process';
import { shellEnvironment } from './shell-environment.js';

/** What a curl command of a page asks for. */
export interface Asked {
  readonly url: string;
  readonly init: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };
}

/**
 * Reads a command as a shell and curl do: what is sent where, and by which method.
 *
 * @param env what the command takes from its shell, such as AUTH
 * @throws Error for an option that is not known here
 */
export function askedBy(command: string, env: Readonly<Record<string, string>>): Asked {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const words = execFileSync('sh', ['-c', script], { env: shellEnvironment(env), encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
  let [url, method, body]: (string | undefined)[] = [];
  const headers: Record<string, string> = {};
  while (words.length > 0) {
    const [word = '', value = ''] = words;
    words.splice(0, word.startsWith('-') ? 2 : 1);
    if (!word.startsWith('-')) url = word;
    else if (word === '-X') method = value;
    else if (word === '-d') body = value;
    else if (word === '-H') headers[value.slice(0, value.indexOf(':'))] = value.slice(value.indexOf(':') + 1).trim();
    else if (word !== '-o') throw new Error(`what is ${word} in ${command}`);
  }
  if (url === undefined) throw new Error(`nothing is asked for by ${command}`);
  if (body === undefined) return { url, init: { method: method ?? 'GET', headers } };
  const sent = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
  return { url, init: { method: method ?? 'POST', headers: sent, body } };
}
