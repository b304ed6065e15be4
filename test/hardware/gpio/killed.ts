import { once } from 'node:events';
import { startChild } from './child.js';
import { OUTPUT } from '../../gpio/settings.js';
import { type Driver, openChip, refused, take } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Killed {
  readonly driver: Driver;
  /** At the output, which nobody else pulls up: while it is driven to 1, and when the process was killed. */
  readonly levels: readonly number[];
  /** Who holds it then. */
  readonly consumer: string;
  /** What is said to another gateway, which never had it. */
  readonly stranger: string;
  /** At both lines, which the next one takes as outputs, and drives to 0 and 1. */
  readonly next: readonly number[];
  /** Who holds them when that one has let them go. */
  readonly letGo: readonly string[];
}

/** Kills a process that drives an output, and goes on with its lines. */
export async function kill(driver: Driver): Promise<Killed> {
  using sim = new SimChip(`killed-${driver}`);
  const driven = await killHolder(driver, sim);
  const levels = [driven, sim.levelOf(6)];
  const output = (line: number, value: 0 | 1) => ({ line, settings: OUTPUT, value });
  await using stranger = await openChip(driver, sim.label, '/tmp/of-a-stranger.json');
  const consumer = stranger.facts(6).consumer;
  const said = driver === 'onoff' ? refused(() => take(stranger, [output(6, 0)])) : '';
  const next = await openChip(driver, sim.label);
  take(next, [output(4, 1), output(6, 0)]);
  const taken = [sim.levelOf(6), sim.levelOf(4)];
  await next[Symbol.asyncDispose]();
  return {
    driver,
    levels,
    consumer,
    stranger: said,
    next: taken,
    letGo: [4, 6].map((line) => stranger.facts(line).consumer),
  };
}

/** @returns what was driven before */
async function killHolder(driver: Driver, sim: SimChip): Promise<number> {
  const holder = startChild('hold', driver, sim.label);
  await once(holder.stdout, 'data');
  const driven = sim.levelOf(6);
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  return driven;
}
