import type { Recording } from './recording.js';

/**
 * Which recording gives way when there is no room: the oldest of the tenant that has the most, so that nobody pushes out what others
 * keep. What nobody in particular asked for counts as one tenant's.
 *
 * @param all in the order in which they were begun
 * @param sizeOf what there is too much of
 * @param mayGo whether it may be taken away now
 */
export function givesWay(
  all: Iterable<Recording>,
  sizeOf: (recording: Recording) => number,
  mayGo: (recording: Recording) => boolean,
): Recording | undefined {
  const sizes = new Map<string | undefined, number>();
  const oldest = new Map<string | undefined, Recording>();
  for (const recording of all) {
    const whose = recording.owner?.tenant;
    sizes.set(whose, (sizes.get(whose) ?? 0) + sizeOf(recording));
    if (!oldest.has(whose) && mayGo(recording)) oldest.set(whose, recording);
  }
  const most = [...oldest.keys()].sort((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0))[0];
  return oldest.get(most);
}
