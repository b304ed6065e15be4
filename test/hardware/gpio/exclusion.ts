import { OUTPUT } from '../../gpio/settings.js';
import { openChip, refused, take } from './drivers.js';
import { SimChip } from './sim-chip.js';

export interface Excluded {
  /** What is said to who comes second, and who it says holds the line. */
  readonly onoffSecond: readonly [words: string, consumer: string];
  readonly gpiochipSecond: readonly [words: string, consumer: string];
  /** When the first one has let it go. */
  readonly afterwards: string;
}

/** Lets both interfaces of the kernel want the same line. */
export async function exclude(): Promise<Excluded> {
  using sim = new SimChip('exclusion');
  const request = { line: 6, settings: OUTPUT, value: 1 } as const;
  await using onoff = await openChip('onoff', sim.label);
  const gpiochip = await openChip('gpiochip', sim.label);
  take(gpiochip, [request]);
  const onoffSecond = [refused(() => take(onoff, [request])), onoff.facts(6).consumer] as const;
  await gpiochip[Symbol.asyncDispose]();
  take(onoff, [request]);
  await using again = await openChip('gpiochip', sim.label);
  const gpiochipSecond = [refused(() => take(again, [request])), again.facts(6).consumer] as const;
  await onoff[Symbol.asyncDispose]();
  return { onoffSecond, gpiochipSecond, afterwards: refused(() => take(again, [request])) };
}
