import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ExportNote } from '../../../src/devices/gpio/export-note.js';
import { OnoffChip } from '../../../src/devices/gpio/onoff.js';
import { EventBus } from '../../../src/events/bus.js';
import type { GpioEdge } from '../../../src/gpio/line.js';
import { Lines } from '../../../src/gpio/lines.js';
import type { LineSettings } from '../../../src/gpio/settings.js';
import { Devices } from '../../../src/registry/devices.js';
import { INPUT, OUTPUT } from '../../gpio/settings.js';
import { ManualClock } from '../../manual-clock.js';
import { FakeState } from '../../registry/fake-state.js';
import { FakeSysfs, gpioClass } from './fake-sysfs.js';

const BASE = 571;

async function setUp() {
  const clock = new ManualClock();
  const bus = new EventBus();
  const sysfs = new FakeSysfs('pinctrl-rp1', BASE);
  const note = new ExportNote(join(sysfs.root, 'note.json'));
  const chip = new OnoffChip('board', undefined, { Gpio: gpioClass(sysfs, clock), note, clock, root: sysfs.root });
  const lineOf = (line: number, settings: LineSettings) =>
    ({ lineId: String(line), line, settings, initial: 1, safe: 0, free: false }) as const;
  const lines = await Lines.load({
    chips: [{ chip, lines: [lineOf(2, { ...INPUT, edge: 'BOTH' }), lineOf(4, OUTPUT), lineOf(5, OUTPUT)] }],
    ...{ state: new FakeState(), bus, clock, devices: new Devices(bus, clock), newId: () => 'lease' },
    options: { writesPerSecond: 20, writeBurst: 40 },
    report: () => undefined,
  });
  const edges: GpioEdge[] = [];
  bus.subscribe('edge', (edge) => edges.push(edge));
  const set = (value: 0 | 1) => lines.write(new Map([['4', value]]), { client: 'lights' });
  const states = () => lines.list().map(({ health }) => health.value.state);
  const close = async () => {
    lines[Symbol.dispose]();
    await chip[Symbol.asyncDispose]();
    sysfs[Symbol.dispose]();
  };
  return { clock, sysfs, lines, edges, set, states, [Symbol.asyncDispose]: close };
}

describe('A line that somebody else unexports', () => {
  it('is taken again, and shows its initial value', async () => {
    await using gateway = await setUp();
    const { clock, sysfs, lines, set, states } = gateway;
    await set(0);
    const reasons: (string | undefined)[] = [];
    using _watching = lines.get('4').health.watch(({ reason }) => reasons.push(reason));
    sysfs.unexport(BASE + 4);
    await clock.advance(2_000);
    expect(reasons).toEqual(['chip board has lost it: somebody else has taken it away', undefined]);
    expect([sysfs.levelOf(BASE + 4), lines.get('4').shown, lines.get('4').read()]).toEqual([1, 1, 1]);
    await set(0);
    expect([sysfs.levelOf(BASE + 4), ...states()]).toEqual([0, 'ACTIVE', 'ACTIVE', 'ACTIVE']);
  });

  it('tells its edges again, and goes on counting them', async () => {
    await using gateway = await setUp();
    const { clock, sysfs, edges } = gateway;
    sysfs.pull(BASE + 2, 1);
    await clock.advance(0);
    sysfs.unexport(BASE + 2);
    await clock.advance(2_000);
    sysfs.pull(BASE + 2, 0);
    await clock.advance(0);
    expect(edges.map(({ edge, sequence }) => [edge, sequence])).toEqual([
      ['RISING', 1],
      ['FALLING', 2],
    ]);
  });

  it('is SUSPENDED as long as they have it for themselves, and the others stay as they are', async () => {
    await using gateway = await setUp();
    const { clock, sysfs, lines, set, states } = gateway;
    sysfs.unexport(BASE + 4);
    sysfs.export(BASE + 4);
    await clock.advance(2_000);
    expect(states()).toEqual(['ACTIVE', 'SUSPENDED', 'ACTIVE']);
    expect(lines.get('4').health.value.reason).toBe('board: somebody else holds line 4 (exported in sysfs)');
    await expect(set(0)).rejects.toMatchObject({ code: 'unavailable' });
    sysfs.unexport(BASE + 4);
    await clock.advance(2_000);
    expect(states()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
  });
});
