import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './build-lab.js';
import type { Lab } from './lab.js';

/** What guest/pins.mjs prints. */
export type SeenOnPins = Readonly<Record<'node' | 'chip' | 'foreign' | 'refused' | 'values' | 'edges', unknown>>;

/** Runs guest/pins.mjs, and drives its input from outside as it asks for by its output. */
export async function seenOnPins(lab: Lab): Promise<SeenOnPins> {
  const program = readFileSync(join(repository, 'test/hardware/guest/pins.mjs'), 'utf8');
  const lines = await lab.outerLines();
  // udev, which the guest has not, would load what the board's description asks for
  const script = `modprobe gpio_keys\ncat > /tmp/pins.mjs <<'END'\n${program}\nEND\nnode /tmp/pins.mjs`;
  const ran = lab.run(script, 180_000);
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
  return JSON.parse(output) as SeenOnPins;
}
