import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { until } from '../until.js';
import { withEmulation } from './emulation.js';
import { obstacle } from './engine.js';

const CHANGES = `
import { withoutEmulation } from ${JSON.stringify(new URL('emulation.js', import.meta.url).href)};
withoutEmulation();
console.log('done');
setInterval(() => undefined, 1000);`;

const missing = obstacle();
if (missing !== undefined) it.todo(`emulation: ${missing}`);
else
  it('emulation that the machine has is back, also when whoever took it away was killed', async () => {
    const isOn = () => readFileSync('/proc/sys/fs/binfmt_misc/qemu-aarch64', 'utf8').startsWith('enabled');
    await using _ = withEmulation('aarch64');
    expect(isOn()).toBe(true);
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CHANGES], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(isOn()).toBe(false);
    child.kill('SIGKILL');
    await until(async () => isOn(), 10);
  });
