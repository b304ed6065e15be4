import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { backup } from '../../src/backup/backup.js';
import { unpack } from '../../src/backup/unpack.js';
import { PLAN_FILE } from '../../src/registry/plan.js';
import { aGateway, PLAN } from './a-gateway.js';

describe('A plan that somebody takes away or changes while a backup is made', () => {
  it('is not in it, when it was gone before it was read', async () => {
    using made = await aGateway();
    const file = join(made.folder, 'a.backup');
    const taken = () => rmSync(join(made.dir, PLAN_FILE));
    const { manifest } = await backup({ dir: made.dir, file, taken });
    expect(manifest.files.map(({ name }) => name)).not.toContain(PLAN_FILE);
    expect(existsSync(join(await unpacked(made.folder, file), PLAN_FILE))).toBe(false);
  });

  it.each([
    { how: 'taken away', becomes: (plan: string) => rmSync(plan) },
    { how: 'another', becomes: (plan: string) => writeFileSync(plan, 'of another length') },
  ])('is in it as it was, when it is $how while the rest is written', async ({ becomes }) => {
    using made = await aGateway();
    const file = join(made.folder, 'a.backup');
    let isBegun = false;
    const sink = async (bytes: Uint8Array) => {
      if (!isBegun) becomes(join(made.dir, PLAN_FILE));
      isBegun = true;
      await appendFile(file, bytes);
    };
    await backup({ dir: made.dir, sink });
    expect(readFileSync(join(await unpacked(made.folder, file), PLAN_FILE))).toEqual(PLAN);
  });

  it('is not left out when it is there and cannot be read', async () => {
    using made = await aGateway();
    rmSync(join(made.dir, PLAN_FILE));
    mkdirSync(join(made.dir, PLAN_FILE));
    await expect(backup({ dir: made.dir, file: join(made.folder, 'a.backup') })).rejects.toThrow(/EISDIR/);
  });
});

/** @returns where it is; @throws when it is not whole */
async function unpacked(folder: string, file: string): Promise<string> {
  const into = join(folder, 'into');
  mkdirSync(into);
  await unpack(file, into);
  return into;
}
