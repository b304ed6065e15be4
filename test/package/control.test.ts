import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';

/** @returns what control.mjs and the changelog say of who packs it */
function packedBy(env: Record<string, string>): string[] {
  const script = `
    const { maintainer } = await import('./scripts/package/control.mjs');
    const { changelog } = await import('./scripts/package/changelog.mjs');
    console.log(JSON.stringify([maintainer, /^ -- (.*)  /m.exec(changelog())[1]]));`;
  const options = { encoding: 'utf8', env: { PATH: process.env.PATH, SOURCE_DATE_EPOCH: '0', ...env } } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options)) as string[];
}

it('A package is of whoever packs it, as Debian’s tools are told', () => {
  const someone = { DEBFULLNAME: 'Some One', DEBEMAIL: 'someone@example.org' };
  expect(packedBy(someone)).toEqual(['Some One <someone@example.org>', 'Some One <someone@example.org>']);
  const [nobody = ''] = packedBy({});
  expect(nobody).toBe("The µMEC gateway's authors <umec@localhost>");
});

it('An npm that would pack for the wrong processor is refused', () => {
  using programs = tempDirectory();
  writeFileSync(join(programs.path, 'npm'), '#!/bin/sh\necho 9.2.0\n', { mode: 0o755 });
  const env = { PATH: `${programs.path}:${process.env.PATH}` };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--arch', 'arm64'], { encoding: 'utf8', env });
  expect([status, stderr]).toEqual([1, 'umec: npm 9.2.0 packs for no other processor, expected 10.8 or later\n']);
});
