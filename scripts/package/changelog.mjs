import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from './control.mjs';
import { root } from './root.mjs';
import { sourceDate } from './source-date.mjs';

/** Of the packing alone, as Debian wants it; what changed in the gateway stands in changelog.gz beside it. */
export function changelog() {
  const [, maintainer] = /^Maintainer: (.*)$/m.exec(readFileSync(join(root, 'deploy/debian/control'), 'utf8')) ?? [];
  const date = new Date(sourceDate * 1000).toUTCString().replace('GMT', '+0000');
  return `umec-gateway (${version}) unstable; urgency=medium

  * The gateway's version ${version.replace(/-.*/, '')}; changelog.gz beside this file says what is new.

 -- ${maintainer}  ${date}
`;
}
