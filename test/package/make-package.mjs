import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The package of this machine's processor, made once for all who look into it or install it: `ownPackage()` says where it is. */
export default function makePackage() {
  if (spawnSync('dpkg-deb', ['--version']).error) return;
  const folder = mkdtempSync(join(tmpdir(), 'umec-own-package-'));
  process.env.OWN_PACKAGE = execFileSync(process.execPath, ['scripts/package.mjs', '--fast', '--to', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}
