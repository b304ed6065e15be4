import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { blocksOf, readPage } from './blocks.js';

const page = readPage('docs/install.md');
const blocks = blocksOf(page);
const followed = readFileSync('test/package/install-page.package.ts', 'utf8');

describe('docs/install.md', () => {
  it('has no command that is neither run by npm run test:package nor marked as one that needs a board', () => {
    const commands = blocks.filter(({ info }) => info.startsWith('sh'));
    const unrun = commands.filter(({ info }) => info !== 'sh needs a board' && !followed.includes(`follow('${info.slice(3)}')`));
    expect(unrun.map(({ info, text }) => `${info}: ${text}`)).toEqual([]);
    expect(commands.length).toBeGreaterThan(10);
    // indented ones would be shown, and found by nobody
    expect(page).not.toMatch(/^ {4}\S/m);
  });

  it('shows settings that there are', () => {
    const modes = blocks
      .filter(({ info }) => info.startsWith('yaml'))
      .map(({ text }) => parseConfig(parse(text), {}).http.tls.mode);
    expect(modes).toEqual(['own', 'files']);
  });

  it('names the package as it is called', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const named = [...page.matchAll(/umec-gateway_\S+?\.deb/g)].map(([name]) => name);
    expect([...new Set(named)]).toEqual([`umec-gateway_${version}-1_arm64.deb`]);
  });

  it('says what the unit says', () => {
    const unit = readFileSync('deploy/systemd/umec-gateway.service', 'utf8');
    for (const setting of ['WatchdogSec=60', 'MemoryMax=512M', 'TasksMax=128']) expect(unit).toContain(`\n${setting}\n`);
  });
});
