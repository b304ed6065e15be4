import { HOST } from '../src/registry/owner.js';
import {
  type History,
  type Point,
  type PointPage,
  type PointQuery,
  type StatisticsPage,
  TENANT_TAG,
} from '../src/sensors/history.js';

/** A history that forgets when the process ends, and fails when a test says so. */
export class MemoryHistory implements History {
  readonly points: Point[] = [];
  /** What the next appends fail with. */
  broken: Error | undefined;

  async append(points: readonly Point[]): Promise<void> {
    if (this.broken) throw this.broken;
    this.points.push(...points);
  }

  async query({ measurement, tags = {}, tenant, limit }: PointQuery): Promise<PointPage> {
    const fits = (point: Point) =>
      Object.entries(tags).every(([name, value]) => point.tags[name] === value) &&
      (tenant === undefined || (point.tags[TENANT_TAG] ?? HOST) === tenant);
    return { points: this.points.filter((point) => point.measurement === measurement && fits(point)).slice(0, limit) };
  }

  async statistics(): Promise<StatisticsPage> {
    return { buckets: [] };
  }

  async newestOfEach(): Promise<PointPage> {
    return { points: [] };
  }

  async latest(measurement: string, before = Infinity): Promise<readonly Point[]> {
    const newest = new Map<string, Point>();
    const rank = ({ time }: Point) => (time < before ? time : -time);
    for (const point of this.points.filter((point) => point.measurement === measurement)) {
      const series = JSON.stringify(Object.entries(point.tags).sort());
      const known = newest.get(series);
      if (!known || rank(known) < rank(point)) newest.set(series, point);
    }
    return [...newest.values()];
  }
}
