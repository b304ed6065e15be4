import type { Point } from '../sensors/history.js';
import type { Series } from './series.js';

/** A series on its way into a page: what was fetched of it and not taken yet, and the time at which the next fetch begins. */
export interface Lane {
  readonly series: Series;
  points: Point[];
  from: number;
}

/** A binary heap with the earliest lane on top; every lane in it has a point. */
export class LaneHeap {
  constructor(private readonly lanes: Lane[]) {
    for (let at = lanes.length >> 1; at >= 0; at--) this.sink(at);
  }

  get first(): Lane | undefined {
    return this.lanes[0];
  }

  removeFirst(): void {
    const last = this.lanes.pop();
    if (last && this.lanes.length > 0) {
      this.lanes[0] = last;
      this.sink();
    }
  }

  /** Moves a lane down until nothing below it is earlier. */
  sink(at = 0): void {
    const [lane, child] = [this.lanes[at], this.earlierChild(at)];
    if (!lane || !child) return;
    this.lanes[at] = child.lane;
    this.lanes[child.at] = lane;
    this.sink(child.at);
  }

  /** The earlier of the two below, when it is earlier than the lane itself. */
  private earlierChild(parent: number): { at: number; lane: Lane } | undefined {
    let earliest = this.lanes[parent];
    let at = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      const lane = this.lanes[child];
      if (lane && earliest && isEarlier(lane, earliest)) [earliest, at] = [lane, child];
    }
    return earliest && at !== parent ? { at, lane: earliest } : undefined;
  }
}

function isEarlier(a: Lane, b: Lane): boolean {
  const difference = (a.points[0]?.time ?? Infinity) - (b.points[0]?.time ?? Infinity);
  return difference < 0 || (difference === 0 && a.series.id < b.series.id);
}
