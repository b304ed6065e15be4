/**
 * What `--import` brings into a gateway that runs by itself: it tells on stderr what is set on the simulated chip, before that is done with,
 * and it fails at SIGUSR2 as nobody has foreseen.
 */
import { writeSync } from 'node:fs';
import { SimulatedChip } from '../src/devices/simulated/chip.js';

const set = Reflect.get<SimulatedChip, 'set'>(SimulatedChip.prototype, 'set');
SimulatedChip.prototype.set = function (this: SimulatedChip, values) {
  set.call(this, values);
  writeSync(2, `set ${JSON.stringify(Object.fromEntries(values))}\n`);
};

process.once('SIGUSR2', () =>
  setImmediate(() => {
    throw new Error('on purpose');
  }),
);
