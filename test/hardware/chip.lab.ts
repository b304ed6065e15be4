import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildLab, repository } from './build-lab.js';
import { Lab } from './lab.js';

const CHIP = `modprobe gpio-sim
  cd /sys/kernel/config/gpio-sim
  mkdir lab lab/bank0 lab/bank0/line3 lab/bank0/line5
  echo 8 > lab/bank0/num_lines; echo lab-pins > lab/bank0/label
  echo door > lab/bank0/line3/name; echo lamp > lab/bank0/line5/name
  echo 1 > lab/live`;

const built = await buildLab();
if (built === undefined) it.todo('a chip of the kernel is opened: what is missing for the lab stands above');
else describe('A GPIO chip of the kernel', () => chipOf(built));

function chipOf(folder: string): void {
  let lab: Lab | undefined;
  let seen: Record<string, unknown>;
  beforeAll(async () => {
    lab = await Lab.boot(folder);
    const program = readFileSync(join(repository, 'test/hardware/guest/chip.mjs'), 'utf8');
    const { output, exitCode } = await lab.run(`${CHIP}\ncat > /tmp/chip.mjs <<'END'\n${program}\nEND\nnode /tmp/chip.mjs`);
    if (exitCode !== 0) throw new Error(output);
    seen = JSON.parse(output) as Record<string, unknown>;
  }, 120_000);
  afterAll(() => lab?.[Symbol.asyncDispose]());

  it('says what it is and what its lines are called', () => {
    expect(seen.chip).toEqual({ name: 'gpiochip0', label: 'lab-pins', lines: 8 });
    expect(seen.names).toEqual(['', '', '', 'door', '', 'lamp', '', '']);
  });

  it('gives lines that behave as wanted from the first moment, active low too', () => {
    const atFirst = { read: [[3, 1], [5, 1], [6, 0]], levels: [0, 0] }; // prettier-ignore
    expect(seen.atFirst).toEqual(atFirst);
    const afterSet = { read: [[3, 1], [5, 0], [6, 1]], levels: [1, 1] }; // prettier-ignore
    expect(seen.afterSet).toEqual(afterSet);
  });

  it('tells each edge once, in order and with its time', () => {
    expect(seen.nothingYet).toEqual([]);
    expect(seen.edges).toEqual([
      { offset: 3, edge: 'FALLING', lineSeqno: 1, ready: 1, isTimed: true },
      { offset: 3, edge: 'RISING', lineSeqno: 2, ready: 1, isTimed: true },
    ]);
  });

  it('shows whose a line is, and what it was told', () => {
    const settings = { direction: 'INPUT', activeLow: false, bias: 'PULL_UP', drive: 'PUSH_PULL', edge: 'BOTH', debounceUs: 0 };
    expect(seen.line).toEqual({ offset: 3, name: 'door', consumer: 'umec', isUsed: true, settings });
    const line = { ...settings, bias: 'AS_IS', edge: 'NONE', debounceUs: 5_000 };
    expect(seen.configured).toEqual({ line, levels: [1, 1] });
    expect(seen.letGo).toBe(false);
  });

  it('says in words what is not possible', () => {
    expect(seen.refused).toEqual({
      input: 'invalid: /dev/gpiochip0: not all of the lines 3 are outputs',
      held: 'unavailable: /dev/gpiochip0: somebody else holds line 5 (umec)',
      line: 'notFound: /dev/gpiochip0 has the lines 0 to 7, and no 8',
      chip: 'unavailable: /dev/gpiochip9: there is no such GPIO chip: umec detect lists those that there are',
      device: 'unavailable: /dev/null: that is no GPIO chip, or of a kernel before 5.10',
    });
  });
}
