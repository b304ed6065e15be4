import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readPage, ROOT } from './blocks.js';

/** In alphabetical order, each once. */
const variables = (text: string) => [...new Set(text.match(/\bTEST_[A-Z_]+/g))].sort();

/** Those of the environment that tests of the folder read. */
function variablesOfTests(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const lines = files.flatMap((name) => readPage(join(folder, name)).split('\n'));
  return variables(lines.filter((line) => line.includes('process.env')).join('\n'));
}

describe('docs/hardware.md', () => {
  it('names the variables with which tests of devices use the hardware of a board, and no other', () => {
    expect(variables(readPage('docs/hardware.md'))).toEqual(variablesOfTests('test/devices'));
  });
});

describe('CONTRIBUTING.md', () => {
  it('names every other variable that a test reads, and none that is not read', () => {
    const ofDevices = variablesOfTests('test/devices');
    const named = variables(readPage('CONTRIBUTING.md'));
    expect([...new Set([...named, ...ofDevices])].sort()).toEqual(variablesOfTests('test'));
  });
});
