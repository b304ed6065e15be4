import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { aGateway, GATEWAY, READINGS } from './a-gateway.js';

const UMEC = fileURLToPath(new URL('../../src/umec.js', import.meta.url));
const other = process.env.TEST_OTHER_NODE;

function umec(node: string, args: readonly string[], dir: string): void {
  const env = { PATH: process.env.PATH ?? '', UMEC_DATA_DIR: dir };
  const { status, stderr } = spawnSync(node, [UMEC, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Node 20 has another SQLite than later ones. */
describe('a backup', () => {
  if (other === undefined) {
    it.todo('that one Node has made is restored by another (set TEST_OTHER_NODE=/path/to/another/node)');
    return;
  }
  it.each([
    [process.execPath, other],
    [other, process.execPath],
  ])('that %s has made is restored by %s', async (maker, restorer) => {
    using gateway = await aGateway();
    const [file, elsewhere] = [join(gateway.folder, 'a.backup'), join(gateway.folder, 'elsewhere')];
    umec(maker, ['backup', file], gateway.dir);
    umec(restorer, ['restore', file], elsewhere);
    await using store = await openStore({ dir: elsewhere });
    const { points } = await store.history.query({ measurement: 'people', limit: 1000 });
    expect(points).toHaveLength(READINGS - 1);
    expect((await store.state.load('gateway')).get('identity')).toBe(GATEWAY);
    expect((await store.audit.slice(0, 10)).entries.map(({ what }) => what)).toEqual(['started', 'restored']);
  });
});
