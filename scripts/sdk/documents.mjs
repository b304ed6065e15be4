/* global AbortSignal, fetch */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run.mjs';

/** What a generator may read, and where a gateway has it: all its specifications in one document, as OpenAPI 3.1 and 3.0. */
const SERVED = { 'umec.json': '/openapi/umec.json', 'umec-3.0.json': '/openapi/3.0/umec.json' };

/** Where tokens are to be had is another address with each gateway, and no client has it built in. */
const ANY_GATEWAY = 'http://127.0.0.1:8080';

/** For a gateway to be ready, and for a document of it: much more than a slow machine needs. */
const PATIENCE_MS = 60_000;

/**
 * Fetches the documents from a gateway that is started for it. A file that would stay as it is is left alone, so that what was made of it
 * counts as up to date.
 * @returns the paths of the files: `openapi31` and `openapi30`
 */
export async function servedDocuments(folder) {
  mkdirSync(folder, { recursive: true });
  const dir = mkdtempSync(join(tmpdir(), 'umec-sdk-'));
  writeFileSync(join(dir, 'umec.yaml'), 'http: { listen: 127.0.0.1:0 }\ndata: { dir: data }\ndevices: {}\n');
  const gateway = spawn(process.execPath, [join(root, 'dist/src/umec.js'), 'start'], { cwd: dir, env: strangers(process.env) });
  const gone = once(gateway, 'exit');
  try {
    const url = await addressOf(gateway);
    for (const [file, path] of Object.entries(SERVED)) {
      const response = await fetch(url + path, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
      const text = (await response.text()).replaceAll(url, ANY_GATEWAY);
      const target = join(folder, file);
      if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
    }
  } finally {
    if (gateway.kill()) await gone;
    rmSync(dir, { recursive: true });
  }
  return { openapi31: join(folder, 'umec.json'), openapi30: join(folder, 'umec-3.0.json') };
}

/** The environment without what configures a gateway: a developer's own is none of the client's business. */
function strangers(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('UMEC_')));
}

/** The address that it says it is ready at. */
async function addressOf(gateway) {
  let said = '';
  gateway.stderr.on('data', (text) => (said += text));
  for await (const line of createInterface({ input: gateway.stdout, signal: AbortSignal.timeout(PATIENCE_MS) })) {
    const url = /ready at (http:\/\/\S+)/.exec(line)?.[1];
    if (url) return url;
    said += `${line}\n`;
  }
  throw new Error(`the gateway did not get ready:\n${said}`);
}
