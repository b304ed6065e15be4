import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const PROCESS = fileURLToPath(new URL('dying-process.js', import.meta.url));

describe('An output gets its safe value', () => {
  it.each([
    ['process.exit', 3],
    ['an error that nobody has caught', 1],
    ['a promise that nobody has waited for', 1],
    ['nothing left to do', 0],
  ])('when the process ends by %s', async (way, expected) => {
    const child = spawn(process.execPath, [PROCESS, way], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [levels, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
    expect([levels, code]).toEqual(['1\n0\n', expected]);
  });
});
