import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSharp } from '../../src/camera/sharp.js';
import { openHistory } from '../../src/store/history-database.js';
import { buildLab, repository } from './build-lab.js';
import { GatewayInLab } from './gateway-in-lab.js';
import { Lab } from './lab.js';
import type { Machine } from './machine.js';
import type { OuterLines } from './outer-lines.js';
import { packagesFor } from './packages-for.js';

/** Ten times what it takes on an idle machine: the emulated board is slow, and shares this machine with another. */
const START_MS = 600_000;

/** The gateway on an emulated board, with the packages that npm has for its processor. */
export async function board(machine: Machine): Promise<void> {
  const built = await buildLab(machine);
  if (built === undefined) {
    it.todo(`the gateway runs on ${machine.name} (needs Debian 12 on x86-64; the lab builds itself there)`);
    return;
  }
  const packages = await packagesFor(machine);
  describe(`On an emulated ${machine.name} board`, () => onBoard(machine, () => Lab.boot(built, machine, packages)));
}

function onBoard(machine: Machine, boot: () => Promise<Lab>): void {
  const say = (what: string, ms: number) => void process.stderr.write(`lab: ${machine.name}: ${what} ${Math.round(ms)} ms\n`);
  let lab: Lab;
  beforeAll(async () => {
    const began = performance.now();
    lab = await boot();
    say('the board was up after', performance.now() - began);
  });
  afterAll(() => lab[Symbol.asyncDispose]());

  it('Node is new enough, and that of the processor', async () => {
    const { output } = await lab.run('node -p "[process.arch, process.version]"');
    const [, arch, major, minor] = /'(\w+)', 'v(\d+)\.(\d+)/.exec(output) ?? [];
    expect(arch).toBe(machine.cpu);
    expect(Number(major) + Number(minor) / 100).toBeGreaterThanOrEqual(20.19);
  });

  describe('a pin of the PL061', () => {
    let seen: Record<string, unknown>;
    beforeAll(async () => {
      using lines = await lab.outerLines();
      seen = await pins(lab, lines);
    });

    it('is of a chip that says what it is', () => {
      expect(seen.chip).toEqual({ name: 'gpiochip0', label: '9030000.pl061', lines: 8 });
    });

    it('is read and written, and each edge is told once', () => {
      expect(seen.values).toEqual([
        { 2: 0, 6: 0 },
        { 2: 1, 6: 1 },
        { 2: 0, 6: 0 },
      ]);
      expect(seen.edges).toEqual([
        { offset: 2, edge: 'RISING', lineSeqno: 1, isTimed: true },
        { offset: 2, edge: 'FALLING', lineSeqno: 2, isTimed: true },
      ]);
    });

    it('is not to be had when the kernel itself holds it', () => {
      expect(seen.foreign).toEqual({ isUsed: true, consumer: 'GPIO Key Poweroff' });
      expect(seen.refused).toBe('unavailable: /dev/gpiochip0: somebody else holds line 3 (GPIO Key Poweroff)');
    });
  });

  describe('the built gateway', () => {
    let gateway: GatewayInLab;
    beforeAll(async () => {
      gateway = await GatewayInLab.start(lab, {}, START_MS);
      say('the gateway answered after', gateway.startedInMs);
    }, START_MS + 60_000);

    it.each([['/healthz'], ['/readyz']])('answers %s', async (path) => {
      const response = await gateway.get(path);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    });

    it('makes a picture as wide as is asked', async () => {
      const response = await gateway.get('/camera/v1/cameras/lens-1/snapshot?width=160');
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      const sharp = await loadSharp();
      expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 160, height: 120 });
    });

    it('has its store open, and gives back what is put there', async () => {
      const subsystems = (await (await gateway.get('/registry/v1/subsystems')).json()) as object[];
      expect(subsystems).toContainEqual(expect.objectContaining({ name: 'store', state: 'ACTIVE' }));
      expect((await gateway.send('POST', '/sensors/v1/readings', [POINT])).status).toBe(204);
      const kept = await gateway.get(`/sensors/v1/readings?measurement=${POINT.measurement}`);
      expect(await kept.json()).toEqual([POINT]);
    });

    it('stops when it is told to, and leaves a history that this machine can read too', async () => {
      const { exitCode, output } = await gateway.stop();
      if (exitCode !== 0) throw new Error(`it ended with ${exitCode}:\n${output}`);
      await lab.run('cp /tmp/data/history.db /lab/');
      using history = openHistory(join(lab.shared, 'history.db'), { maxSeries: 100, maxBytes: 2 ** 30 }, new Set(), true);
      const { points } = history.query({ measurement: POINT.measurement, limit: 10 });
      expect(points).toEqual([{ ...POINT, time: Date.parse(POINT.time) }]);
    });
  });
}

const POINT = {
  measurement: 'people',
  tags: { door: 'north' },
  time: '2026-06-01T12:00:00.000Z',
  fields: { inside: 7, warm: 20.25 },
};

/** What guest/pins.mjs saw, while its lines were driven from outside. */
async function pins(lab: Lab, lines: OuterLines): Promise<Record<string, unknown>> {
  const program = readFileSync(join(repository, 'test/hardware/guest/pins.mjs'), 'utf8');
  // udev, which the guest has not, would load what the board's description asks for
  const ran = lab.run(`modprobe gpio_keys\ncat > /tmp/pins.mjs <<'END'\n${program}\nEND\nnode /tmp/pins.mjs`);
  const follow = async () => {
    for (const level of [1, 0] as const) {
      await lines.shows(6, level);
      await lines.put(2, level);
    }
  };
  // when the program fails nothing is shown any more
  await Promise.race([follow(), ran]);
  const { output, exitCode } = await ran;
  if (exitCode !== 0) throw new Error(output);
  return JSON.parse(output) as Record<string, unknown>;
}
