import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

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
