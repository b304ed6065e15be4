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

/** @returns the path of openapi-generator's program */
export async function openapiGenerator(): Promise<string> {
  const generator = await script<{ openapiGenerator: () => string }>('openapi-generator.mjs');
  return generator.openapiGenerator();
}
