import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chipContract } from '../gpio/chip-contract.js';
import { buildLab } from './build-lab.js';
import { COMPILES_EPOLL, epollBinary } from './epoll-binary.js';
import type { Seen } from './gpio/chips.js';
import type { Driver } from './gpio/drivers.js';
import { Lab } from './lab.js';
import { Report } from './report.js';

const CLASSES = { gpiochip: 'Gpiochip', onoff: 'OnoffChip' } as const;

const built = await buildLab();
if ('obstacle' in built) it.todo(`Chips of the kernel keep the GpioChip contract: ${built.obstacle}`);
else describe('In the lab', () => chipsOf(built.folder));

function chipsOf(folder: string): void {
  const drivers: readonly Driver[] = epollBinary() === undefined ? ['gpiochip'] : ['gpiochip', 'onoff'];
  const report = new Report();
  let lab: Lab | undefined;
  let seen: Seen;
  beforeAll(async () => {
    lab = await report.time('until the guest is up', () => Lab.boot(folder));
    const program = `modprobe gpio-sim; exec node /gateway/dist/test/hardware/gpio/chips.js ${drivers.join(' ')}`;
    const { output, exitCode, ms } = await lab.run(program, 150_000);
    if (exitCode !== 0) throw new Error(output);
    seen = JSON.parse(output) as Seen;
    report.add('what is tried on the chips', ms);
    tell(seen, report);
  }, 390_000);
  afterAll(() => lab?.[Symbol.asyncDispose]());

  describe('the character device', () => theDevice(() => seen));
  for (const driver of drivers) {
    describe(`${CLASSES[driver]} keeps the GpioChip contract`, () => {
      it.each(chipContract.map(({ name }) => name))('%s', (name) => {
        expect(seen.contract.find((tried) => tried.driver === driver && tried.name === name)).toEqual({ driver, name });
      });
    });
    describe(`a chip by ${driver}`, () => aChip(driver, () => seen));
  }
  if (drivers.includes('onoff')) bothInterfaces(() => seen);
  else it.todo(`OnoffChip keeps the GpioChip contract: ${COMPILES_EPOLL}`);
}

/** What was seen of a driver. */
function of<T extends { readonly driver: Driver }>(driver: Driver, seen: readonly T[]): T {
  const found = seen.find((one) => one.driver === driver);
  if (!found) throw new Error(`nothing was seen of ${driver}`);
  return found;
}

/** What is no test, for it says more about the emulator than about the gateway. */
function tell({ unplugged, ended, flooded }: Seen, report: Report): void {
  for (const { driver, suspendedAfterMs, activeAfterMs } of unplugged) {
    report.add(`${driver}: a chip was pulled out: until it is SUSPENDED`, suspendedAfterMs);
    report.add(`${driver}: it is back: until it is ACTIVE`, activeAfterMs);
  }
  for (const { driver, way, ms } of ended) report.add(`${driver}: a process ends (${way}): until it has`, ms);
  for (const { driver, blockedMs, told, lineSeqno, grownMB } of flooded)
    report.add(`${driver}: the longest block by a flood (${told} of ${lineSeqno} edges told, ${grownMB} MB more)`, blockedMs);
  report.print();
}

function theDevice(seen: () => Seen): void {
  it('says what it is and what its lines are called', () => {
    expect(seen().facts.label).toBe('facts');
    expect(seen().facts.names).toEqual(['', '', '', 'door', '', 'lamp', '', '']);
  });

  it('shows whose a line is, what it was told, and that it was let go', () => {
    const settings = { direction: 'INPUT', activeLow: false, bias: 'PULL_UP', drive: 'PUSH_PULL', edge: 'BOTH', debounceUs: 0 };
    expect(seen().facts.line).toEqual({ offset: 3, name: 'door', consumer: 'umec', isUsed: true, settings });
    expect(seen().facts.configured).toEqual({ ...settings, bias: 'AS_IS', edge: 'NONE', debounceUs: 5_000 });
    expect(seen().facts.isUsed).toBe(false);
  });

  it('pulls an input as it is asked to', () => {
    expect(seen().facts.pulled).toEqual({ PULL_UP: 1, PULL_DOWN: 0 });
  });

  it('says in words what is not possible', () => {
    expect(seen().facts.refused).toEqual({
      input: 'invalid: DEVICE: not all of the lines 3 are outputs',
      held: 'unavailable: DEVICE: somebody else holds line 5 (umec)',
      line: 'notFound: DEVICE has the lines 0 to 7, and no 8',
      chip: 'unavailable: /dev/gpiochip99: there is no such GPIO chip: umec detect lists those that there are',
      device: 'unavailable: /dev/null: that is no GPIO chip, or of a kernel before 5.10',
    });
  });
}

function aChip(driver: Driver, seen: () => Seen): void {
  it('is SUSPENDED when it is pulled out, though its lines are held, and says why', () => {
    const { kernel, reason, read, take } = of(driver, seen().unplugged);
    expect(kernel).toBe('nothing was refused');
    expect(reason).toMatch(driver === 'onoff' ? /^no chip in \/sys\/class\/gpio is called / : /: the GPIO chip has gone$/);
    for (const words of [read, take]) expect(words).toMatch(/^unavailable: /);
  });

  it('is ACTIVE when it is back, and its lines can be taken again', () => {
    const { level, edges } = of(driver, seen().unplugged);
    expect({ level, edges }).toEqual({ level: 1, edges: ['RISING'] });
  });

  const fate = driver === 'onoff' ? 'stays as it is driven, and is the next gateway’s,' : 'is let go by the kernel';
  it(`has an output that ${fate} when the gateway is killed`, () => {
    const { levels, consumer, stranger, next, letGo } = of(driver, seen().killed);
    expect({ levels, consumer }).toEqual(
      driver === 'onoff' ? { levels: [1, 1], consumer: 'sysfs' } : { levels: [1, 0], consumer: '' },
    );
    if (driver === 'onoff') expect(stranger).toBe('unavailable: lab: somebody else holds line 6 (exported in sysfs)');
    expect({ next, letGo }).toEqual({ next: [0, 1], letGo: ['', ''] });
  });

  it('does not keep a process that ends, whichever way', () => {
    const ended = seen().ended.filter((one) => one.driver === driver);
    const codes = driver === 'onoff' ? [['exit', 3]] : [['dispose', 0], ['exit', 3], ['fail', 1]]; // prettier-ignore
    expect(ended.map(({ way, code }) => [way, code])).toEqual(codes);
    // where nobody wakes what waits for edges, it waits for 10 s
    for (const { way, ms } of ended) expect([way, ms < 5_000]).toEqual([way, true]);
  });

  it('tells of what changes too fast as much as it can, in order, and is well afterwards', () => {
    const { told, lost, lineSeqno, isInOrder } = of(driver, seen().flooded);
    expect(told).toBeGreaterThan(10);
    expect(isInOrder).toBe(true);
    // the old interface does not say how many edges there were
    if (driver === 'gpiochip') expect(told + lost).toBe(lineSeqno);
  });
}

function bothInterfaces(seen: () => Seen): void {
  it('a chip is opened by its character device, and by the old interface where it has none', () => {
    expect(seen().chosen).toEqual({ ofBoth: 'gpiochip is ACTIVE', ofOne: 'onoff is ACTIVE' });
  });

  it('a line is held by one interface at a time, and the other says so', () => {
    expect(seen().excluded).toEqual({
      onoffSecond: ['unavailable: lab: somebody else holds line 6 (through the character device, or the kernel itself)', ''],
      gpiochipSecond: [expect.stringMatching(/^unavailable: \/dev\/gpiochip\d+: somebody else holds line 6 \(sysfs\)$/), 'sysfs'],
      afterwards: 'nothing was refused',
    });
  });
}
