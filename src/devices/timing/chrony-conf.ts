import type { NtpServer } from '../../registry/timing.js';
import { serverFromLine } from './server-line.js';

/** Where more of the configuration is: files by a pattern, or folders of `*.conf` or of `*.sources`. */
export interface ChronyInclude {
  readonly directive: 'include' | 'confdir' | 'sourcedir';
  readonly paths: readonly string[];
}

export interface ChronyConf {
  readonly servers: readonly NtpServer[];
  readonly includes: readonly ChronyInclude[];
}

const INCLUDES: readonly string[] = ['include', 'confdir', 'sourcedir'] satisfies ChronyInclude['directive'][];

/**
 * What a file of chronyd's says of sources; a line that is not understood is passed over.
 *
 * @see chrony.conf(5): a comment is a whole line, directives and options are in any case
 */
export function parseChronyConf(text: string): ChronyConf {
  const servers: NtpServer[] = [];
  const includes: ChronyInclude[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (/^[!;#%]/.test(line)) continue;
    const words = line.split(/\s+/);
    const [directive = '', ...paths] = words;
    const server = serverFromLine(words);
    if (server) servers.push(server);
    else if (isInclude(directive.toLowerCase()) && paths.length > 0)
      includes.push({ directive: directive.toLowerCase() as ChronyInclude['directive'], paths });
  }
  return { servers, includes };
}

function isInclude(directive: string): boolean {
  return INCLUDES.includes(directive);
}
