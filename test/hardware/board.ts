import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSharp } from '../../src/camera/sharp.js';
import { openHistory } from '../../src/store/history-database.js';
import { buildLab } from './build-lab.js';
import { GatewayInLab } from './gateway-in-lab.js';
import { Lab } from './lab.js';
import type { Machine } from './machine.js';
import { packagesFor } from './packages-for.js';
import { type SeenOnPins, seenOnPins } from './seen-on-pins.js';
import { untilSeen } from './until-seen.js';

/** Ten times what it takes on an idle machine: the emulated board is slow, and shares this machine with another. */
const START_MS = 600_000;

const POINT = {
  measurement: 'people',
  tags: { door: 'north' },
  time: '2026-06-01T12:00:00.000Z',
  fields: { inside: 7, warm: 20.25 },
};

/** A switch, a lamp, and a line that the kernel itself holds. */
const CHIPS = {
  board: {
    driver: 'gpiochip',
    label: '9030000.pl061',
    lines: { 2: { direction: 'INPUT', edge: 'BOTH' }, 3: { direction: 'INPUT' }, 6: { direction: 'OUTPUT' } },
  },
};
const DEVICES = { radios: { town: { driver: 'simulated' } }, cameras: { 'lens-1': { driver: 'simulated' } }, chips: CHIPS };

/** The gateway on an emulated board, with the packages that npm has for its processor. */
export async function board(machine: Machine): Promise<void> {
  const built = await buildLab(machine);
  if ('obstacle' in built) {
    it.todo(`the gateway runs on ${machine.name}: ${built.obstacle}`);
    return;
  }
  const packages = await packagesFor(machine, dirname(built.folder));
  describe(`On an emulated ${machine.name} board`, () =>
    onBoard(machine, () => Lab.boot(built.folder, machine, packages, START_MS)));
}

function onBoard(machine: Machine, boot: () => Promise<Lab>): void {
  const say = (what: string, ms: number) => void process.stderr.write(`lab: ${machine.name}: ${what} ${Math.round(ms)} ms\n`);
  let lab: Lab;
  let booted: Lab | undefined;
  let seen: SeenOnPins;
  beforeAll(async () => {
    const began = performance.now();
    booted = lab = await boot();
    say('the board was up after', performance.now() - began);
    seen = await seenOnPins(lab);
  }, 2 * START_MS);
  afterAll(() => booted?.[Symbol.asyncDispose]());

  it('Node is new enough, and that of the processor', () => {
    expect(seen.node).toEqual({ arch: machine.cpu, version: expect.stringMatching(/^v(20\.(19|[2-9]\d)|2[2-9])\./) });
  });

  describe('a pin of the PL061', () => {
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
      gateway = await GatewayInLab.start(lab, { devices: DEVICES }, START_MS);
      say('the gateway answered after', gateway.startedInMs);
    }, START_MS + 60_000);

    it.each([['/healthz'], ['/readyz']])('answers %s', async (path) => {
      const response = await gateway.get(path);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    });

    it('reads a pin and sets one', async () => {
      const outer = await lab.outerLines();
      const json = async (path: string) => (await gateway.get(`/gpio/v1${path}`)).json();
      expect(await json('/values')).toEqual({ 2: 0, 6: 0 });
      const set = await gateway.send('PUT', '/gpio/v1/lines/6/value', { value: 1 });
      expect(await set.json()).toEqual({ value: 1 });
      await outer.shows(6, 1);
      await outer.put(2, 1);
      await untilSeen(async () => 'lastEdge' in ((await json('/lines/2')) as object));
      const lastEdge = { edge: 'RISING', sequence: 1, timestampNs: expect.any(String) };
      expect(await json('/lines/2')).toMatchObject({ value: 1, driver: 'gpiochip', lastEdge });
      expect(await json('/lines/3')).toMatchObject({ state: 'SUSPENDED', consumer: 'GPIO Key Poweroff' });
    });

    it('makes a picture as wide as is asked', async () => {
      const path = '/camera/v1/cameras/lens-1/snapshot?width=160';
      // the first picture of an emulated processor that has little of ours can take longer than anybody waits for one
      await untilSeen(async () => (await gateway.get(path)).ok);
      const response = await gateway.get(path);
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

    it('stops when it is told to, puts its output to rest, and leaves a history that this machine can read too', async () => {
      const { exitCode, output } = await gateway.stop();
      if (exitCode !== 0) throw new Error(`it ended with ${exitCode}:\n${output}`);
      // what was switched on is off
      await (await lab.outerLines()).shows(6, 0);
      await lab.run('cp /tmp/data/history.db /lab/');
      using history = openHistory(join(lab.shared, 'history.db'), { maxSeries: 100, maxBytes: 2 ** 30 }, new Set(), true);
      const { points } = history.query({ measurement: POINT.measurement, limit: 10 });
      expect(points).toEqual([{ ...POINT, time: Date.parse(POINT.time) }]);
    });
  });
}
