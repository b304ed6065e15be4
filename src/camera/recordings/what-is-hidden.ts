import { createHash } from 'node:crypto';
import type { CameraConfiguration } from '../configurations.js';

type Polygon = NonNullable<CameraConfiguration['regions']>[number];

const known = new WeakMap<CameraConfiguration, readonly string[]>();

/**
 * Names for what a configuration hides: one of each mask, and one of all regions together.
 *
 * @returns the same names whenever the same is hidden, in order
 */
export function whatIsHidden(configuration: CameraConfiguration): readonly string[] {
  let names = known.get(configuration);
  if (!names) known.set(configuration, (names = namesIn(configuration)));
  return names;
}

/** Whether nothing of what is hidden now can be seen in an image in which this was hidden. */
export function hidesAll(hiddenThen: readonly string[], hiddenNow: readonly string[]): boolean {
  return hiddenNow.every((name) => hiddenThen.includes(name));
}

function namesIn({ masks = [], regions = [] }: CameraConfiguration): readonly string[] {
  const names = masks.map(({ polygon, fill }) => nameOf([fill, cornersOf(polygon)]));
  if (regions.length > 0) names.push(nameOf(['regions', ...regions.map(cornersOf).sort()]));
  return [...new Set(names)].sort();
}

function cornersOf(polygon: Polygon): string {
  return polygon.map(({ x, y }) => `${x},${y}`).join(' ');
}

function nameOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
