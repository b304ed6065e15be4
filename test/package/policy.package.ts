import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { built, ownPackage } from './built.js';

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const needing = (program: string) =>
  hasProgram(program, '--version') ? it : (name: string) => it.todo(`${name} (apt-get install dpkg lintian)`);

// of one processor: lintian takes a minute for each, and beyond their binaries they are the same
needing('lintian')('The package has no error that lintian knows', () => {
  const said = spawnSync('lintian', ['--allow-root', '--tag-display-limit', '0', ownPackage()], { encoding: 'utf8' });
  expect(said.status).toBe(0);
  expect(said.stdout.split('\n').filter((line) => /^[EWI]: .*unused-override|^E:/.test(line))).toEqual([]);
});

needing('dpkg-deb')('The package has the same bytes when it is made again', async () => {
  using again = tempDirectory();
  const arch = execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).trim();
  expect(hash(await built(arch, again.path))).toBe(hash(ownPackage()));
});
