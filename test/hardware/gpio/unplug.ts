import type { LineEdge } from '../../../src/gpio/gpio-chip.js';
import { INPUT, OUTPUT } from '../../gpio/settings.js';
import { type Driver, openChip, refused, take } from './drivers.js';
import { SimChip } from './sim-chip.js';
import { untilTrue } from './until-true.js';

export interface Unplugged {
  readonly driver: Driver;
  /** What the kernel says to whoever pulls it out. */
  readonly kernel: string;
  readonly suspendedAfterMs: number;
  readonly reason: string;
  readonly read: string;
  readonly take: string;
  readonly activeAfterMs: number;
  /** When it is back and its lines were taken again. */
  readonly level: number;
  readonly edges: readonly LineEdge['edge'][];
}

/** Pulls a chip out while its lines are held, and puts it back. */
export async function unplug(driver: Driver): Promise<Unplugged> {
  using sim = new SimChip(`unplug-${driver}`);
  await using chip = await openChip(driver, sim.label);
  const edges: LineEdge[] = [];
  const requests = [
    { line: 3, settings: { ...INPUT, edge: 'BOTH', debounceUs: driver === 'onoff' ? 20_000 : 0 }, value: 0 },
    { line: 4, settings: { ...INPUT, edge: 'BOTH' }, value: 0 },
    { line: 6, settings: OUTPUT, value: 1 },
  ] as const;
  take(chip, requests, (edge) => edges.push(edge));
  // one is on its way when the chip goes
  sim.pullAtOnce(3, 1);

  const kernel = refused(() => sim.unplug());
  const suspendedAfterMs = await untilTrue('the chip is SUSPENDED', () => chip.health.value.state === 'SUSPENDED');
  const { reason = '' } = chip.health.value;
  const away = {
    read: refused(() => chip.read(6)),
    take: refused(() => take(chip, requests)),
  };
  sim.plugIn();
  const activeAfterMs = await untilTrue('the chip is ACTIVE', () => chip.health.value.state === 'ACTIVE');
  edges.length = 0;
  take(chip, requests, (edge) => edges.push(edge));
  await sim.pull(4, 1);
  await untilTrue('an edge is told', () => edges.length > 0);
  return {
    driver,
    kernel,
    suspendedAfterMs,
    reason,
    ...away,
    activeAfterMs,
    level: sim.levelOf(6),
    edges: edges.map(({ edge }) => edge),
  };
}
