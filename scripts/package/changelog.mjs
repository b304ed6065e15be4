import { maintainer, version } from './control.mjs';
import { sourceDate } from './source-date.mjs';

/** Of the packing alone, as Debian wants it; what changed in the gateway stands in changelog.gz beside it. */
export function changelog() {
  const date = new Date(sourceDate * 1000).toUTCString().replace('GMT', '+0000');
  return `umec-gateway (${version}) unstable; urgency=medium

  * The gateway's version ${version.replace(/-.*/, '')}; changelog.gz beside this file says what is new.

 -- ${maintainer}  ${date}
`;
}
