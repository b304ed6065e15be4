import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { hasOpenssl } from '../callbacks/certificate.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { blocksOf, readPage } from './blocks.js';

const page = readPage('docs/tls.md');
const commandOf = (name: string) => blocksOf(page).find(({ info }) => info === `sh ${name}`)?.text ?? '';
const run = promisify(execFile);

describe('docs/tls.md', () => {
  const checked = hasOpenssl ? it : (name: string) => it.todo(name);
  checked('says how the authority is compared and trusted (apt-get install openssl curl)', async () => {
    await using gateway = await TestGateway.start({ http: { tls: { mode: 'own' } } });
    using dir = tempDirectory();
    copyFileSync(join(gateway.dir, 'tls', 'ca.pem'), join(dir.path, 'ca.pem'));
    const { port } = new URL(gateway.url);
    const options = { cwd: dir.path };
    expect((await run('sh', ['-c', commandOf('fingerprint')], options)).stdout).toMatch(
      /^sha256 Fingerprint=([0-9A-F]{2}:){31}/i,
    );
    const curl = commandOf('curl').replace('8443', port);
    expect((await run('sh', ['-c', curl], options)).stdout).toBe('{"status":"ok"}');
    await expect(run('sh', ['-c', curl.replace('--cacert ca.pem', '')], options)).rejects.toMatchObject({ code: 60 });
  });

  it('shows settings that there are', () => {
    const shown = [...page.matchAll(/^ {4}http:\n(?: {6}.*\n)+/gm)].map(([text]) => parse(text) as { http: object });
    expect(shown).toHaveLength(3);
    for (const settings of shown) expect(() => parseConfig(settings, {})).not.toThrow();
  });
});
