import { describe, expect, it } from '@jest/globals';
import { SimulatedChip } from '../../src/devices/simulated/chip.js';
import { GatewayError } from '../../src/errors.js';
import { EventBus } from '../../src/events/bus.js';
import type { GpioEdge, LineConfig } from '../../src/gpio/line.js';
import { Lines } from '../../src/gpio/lines.js';
import type { LineSettings } from '../../src/gpio/settings.js';
import { Devices } from '../../src/registry/devices.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';
import { INPUT, OUTPUT } from './settings.js';

const input: LineSettings = { ...INPUT, edge: 'BOTH', debounceUs: 5_000 };
const usual = { initial: 0, safe: 0, free: false } as const;
const door: LineConfig = { ...usual, lineId: '17', name: 'door', line: 17, settings: input };
const lamp: LineConfig = { ...usual, lineId: '22', line: 22, settings: OUTPUT };
const alarm: LineConfig = {
  ...usual,
  lineId: '27',
  line: 'GPIO27',
  settings: { ...OUTPUT, activeLow: true },
  initial: 1,
  safe: 1,
};
const somebody = { client: 'lights' };

interface Setting {
  readonly state?: FakeState;
  readonly configs?: readonly LineConfig[];
  readonly options?: { writesPerSecond: number; writeBurst: number };
  readonly before?: (chip: SimulatedChip) => void;
  /** Lines of another chip. */
  readonly elsewhere?: readonly LineConfig[];
  readonly clock?: ManualClock;
}

async function setUp(setting: Setting = {}) {
  const {
    state = new FakeState(),
    configs = [door, lamp, alarm],
    options,
    before,
    elsewhere,
    clock = new ManualClock(),
  } = setting;
  const bus = new EventBus();
  const [chip, other] = ['board', 'other'].map((chipId) => new SimulatedChip(chipId, { clock, lossRate: 0 })) as [
    SimulatedChip,
    SimulatedChip,
  ];
  chip.pull(17, 0);
  before?.(chip);
  const edges: GpioEdge[] = [];
  const reports: string[] = [];
  bus.subscribe('edge', (edge) => edges.push(edge));
  const devices = new Devices(bus, clock);
  let count = 0;
  const lines = await Lines.load({
    chips: [{ chip, lines: configs }, ...(elsewhere ? [{ chip: other, lines: elsewhere }] : [])],
    ...{ state, bus, clock, devices, newId: () => `lease-${++count}` },
    options: options ?? { writesPerSecond: 20, writeBurst: 40 },
    report: (message) => reports.push(message),
  });
  const levels = () => [22, 27].map((line) => chip.levelOf(line));
  const set = (values: Record<string, 0 | 1>, writer: { client: string; leaseId?: string } = somebody) =>
    lines.write(new Map(Object.entries(values)), writer);
  return { clock, chip, other, lines, edges, devices, state, reports, levels, set };
}

describe('The lines of the gateway', () => {
  it('are those that are configured, and no others', async () => {
    const { lines, devices } = await setUp();
    expect(lines.list().map(({ lineId }) => lineId)).toEqual(['17', '22', '27']);
    expect(() => lines.get('4')).toThrow('there is no line 4');
    expect(devices.list().map(({ deviceId, kind, name, driver }) => [deviceId, kind, name, driver])).toEqual([
      ['chip-board', 'CHIP', undefined, 'simulated'],
      ['line-17', 'LINE', 'door', 'simulated'],
      ['line-22', 'LINE', undefined, 'simulated'],
      ['line-27', 'LINE', undefined, 'simulated'],
    ]);
  });

  it('get their safe values though one of them cannot', async () => {
    const { lines, chip, levels, set, reports } = await setUp();
    await set({ 22: 1, 27: 0 });
    const really = chip.set.bind(chip);
    chip.set = (values) => {
      if (values.has(22)) throw new Error('somebody has unexported it');
      really(values);
    };
    lines.rest();
    expect(levels()).toEqual([1, 0]);
    expect(reports).toEqual(['gpio: line 22 cannot be given its safe value: somebody has unexported it']);
  });

  it('show their initial values at the start, and their safe values when the gateway stops', async () => {
    const { lines, levels, set } = await setUp();
    expect(levels()).toEqual([0, 0]);
    await set({ 22: 1, 27: 0 });
    expect(levels()).toEqual([1, 1]);
    lines[Symbol.dispose]();
    expect(levels()).toEqual([0, 0]);
    await expect(set({ 22: 1 })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are told of edges with what is active then, numbered', async () => {
    const { chip, clock, edges, lines } = await setUp();
    chip.pull(17, 1);
    await clock.advance(30);
    chip.pull(17, 0);
    const common = { lineId: '17', name: 'door' };
    expect(edges).toEqual([
      { ...common, edge: 'RISING', value: 1, time: clock.now() - 30, sequence: 1 },
      { ...common, edge: 'FALLING', value: 0, time: clock.now(), sequence: 2 },
    ]);
    expect(lines.get('17').lastEdge).toEqual(edges[1]);
  });

  it('go on counting their edges when their chip was away, and leave a gap for those that were lost', async () => {
    const { chip, clock, edges, lines } = await setUp();
    chip.pull(17, 1);
    chip.pull(17, 0);
    chip.unplug();
    chip.plugIn();
    await clock.advance(0);
    const line = lines.get('17');
    for (const lineSeqno of [3, 4]) line.edge({ line: 17, edge: 'RISING', time: clock.now(), lineSeqno });
    expect(edges.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(line.lastEdge?.sequence).toBe(6);
  });

  it('tell no more edges of an input that nobody is connected to than somebody can read', async () => {
    const { chip, edges, lines } = await setUp();
    for (let at = 0; at < 3_000; at++) chip.pull(17, at % 2 === 0 ? 1 : 0);
    expect(edges).toHaveLength(1_000);
    expect(lines.counters).toEqual({ writes: 0, edges: 3_000, droppedEdges: 2_000 });
    expect(lines.get('17').lastEdge?.sequence).toBe(3_000);
  });
});

describe('A write', () => {
  it('sets several outputs in the same moment, or none of them', async () => {
    const { levels, set } = await setUp();
    await set({ 22: 1, 27: 0 });
    expect(levels()).toEqual([1, 1]);
    await expect(set({ 22: 0, 17: 1 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/17 is an input/),
    });
    await expect(async () => set({ 22: 0, 4: 1 })).rejects.toMatchObject({ code: 'notFound' });
    expect(levels()).toEqual([1, 1]);
  });

  it('is refused beyond what a line may be set, whoever sets it; another line is none the worse', async () => {
    const { levels, set, clock, lines } = await setUp({ options: { writesPerSecond: 10, writeBurst: 3 } });
    for (const value of [1, 0, 1] as const) await set({ 22: value });
    await expect(set({ 22: 0 }, { client: 'plates' })).rejects.toMatchObject({ code: 'tooManyRequests', retryAfterMs: 100 });
    await set({ 27: 0 });
    expect(levels()).toEqual([1, 1]);
    await clock.advance(100);
    await set({ 22: 0 });
    expect(levels()).toEqual([0, 1]);
    expect(lines.counters.writes).toBe(5);
  });

  it('needs the lease of a line that is leased', async () => {
    const { lines, levels, set } = await setUp();
    const { leaseId } = await lines.lease(['22'], 'lights', 10_000, 'KEEP');
    await expect(set({ 27: 0, 22: 1 }, { client: 'plates' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(lines.configure('22', OUTPUT, () => undefined, { client: 'plates' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(lines.pulse('22', { value: 1, durationMs: 100 }, { client: 'plates' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(lines.stop('22', { client: 'plates' })).rejects.toMatchObject({ code: 'conflict' });
    expect(levels()).toEqual([0, 0]);
    await set({ 22: 1 }, { client: 'lights', leaseId });
    expect(levels()).toEqual([1, 0]);
  });

  it('waits for whoever writes before it, and not for ever', async () => {
    const { lines, state, set, levels } = await setUp();
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const configured = lines.configure('22', { ...OUTPUT, bias: 'PULL_UP' }, () => undefined, somebody);
    const writes = Array.from({ length: 33 }, (_, at) => set({ 22: at % 2 === 0 ? 1 : 0 }));
    await expect(writes.at(-1)).rejects.toMatchObject({ code: 'unavailable' });
    expect(levels()).toEqual([0, 0]);
    letGo();
    await configured;
    await Promise.all(writes.slice(0, -1));
    expect(lines.counters.writes).toBe(33);
  });

  it('leaves nothing set when the chip of one has gone meanwhile', async () => {
    const { lines, levels, set, other } = await setUp({ elsewhere: [{ ...lamp, lineId: 'far', line: 5 }] });
    other.set = () => {
      throw new Error('it has gone');
    };
    const player = await lines.play('27', { steps: [{ value: 0, durationMs: 60_000 }], repeat: 1 }, somebody);
    await expect(set({ 22: 1, 27: 1, far: 1 })).rejects.toThrow('it has gone');
    expect([levels(), player.progress.state]).toEqual([[0, 1], 'RUNNING']);
    await set({ 22: 1 });
    expect(levels()).toEqual([1, 1]);
  });

  it('of the same lines in another order never waits for each other', async () => {
    const { set, levels } = await setUp();
    await Promise.all([set({ 22: 1, 27: 0 }), set({ 27: 1, 22: 0 }), set({ 22: 1, 27: 0 })]);
    expect(levels()).toEqual([1, 1]);
  });
});

describe('A lease that ends', () => {
  it('leaves its outputs as they are, or gives them their safe values', async () => {
    const { lines, levels, set, clock } = await setUp();
    for (const atEnd of ['KEEP', 'SAFE'] as const) {
      const { leaseId } = await lines.lease(['27', '22'], 'lights', 10_000, atEnd);
      await set({ 22: 1, 27: 0 }, { client: 'lights', leaseId });
      await clock.advance(10_000);
      expect([atEnd, levels()]).toEqual([atEnd, atEnd === 'KEEP' ? [1, 1] : [0, 0]]);
    }
  });
});

describe('A pattern of a line', () => {
  it('ends with the lease under which it began', async () => {
    const { lines, clock } = await setUp();
    const { leaseId } = await lines.lease(['22'], 'lights', 1_000, 'KEEP');
    const steps = [{ value: 1, durationMs: 100 }] as const;
    const player = await lines.play('22', { steps, repeat: 100 }, { client: 'lights', leaseId });
    await clock.advance(1_000);
    expect(player.progress.state).toBe('STOPPED');
  });

  it('keeps its line from being leased, for nobody is to fight it', async () => {
    const { lines, clock } = await setUp();
    await lines.pulse('22', { value: 1, durationMs: 100 }, somebody);
    await expect(lines.lease(['22', '27'], 'lights', 1_000, 'KEEP')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/line 22 shows a pattern/),
    });
    await clock.advance(100);
    await lines.lease(['22', '27'], 'lights', 1_000, 'KEEP');
  });

  it('ends with the next write, which shows', async () => {
    const { lines, set, levels, clock } = await setUp();
    const player = await lines.play('22', { steps: [{ value: 1, durationMs: 50 }, { value: 0, durationMs: 50 }], repeat: 9 }, somebody); // prettier-ignore
    await clock.advance(120);
    expect([levels()[0], player.progress.steps]).toEqual([1, 2]);
    await set({ 22: 0 });
    await clock.advance(1_000);
    expect([levels()[0], player.progress.state]).toEqual([0, 'STOPPED']);
  });

  it('is no faster than the line may be set', async () => {
    const { lines } = await setUp();
    await expect(lines.play('22', { steps: [{ value: 1, durationMs: 49 }], repeat: 1 }, somebody)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/49 ms is too short, expected at least 50/),
    });
  });

  it('as a pulse goes back to what was shown before, also when one interrupts another', async () => {
    const { lines, levels, clock } = await setUp();
    await lines.pulse('22', { value: 1, durationMs: 500 }, somebody);
    await clock.advance(100);
    await lines.pulse('22', { value: 1, durationMs: 500 }, somebody);
    await clock.advance(499);
    expect(levels()[0]).toBe(1);
    await clock.advance(1);
    expect(levels()[0]).toBe(0);
  });

  it('as a pulse goes back to what was shown when it began, not when it was asked for', async () => {
    const { lines, levels, state, set, clock } = await setUp();
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const configured = lines.configure('22', { ...OUTPUT, bias: 'PULL_UP' }, () => undefined, somebody);
    const written = set({ 22: 1 });
    const pulsed = lines.pulse('22', { value: 0, durationMs: 500 }, somebody);
    letGo();
    await Promise.all([configured, written, pulsed]);
    expect(levels()[0]).toBe(0);
    await clock.advance(500);
    expect(levels()[0]).toBe(1);
  });

  it('fails with the chip, and an output shows its initial value when the chip is back', async () => {
    const { lines, chip, levels, set, clock } = await setUp();
    await set({ 27: 0 });
    const player = await lines.pulse('22', { value: 1, durationMs: 500 }, somebody);
    chip.unplug();
    expect(player.progress).toMatchObject({ state: 'FAILED', reason: expect.stringMatching(/pulled out/) });
    await expect(set({ 22: 1 })).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(/pulled out/) });
    chip.plugIn();
    await clock.advance(500);
    expect(levels()).toEqual([0, 0]);
  });
});

describe('A line that somebody else holds', () => {
  it('is SUSPENDED with who holds it, and taken as soon as it is free', async () => {
    const { lines, chip, clock, set, levels } = await setUp({ before: (board) => board.takenByOther(22, 'gpioset') });
    const line = lines.get('22');
    expect(line.health.value).toEqual({
      state: 'SUSPENDED',
      reason: expect.stringMatching(/somebody else holds line 22 \(gpioset\)/),
    });
    expect(line.facts()?.consumer).toBe('gpioset');
    await expect(set({ 22: 1 })).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(/gpioset/) });
    expect(() => line.read()).toThrow('gpioset');
    await set({ 27: 0 });
    chip.takenByOther(22, undefined);
    await clock.advance(2_000);
    expect(line.health.value).toEqual({ state: 'ACTIVE' });
    await set({ 22: 1 });
    expect(levels()).toEqual([1, 1]);
  });
});

describe('The configuration of a line', () => {
  const pulled: LineSettings = { ...input, bias: 'PULL_UP', edge: 'FALLING', debounceUs: 0 };
  const always = () => undefined;

  it('is another from then on, also after a restart', async () => {
    const { lines, state, chip, edges, set } = await setUp();
    expect(await lines.configure('17', pulled, always, somebody)).toEqual(pulled);
    chip.pull(17, 1);
    chip.pull(17, 0);
    expect(edges.map(({ edge }) => edge)).toEqual(['FALLING']);
    await set({ 22: 1 });
    const { lines: again } = await setUp({ state });
    expect(again.get('17').settings).toEqual(pulled);
  });

  it('is the owner’s again when the owner has changed it', async () => {
    const { lines, state } = await setUp();
    await lines.configure('17', pulled, always, somebody);
    const changed = { ...door, settings: { ...input, debounceUs: 9_000 } };
    const { lines: again } = await setUp({ state, configs: [changed] });
    expect(again.get('17').settings).toEqual(changed.settings);
  });

  it('is as it was when it cannot be kept, or is not what the caller thinks', async () => {
    const { lines, state } = await setUp();
    state.failing = true;
    await expect(lines.configure('17', pulled, always, somebody)).rejects.toMatchObject({ code: 'unavailable' });
    state.failing = false;
    const stale = () => {
      throw new Error('stale');
    };
    await expect(lines.configure('17', pulled, stale, somebody)).rejects.toThrow('stale');
    expect(lines.get('17').settings).toEqual(input);
    expect(state.documents.size).toBe(0);
  });

  it('is the owner’s again when the line is no longer free, or is another line of the chip', async () => {
    const free = { ...lamp, free: true };
    const { lines, state } = await setUp({ configs: [free] });
    await lines.configure('22', input, always, somebody);
    for (const changed of [lamp, { ...free, line: 23 }]) {
      const { lines: again } = await setUp({ state, configs: [changed] });
      expect(again.get('22').settings).toEqual(OUTPUT);
    }
    expect((await setUp({ state, configs: [free] })).lines.get('22').settings).toEqual(input);
  });

  it('shows what it showed when it cannot be kept, and what is safe when the gateway stops meanwhile', async () => {
    const { lines, levels, state, set } = await setUp({ configs: [{ ...lamp, free: true }, alarm] });
    await set({ 22: 1 });
    state.failing = true;
    await expect(lines.configure('22', input, always, somebody)).rejects.toMatchObject({ code: 'unavailable' });
    expect(levels()[0]).toBe(1);
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const configured = lines.configure('22', input, always, somebody);
    await new Promise((resolve) => setImmediate(resolve));
    lines.rest();
    letGo();
    await expect(configured).rejects.toMatchObject({ code: 'unavailable' });
    expect(levels()[0]).toBe(0);
    state.failing = false;
    await expect(lines.configure('22', input, always, somebody)).rejects.toThrow('the gateway is stopping');
  });

  it('is what it was when it cannot be kept and the chip has gone meanwhile', async () => {
    const { lines, chip, levels, state, clock, reports } = await setUp({ configs: [{ ...lamp, free: true }, alarm] });
    state.failing = true;
    let letGo = () => {};
    state.held = new Promise((resolve) => (letGo = resolve));
    const configured = lines.configure('22', { ...OUTPUT, activeLow: true }, always, somebody);
    await new Promise((resolve) => setImmediate(resolve));
    expect(levels()[0]).toBe(1);
    chip.unplug();
    letGo();
    await expect(configured).rejects.toThrow('the disk is full');
    expect(reports).toEqual([expect.stringMatching(/line 22 cannot be as it was before: .*not held/)]);
    chip.plugIn();
    await clock.advance(0);
    expect([lines.get('22').settings, levels()[0]]).toEqual([OUTPUT, 0]);
  });

  it('leaves the pattern alone that the line shows when the chip refuses it', async () => {
    const { lines, chip } = await setUp();
    const player = await lines.play('22', { steps: [{ value: 1, durationMs: 60_000 }], repeat: 1 }, somebody);
    chip.configure = () => {
      throw new Error('the chip cannot');
    };
    await expect(lines.configure('22', { ...OUTPUT, bias: 'PULL_UP' }, always, somebody)).rejects.toThrow('the chip cannot');
    expect(player.progress.state).toBe('RUNNING');
  });

  it('is recalled before a line is taken, however long that takes', async () => {
    const { lines, state } = await setUp();
    await lines.configure('17', pulled, always, somebody);
    let letGo = () => {};
    state.loading = new Promise((resolve) => (letGo = resolve));
    const clock = new ManualClock();
    const again = setUp({ state, clock });
    await clock.advance(10_000);
    letGo();
    const { chip, edges } = await again;
    chip.pull(17, 1);
    chip.pull(17, 0);
    expect(edges.map(({ edge }) => edge)).toEqual(['FALLING']);
  });

  it('is the owner’s where the chip cannot be what a client has made of it, as another chip could', async () => {
    const { lines, state } = await setUp();
    await lines.configure('17', pulled, always, somebody);
    const { lines: again, reports } = await setUp({ state, before: (chip) => refuseBias(chip) });
    expect(again.get('17').settings).toEqual(input);
    expect(again.get('17').health.value).toEqual({ state: 'ACTIVE' });
    expect(reports).toEqual(['gpio: line 17 cannot be as a client has configured it, so it is as its owner has']);
    const { lines: never } = await setUp({ configs: [{ ...door, settings: pulled }], before: (chip) => refuseBias(chip) });
    expect(never.get('17').health.value).toEqual({ state: 'SUSPENDED', reason: 'this chip cannot pull' });
  });

  function refuseBias(chip: SimulatedChip): void {
    const really = chip.take.bind(chip);
    chip.take = (requests, told) => {
      const refused = requests.filter(({ settings }) => settings.bias !== 'AS_IS');
      const failed = refused.map(({ line }) => [line, new GatewayError('invalid', 'this chip cannot pull')] as const);
      return new Map([
        ...failed,
        ...really(
          requests.filter((request) => !refused.includes(request)),
          told,
        ),
      ]);
    };
  }

  it('leaves what is wired as it is, unless its owner lets it free', async () => {
    const { lines, levels, set } = await setUp();
    for (const wired of [{ direction: 'INPUT' }, { activeLow: true }, { drive: 'OPEN_DRAIN' }] as const)
      await expect(lines.configure('22', { ...OUTPUT, ...wired }, always, somebody)).rejects.toMatchObject({ code: 'forbidden' });
    const free = await setUp({ configs: [{ ...lamp, free: true, initial: 1 }] });
    await free.lines.configure('22', input, always, somebody);
    await expect(free.set({ 22: 1 })).rejects.toMatchObject({ code: 'conflict' });
    await free.lines.configure('22', OUTPUT, always, somebody);
    expect(free.levels()[0]).toBe(1);
    await set({ 22: 1 });
    expect(levels()[0]).toBe(1);
  });

  it('has nothing that no line can be', async () => {
    const { lines } = await setUp();
    await expect(lines.configure('22', { ...OUTPUT, edge: 'BOTH' }, always, somebody)).rejects.toMatchObject({ code: 'invalid' });
    await expect(lines.configure('17', { ...input, drive: 'OPEN_DRAIN' }, always, somebody)).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
