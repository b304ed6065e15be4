/**
 * How long a backup takes, and how long the store waits for it: node dist/bench/backup.js [MB of history]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backupServices } from '../src/control/backup-services.js';
import { Door } from '../src/control/door.js';
import { openDatabase, textOf } from '../src/store/sqlite.js';
import { openStore } from '../src/store/store.js';
import { ruuviPoint } from '../test/store/points.js';

const MB = 1_000_000;
const TAGS = 50;
const PER_SECOND = 500;
const wanted = Number(process.argv[2] ?? 500) * MB;
const UMEC = fileURLToPath(new URL('../src/umec.js', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'umec-bench-'));
const data = join(dir, 'data');
const macOf = (tag: number) => `CBB8334C88${tag.toString(16).padStart(2, '0').toUpperCase()}`;

async function fill(): Promise<void> {
  await using store = await openStore({ dir: data });
  await store.state.commit([{ collection: 'gateway', id: 'identity', body: 'bench' }]);
  await store.history.append(Array.from({ length: TAGS }, (_, tag) => ruuviPoint(0, macOf(tag))));
}

/** Rows as the store writes them, many times faster. */
function multiply(): void {
  const history = openDatabase(join(data, 'history.db'));
  const columns = history
    .prepare('PRAGMA table_info(readings)')
    .all()
    .map(({ name }) => textOf(name))
    .filter((name) => name !== 'seq' && name !== 'time')
    .join(', ');
  for (let rows = TAGS; statSync(join(data, 'history.db')).size < wanted; rows += rows) {
    history.exec(`INSERT INTO readings (time, ${columns}) SELECT time + ${(rows / TAGS) * 1000}, ${columns} FROM readings`);
    history.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
  history.exec(`INSERT OR REPLACE INTO rolled_up SELECT 1, max(seq) FROM readings`);
  history.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  history.close();
}

/** How long answered writes and reads took, ms, the longest first. */
class Waits {
  readonly ms: number[] = [];
  async of(work: Promise<unknown>): Promise<void> {
    const began = performance.now();
    await work;
    this.ms.push(performance.now() - began);
  }
  toString(): string {
    const sorted = this.ms.sort((a, b) => b - a);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1);
    return `longest ${at(0)} ms, p99 ${at(0.01)} ms, median ${at(0.5)} ms of ${sorted.length}`;
  }
}

async function measure(): Promise<void> {
  await using store = await openStore({ dir: data });
  await using _door = await Door.open(data, backupServices(store, { flush: () => Promise.resolve() }));
  let at = Date.now();
  let number = 0;
  let waits = { commits: new Waits(), reads: new Waits() };
  const readings = setInterval(() => {
    const points = Array.from({ length: PER_SECOND / 20 }, (_, n) => ruuviPoint(++at, macOf(n % TAGS)));
    void store.history.append(points);
  }, 50);
  const commits = setInterval(() => {
    const { commits, reads } = waits;
    void commits.of(store.state.commit([{ collection: 'bench', id: String(++number % 100), body: number }]));
    void reads.of(store.history.query({ measurement: 'ruuvi_measurements', tags: { mac: macOf(number % TAGS) }, limit: 10 }));
  }, 20);
  const said = (what: string) => {
    process.stdout.write(`${what}: writes ${String(waits.commits)}; reads ${String(waits.reads)}\n`);
    waits = { commits: new Waits(), reads: new Waits() };
  };
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  said('before');
  const began = performance.now();
  const child = spawn(process.execPath, [UMEC, 'backup', join(dir, 'a.backup')], {
    stdio: 'inherit',
    env: { ...process.env, UMEC_DATA_DIR: data },
  });
  let log = 0;
  const watching = setInterval(() => (log = Math.max(log, statSync(join(data, 'history.db-wal')).size)), 200);
  await once(child, 'exit');
  clearInterval(watching);
  const seconds = (performance.now() - began) / 1000;
  said(`during the backup (${seconds.toFixed(1)} s, log up to ${(log / MB).toFixed(1)} MB)`);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  said('after');
  clearInterval(readings);
  clearInterval(commits);
}

try {
  await fill();
  multiply();
  process.stdout.write(`${process.version}, history.db ${(statSync(join(data, 'history.db')).size / MB).toFixed(0)} MB\n`);
  await measure();
  const began = performance.now();
  const child = spawn(process.execPath, [UMEC, 'restore', join(dir, 'a.backup')], {
    stdio: 'inherit',
    env: { ...process.env, UMEC_DATA_DIR: join(dir, 'restored') },
  });
  await once(child, 'exit');
  process.stdout.write(`restored in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
} finally {
  rmSync(dir, { recursive: true });
}
