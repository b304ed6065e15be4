import { messageOf } from '../errors.js';
import type { GpioChip } from './gpio-chip.js';
import type { Line } from './line.js';
import type { LineValue } from './settings.js';

/** Sets outputs, those of one chip in the same moment. @throws when one of them cannot be set; all show again what they showed */
export function setOutputs(values: ReadonlyMap<Line, LineValue>): void {
  const tried: GpioChip[] = [];
  try {
    for (const chip of chipsOf(values.keys())) {
      tried.push(chip);
      setOn(chip, values);
    }
  } catch (error) {
    const shown = new Map([...values.keys()].map((line) => [line, line.shown]));
    for (const chip of tried) attempt(() => setOn(chip, shown));
    throw error;
  }
  for (const [line, value] of values) line.show(value);
}

/** Gives outputs their safe values. One that cannot be set keeps none of the others from theirs. */
export function setSafe(lines: readonly Line[], report: (message: string) => void): void {
  for (const chip of chipsOf(lines)) {
    const ofChip = lines.filter((line) => line.chip === chip);
    const together = attempt(() => setOn(chip, safeValues(ofChip)));
    for (const line of ofChip) {
      const failed = together && attempt(() => setOn(chip, safeValues([line])));
      if (failed) report(`gpio: line ${line.lineId} cannot be given its safe value: ${messageOf(failed.error)}`);
      else line.show(line.config.safe);
    }
  }
}

function safeValues(lines: readonly Line[]): ReadonlyMap<Line, LineValue> {
  return new Map(lines.map((line) => [line, line.config.safe]));
}

function chipsOf(lines: Iterable<Line>): ReadonlySet<GpioChip> {
  return new Set([...lines].map(({ chip }) => chip));
}

/** Those of them that are lines of this chip. */
function setOn(chip: GpioChip, values: ReadonlyMap<Line, LineValue>): void {
  const ofChip = [...values].filter(([line]) => line.chip === chip);
  chip.set(new Map(ofChip.map(([{ config }, value]) => [config.line, value])));
}

/** @returns what was thrown */
function attempt(task: () => void): { readonly error: unknown } | undefined {
  try {
    task();
    return undefined;
  } catch (error) {
    return { error };
  }
}
