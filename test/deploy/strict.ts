import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../docs/blocks.js';
import type { Manifest } from './manifest.js';

const SOURCE = join(ROOT, 'test/deploy/strict');
const PROGRAM = join(ROOT, 'dist/strict');

export interface Understood {
  readonly objects: Manifest[];
  readonly faults: string[];
}

/** Compiles the strict reader, which takes a second unless it is the first time. */
export function buildStrict(): void {
  execFileSync('go', ['build', '-o', PROGRAM, '.'], { cwd: SOURCE, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @param text YAML documents */
export function readStrictly(text: string): Understood {
  return JSON.parse(execFileSync(PROGRAM, { input: text, encoding: 'utf8', maxBuffer: 2 ** 24 })) as Understood;
}
