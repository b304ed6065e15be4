import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** When what is packed was written, s since the epoch: `SOURCE_DATE_EPOCH`, or the time of the commit. */
export const sourceDate = Number(process.env.SOURCE_DATE_EPOCH ?? commitDate());

function commitDate() {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // unpacked from an archive, whose files have that time
    return Math.floor(statSync(join(root, 'package-lock.json')).mtimeMs / 1000);
  }
}
