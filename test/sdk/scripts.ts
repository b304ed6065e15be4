import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../docs/blocks.js';

/** What every client is a version of. */
export const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** What a script that makes clients exports. */
export async function script<Exports>(name: string): Promise<Exports> {
  return (await import(pathToFileURL(join(ROOT, 'scripts/sdk', name)).href)) as Exports;
}

/** Makes a client with openapi-generator: `args` as its command `generate` takes them. */
export async function generate(args: readonly string[]): Promise<void> {
  const generator = await script<{ generate: (args: readonly string[]) => void }>('openapi-generator.mjs');
  generator.generate(args);
}
