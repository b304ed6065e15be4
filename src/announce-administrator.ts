import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADMINISTRATOR } from './auth/administrator.js';
import { TOKEN_PATH } from './auth/metadata.js';

const FILE = 'administrator.json';

export interface Announcement {
  readonly url: string;
  /** The administrator's. */
  readonly secret: string;
  /** The data directory. */
  readonly dir: string;
  /** Whether a person reads this; what is written elsewhere may be kept by whoever collects logs. */
  readonly isTTY: boolean;
}

/** Tells how the first client signs in, once: to a person on a terminal, else in a file that only the gateway's user can read. */
export function announceAdministrator({ url, secret, dir, isTTY }: Announcement): string {
  const credentials = { client_id: ADMINISTRATOR, client_secret: secret, token_endpoint: `${url}${TOKEN_PATH}` };
  if (isTTY)
    return [
      'This is the first start. The administrator can do everything; its secret is shown this once:',
      ...Object.entries(credentials).map(([name, value]) => `  ${name}: ${value}`),
      '',
      '',
    ].join('\n');
  const file = join(dir, FILE);
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  return `This is the first start. How the administrator signs in stands in ${file}: keep it elsewhere, and delete it.\n\n`;
}
