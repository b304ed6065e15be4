import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';

const FILES = {
  '.package-lock.json': '{}',
  '.bin/tool': '#!/usr/bin/env node',
  'one/package.json': '{}',
  'one/index.js': '',
  'one/index.js.map': '',
  'one/index.d.ts': '',
  'one/README.md': '',
  'one/LICENSE.md': '',
  'one/licence/texts.md': '',
  'one/src/addon.cc': '',
  'one/test/fixture.json': '',
  'one/lib/test/kept.js': '',
  '@scope/two/tests/a.js': '',
  '@scope/two/prebuilds/libc-musl.node': '\x7fELF',
  // e_machine of x86-64
  '@scope/two/prebuilds/libc.node': `\x7fELF${'\0'.repeat(14)}\x3e\0`,
};

function pruned(cpu: string) {
  using folder = tempDirectory();
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), content, 'latin1');
  }
  const program = `import { prune } from ${JSON.stringify(join(process.cwd(), 'scripts/ship/prune.mjs'))}; prune(${JSON.stringify(folder.path)}, ${JSON.stringify(cpu)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  const left = readdirSync(folder.path, { recursive: true, encoding: 'utf8' });
  return { status, stderr, left: left.sort(), folders: left.filter((path) => statSync(join(folder.path, path)).isDirectory()) };
}

describe('What is shipped of npm’s packages', () => {
  it('is what programs read, and licences, and no folder that is empty', () => {
    const { status, left, folders } = pruned('x64');
    expect(status).toBe(0);
    expect(left.filter((path) => !folders.includes(path))).toEqual([
      '@scope/two/prebuilds/libc.node',
      'one/LICENSE.md',
      'one/index.js',
      'one/lib/test/kept.js',
      'one/package.json',
    ]);
    expect(folders).toEqual(['@scope', '@scope/two', '@scope/two/prebuilds', 'one', 'one/lib', 'one/lib/test']);
  });

  it('is for one processor, or nothing is shipped', () => {
    const { status, stderr } = pruned('arm64');
    expect([status, stderr]).toEqual([1, expect.stringContaining('not for arm64: /@scope/two/prebuilds/libc.node')]);
  });
});
