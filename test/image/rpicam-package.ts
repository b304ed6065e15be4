import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { repository, run } from './engine.js';

/** Behaves as the program does. */
export const RPICAM = join(repository, 'test/devices/rpicam/like-rpicam.mjs');
const CONTROL = `Package: rpicam-apps
Version: 1.0
Architecture: all
Maintainer: nobody <nobody@localhost>
Depends: libjpeg62-turbo
Description: stands in for the programs of Raspberry Pi OS
`;

/**
 * Makes a repository for apt with a package named as the one of Raspberry Pi OS, and with a program that behaves as its own does. Like
 * the original it needs libraries of Debian.
 */
export async function makeRpicamPackage(folder: string): Promise<void> {
  const [tree, share] = [join(folder, 'tree'), join(folder, 'tree/usr/share/rpicam')];
  const documents = join(tree, 'usr/share/doc/rpicam-apps');
  for (const part of ['tree/DEBIAN', 'tree/usr/bin', 'tree/usr/share/rpicam']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(tree, 'DEBIAN/control'), CONTROL);
  mkdirSync(documents, { recursive: true });
  writeFileSync(join(documents, 'copyright'), 'As the gateway that it is a test of.\n');
  copyFileSync(RPICAM, join(share, 'like-rpicam.mjs'));
  const create = { width: 640, height: 480, channels: 3 as const, background: 'teal' };
  await sharp({ create }).jpeg().toFile(join(share, 'picture.jpg'));
  const program = join(tree, 'usr/bin/rpicam-vid');
  // the image has no shell that could start it otherwise
  writeFileSync(
    program,
    `#!/usr/local/bin/node
process.argv.splice(2, 0, 'gives pictures', '/usr/share/rpicam/picture.jpg');
import('/usr/share/rpicam/like-rpicam.mjs');
`,
  );
  chmodSync(program, 0o755);
  await run('dpkg-deb', ['--build', '--root-owner-group', tree, join(folder, 'rpicam-apps.deb')]);
  rmSync(tree, { recursive: true });
  const size = await run('stat', ['-c', '%s', 'rpicam-apps.deb'], folder);
  const [hash = ''] = (await run('sha256sum', ['rpicam-apps.deb'], folder)).split(' ');
  writeFileSync(join(folder, 'Packages'), `${CONTROL}Filename: ./rpicam-apps.deb\nSize: ${size}\nSHA256: ${hash}\n`);
}
