// Runs in the guest, on a chip of gpio-sim: takes three lines, moves them from both sides, and prints what it saw as JSON.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chip } from '/gateway/dist/src/devices/gpio/chip.js';
import { loadLibc } from '/gateway/dist/src/devices/gpio/libc.js';

const DEVICE = '/sys/devices/platform/gpio-sim.0';
const simulated = `${DEVICE}/${readdirSync(DEVICE).find((name) => name.startsWith('gpiochip'))}`;
/** What stands at the other end of the line. */
const pull = (line, to) => writeFileSync(`${simulated}/sim_gpio${line}/pull`, to);
const levels = (...lines) => lines.map((line) => Number(readFileSync(`${simulated}/sim_gpio${line}/value`, 'utf8')));
const refused = (task) => {
  try {
    task();
    return 'nothing was refused';
  } catch (error) {
    return `${error.code}: ${error.message}`;
  }
};

const usual = { direction: 'INPUT', activeLow: false, bias: 'AS_IS', drive: 'PUSH_PULL', edge: 'NONE', debounceUs: 0 };
const output = { ...usual, direction: 'OUTPUT' };
const libc = await loadLibc();
const chip = Chip.open(libc, '/dev/gpiochip0');
const seen = { chip: chip.info, names: chip.lines().map(({ name }) => name) };

const held = chip.request([
  { offset: 3, settings: { ...usual, edge: 'BOTH', bias: 'PULL_UP' } },
  { offset: 5, settings: { ...output, activeLow: true }, value: 1 },
  { offset: 6, settings: output, value: 0 },
]);
seen.nothingYet = held.events();
seen.atFirst = { read: [...held.read()], levels: levels(5, 6) };
const edges = [];
for (const to of ['pull-down', 'pull-up']) {
  pull(3, to);
  const ready = libc.poll([held.fd], 5_000).length;
  edges.push(...held.events().map(({ timestampNs, ...event }) => ({ ...event, ready, isTimed: timestampNs > 0n })));
  // irq_sim keeps one interrupt per line: what follows too soon is lost in it
  await sleep(50);
}
seen.edges = edges;
held.set(new Map([[5, 0], [6, 1]])); // prettier-ignore
seen.afterSet = { read: [...held.read()], levels: levels(5, 6) };
seen.line = chip.lineInfo(3);
held.configure([{ settings: { ...usual, debounceUs: 5_000 } }, { settings: output, value: 1 }, { settings: output, value: 1 }]);
seen.configured = { line: chip.lineInfo(3).settings, levels: levels(5, 6) };
seen.refused = {
  input: refused(() => held.set(new Map([[3, 1]]))),
  held: refused(() => chip.request([{ offset: 5, settings: usual }])),
  line: refused(() => chip.lineInfo(8)),
  chip: refused(() => Chip.open(libc, '/dev/gpiochip9')),
  device: refused(() => Chip.open(libc, '/dev/null')),
};
held[Symbol.dispose]();
seen.letGo = chip.lineInfo(5).isUsed;
process.stdout.write(JSON.stringify(seen));
