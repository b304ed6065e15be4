// Runs in the guest, on the PL061 of its board: takes an input and an output, and prints what it saw as JSON, of node too.
// Whoever stands outside waits for the output to change, and then changes the input.
import { readSync } from 'node:fs';
import { CharacterDevice } from '/gateway/dist/src/devices/gpio/character-device.js';
import { loadLibc } from '/gateway/dist/src/devices/libc.js';
import { LINE_EVENT_SIZE, readLineEvents } from '/gateway/dist/src/devices/gpio/uapi.js';
import { INPUT, OUTPUT } from '/gateway/dist/test/gpio/settings.js';

const SWITCH = 2;
const LAMP = 6;
/** Taken by the kernel itself: the board's power button. */
const FOREIGN = 3;

const libc = await loadLibc('pins');
const chip = CharacterDevice.open(libc, '/dev/gpiochip0');
const { isUsed, consumer } = chip.lineInfo(FOREIGN);
const { arch, version } = process;
const seen = { node: { arch, version }, chip: chip.info, foreign: { isUsed, consumer } };
try {
  chip.request([{ offset: FOREIGN, settings: INPUT }]);
} catch (error) {
  seen.refused = `${error.code}: ${error.message}`;
}

const held = chip.request([
  { offset: SWITCH, settings: { ...INPUT, edge: 'BOTH' } },
  { offset: LAMP, settings: OUTPUT, value: 0 },
]);
const events = () => {
  const bytes = new Uint8Array(4 * LINE_EVENT_SIZE);
  return libc.poll([held.fd], 20_000).flatMap(() => readLineEvents(bytes.subarray(0, readSync(held.fd, bytes))));
};
const values = () => Object.fromEntries([SWITCH, LAMP].map((line) => [line, held.read(line)]));
seen.values = [values()];
seen.edges = [];
for (const value of [1, 0]) {
  held.set(new Map([[LAMP, value]]));
  seen.edges.push(...events().map(({ timestampNs, ...event }) => ({ ...event, isTimed: timestampNs > 0n })));
  seen.values.push(values());
}
process.stdout.write(JSON.stringify(seen));
