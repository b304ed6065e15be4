import { writeSync } from 'node:fs';
import { atExit } from '../../src/at-exit.js';
import { systemClock } from '../../src/clock.js';
import { SimulatedChip } from '../../src/devices/simulated/chip.js';
import { EventBus } from '../../src/events/bus.js';
import { Lines } from '../../src/gpio/lines.js';
import { Devices } from '../../src/registry/devices.js';
import { FakeState } from '../registry/fake-state.js';
import { OUTPUT } from './settings.js';

/**
 * A process that holds an output, which shows 1 and is safe at 0, and ends as it is told: in one of these ways. The level of the line at
 * the very end is its output.
 */
const ways: Readonly<Record<string, () => void>> = {
  'process.exit': () => process.exit(3),
  'an error that nobody has caught': () => {
    setImmediate(() => {
      throw new Error('a mistake');
    });
  },
  'a promise that nobody has waited for': () => void Promise.reject(new Error('a mistake')),
  'nothing left to do': () => undefined,
};

const chip = new SimulatedChip('board');
const bus = new EventBus();
const lines = await Lines.load({
  chips: [{ chip, lines: [{ lineId: '22', line: 22, settings: OUTPUT, initial: 0, safe: 0, free: false }] }],
  ...{ state: new FakeState(), bus, clock: systemClock, devices: new Devices(bus, systemClock), newId: () => 'lease' },
  options: { writesPerSecond: 20, writeBurst: 40 },
  report: (message) => process.stderr.write(message),
});
atExit(() => lines.rest());
process.on('exit', () => writeSync(1, `${chip.levelOf(22)}\n`));
await lines.write(new Map([['22', 1]]), { client: 'lights' });
writeSync(1, `${chip.levelOf(22)}\n`);
ways[process.argv[2] ?? '']?.();
