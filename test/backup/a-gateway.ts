import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backup } from '../../src/backup/backup.js';
import type { Json } from '../../src/json.js';
import { PLAN_FILE } from '../../src/registry/plan.js';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../temp-directory.js';
import { appPoints, noon, ruuviPoint } from '../store/points.js';

export const GATEWAY = '11111111-2222-3333-4444-555555555555';
export const READINGS = 40;
/** Bytes that are no text. */
export const PLAN = Buffer.from([0x52, 0x49, 0x46, 0x46, 0xff, 0xfe, 0x00, 0x80]);

/** What a gateway has written into its data directory, `data` in a new folder, before it stopped. */
export async function aGateway(documents: Readonly<Record<string, Json>> = {}) {
  const folder = tempDirectory();
  const dir = join(folder.path, 'data');
  await using store = await openStore({ dir, commitMs: 1 });
  const given = { 'gateway/identity': GATEWAY, ...documents };
  await store.state.commit(
    Object.entries(given).map(([path, body]) => {
      const [collection = '', id = ''] = path.split('/');
      return { collection, id, body };
    }),
  );
  await store.history.append([...appPoints(READINGS - 1), ruuviPoint(noon)]);
  const cursor = store.cursor('influx');
  await cursor.settle({ live: READINGS - 10, behind: [] }, [{ seq: 3, reason: 'not so', point: ruuviPoint(noon) }]);
  await store.audit.append([{ kind: 'EVENT', at: noon, what: 'started' }]);
  writeFileSync(join(dir, PLAN_FILE), PLAN);
  return { dir, folder: folder.path, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** Its backup beside the data. */
export async function aBackup(documents: Readonly<Record<string, Json>> = {}) {
  const gateway = await aGateway(documents);
  const file = join(gateway.folder, 'a.backup');
  await backup({ dir: gateway.dir, file });
  return { ...gateway, file, elsewhere: join(gateway.folder, 'elsewhere') };
}
