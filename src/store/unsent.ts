/** Rows by their place in the order of arrival: those after `after`, up to and with `upTo`. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

/** What a destination has still to be sent: all rows after `live`, and what was left behind for their sake, oldest first. */
export interface Unsent {
  readonly live: number;
  /** Apart from each other, all before `live`, at most `MAX_BEHIND`. */
  readonly behind: readonly Range[];
}

export const EVERYTHING: Unsent = Object.freeze({ live: 0, behind: [] });
const MAX_BEHIND = 16;

/** Every row up to this one is dealt with. */
export function doneUpTo({ live, behind }: Unsent): number {
  return behind[0]?.after ?? live;
}

/** Whether this row is still to be sent. */
export function isUnsent({ live, behind }: Unsent, seq: number): boolean {
  return seq > live || behind.some(({ after, upTo }) => seq > after && seq <= upTo);
}

/** Leaves the rows up to `at` behind, so that those after it are next. */
export function leaveBehind({ live, behind }: Unsent, at: number): Unsent {
  return { live: at, behind: bounded([...behind, { after: live, upTo: at }]) };
}

/** The rows after `live` are dealt with up to this one. */
export function sentLive({ behind }: Unsent, upTo: number): Unsent {
  return { live: upTo, behind };
}

/** What was left behind is dealt with up to this row. */
export function sentBehind({ live, behind }: Unsent, upTo: number): Unsent {
  const left = behind.map((range) => ({ after: Math.max(range.after, upTo), upTo: range.upTo }));
  return { live, behind: left.filter(({ after, upTo }) => after < upTo) };
}

/** Joins neighbours: those that touch, and those nearest to each other when there are too many; what is between is sent again. */
function bounded(ranges: readonly Range[]): readonly Range[] {
  const gaps = ranges.slice(1).map(({ after }, at) => after - (ranges[at]?.upTo ?? 0));
  const nearest = Math.min(...gaps);
  if (nearest > 0 && ranges.length <= MAX_BEHIND) return ranges;
  const at = gaps.indexOf(nearest);
  const [one, other] = ranges.slice(at, at + 2);
  if (!one || !other) return ranges;
  return bounded([...ranges.slice(0, at), { after: one.after, upTo: other.upTo }, ...ranges.slice(at + 2)]);
}
