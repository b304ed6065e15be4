/* global fetch */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run.mjs';

/** What a generator may read, and where a gateway has it: all its specifications in one document, as OpenAPI 3.1 and 3.0. */
const SERVED = { 'umec.json': '/openapi/umec.json', 'umec-3.0.json': '/openapi/3.0/umec.json' };

/** Where tokens are to be had is another address with each gateway, and no client has it built in. */
const ANY_GATEWAY = 'http://127.0.0.1:8080';

/**
 * Fetches the documents from a gateway that is started for it. A file that would stay as it is is left alone, so that what was made of it
 * counts as up to date.
 * @returns the paths of the files: `openapi31` and `openapi30`
 */
export async function servedDocuments(folder) {
  mkdirSync(folder, { recursive: true });
  const dir = mkdtempSync(join(tmpdir(), 'umec-sdk-'));
  writeFileSync(join(dir, 'umec.yaml'), 'http: { listen: 127.0.0.1:0 }\ndata: { dir: data }\ndevices: {}\n');
  const gateway = spawn(process.execPath, [join(root, 'dist/src/umec.js'), 'start'], { cwd: dir });
  try {
    const url = await urlOf(gateway);
    for (const [file, path] of Object.entries(SERVED)) {
      const response = await fetch(url + path);
      if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
      const text = (await response.text()).replaceAll(url, ANY_GATEWAY);
      const target = join(folder, file);
      if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
    }
  } finally {
    gateway.kill('SIGTERM');
    if (gateway.exitCode === null) await once(gateway, 'exit');
    rmSync(dir, { recursive: true });
  }
  return { openapi31: join(folder, 'umec.json'), openapi30: join(folder, 'umec-3.0.json') };
}

/** The address that it says it is ready at. */
function urlOf(gateway) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text) => {
      said += text;
      const url = /ready at (http:\/\/\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    gateway.stdout.on('data', listen);
    gateway.stderr.on('data', listen);
    gateway.once('error', reject);
    gateway.once('exit', () => reject(new Error(`the gateway did not start:\n${said}`)));
  });
}
