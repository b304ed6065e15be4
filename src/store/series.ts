import { GatewayError } from '../errors.js';
import type { Adjustment } from '../sensors/adjustment.js';
import { HOST } from '../registry/owner.js';
import type { InSight } from '../sensors/arrival-log.js';
import { type Point, type PointQuery, TENANT_TAG } from '../sensors/history.js';
import { RUUVI_MEASUREMENT } from '../sensors/ruuvi/reading.js';
import { type Database, textOf } from './sqlite.js';

/** What all points of a series share, and the number that stands for it in the table of readings. */
export interface Series {
  readonly id: number;
  readonly measurement: string;
  readonly tags: Readonly<Record<string, string>>;
  /** How the fields of its points become what is given: readings from before and after a calibration are two series here. */
  readonly adjustment?: Adjustment;
}

/** Of all series one in so many is kept free for tags: an application that invents names never keeps a new tag out. */
const RESERVED_ONE_IN = 5;
/** Of those that applications may have, how many those of one tenant may: it never keeps the others out. */
const TENANT_ONE_IN = 4;

/** Every series there is, in memory as on disk: thousands at most, and each reading asks for one. */
export class SeriesTable {
  private readonly byName = new Map<string, Series>();
  private readonly byId = new Map<number, Series>();
  /** The numbers of those that differ in their adjustment alone, by what they have in common and by the number of each. */
  private readonly byTags = new Map<string, number[]>();
  private readonly kin = new Map<number, readonly number[]>();
  /** How many of them are not of tags, by whose they are. */
  private readonly applications = new Map<string, number>();
  private readonly maxApplications: number;
  private readonly maxOfTenant: number;

  constructor(
    private readonly database: Database,
    private readonly max: number,
  ) {
    this.maxApplications = max - Math.floor(max / RESERVED_ONE_IN);
    this.maxOfTenant = Math.ceil(this.maxApplications / TENANT_ONE_IN);
    database.exec(`CREATE TABLE IF NOT EXISTS series (${COLUMNS})`);
    this.addAdjustment();
    this.reload();
  }

  /** Reads the table anew, after a transaction that opened series was rolled back. */
  reload(): void {
    this.byName.clear();
    this.byId.clear();
    this.byTags.clear();
    this.kin.clear();
    this.applications.clear();
    for (const row of this.database.prepare('SELECT id, measurement, tags, adjustment FROM series ORDER BY id').all()) {
      this.keep(Number(row.id), textOf(row.measurement), textOf(row.tags), textOf(row.adjustment));
    }
  }

  get(id: number): Series {
    const series = this.byId.get(id);
    if (!series) throw new Error(`history.db: a reading of a series that is not there (${id})`);
    return series;
  }

  /** Those that are one series to whoever reads them elsewhere: of the same measurement and tags, the one itself among them. */
  alike({ id }: Series): readonly number[] {
    return this.kin.get(id) ?? [];
  }

  /** A file of before knows no calibration; SQLite cannot change what has to be unique, so the table is made anew. */
  private addAdjustment(): void {
    const columns = this.database.prepare('PRAGMA table_info(series)').all();
    if (columns.some(({ name }) => name === 'adjustment')) return;
    this.database.transaction(() =>
      this.database.exec(`
        CREATE TABLE adjusted_series (${COLUMNS});
        INSERT INTO adjusted_series (id, measurement, tags) SELECT id, measurement, tags FROM series;
        DROP TABLE series;
        ALTER TABLE adjusted_series RENAME TO series`),
    );
  }

  /** Those that a query wants, in order of their numbers. */
  matching({ measurement, tags = {}, oneOf = {}, tenant }: Omit<PointQuery, 'limit'>): readonly Series[] {
    const wanted = Object.entries(tags);
    const choices = Object.entries(oneOf).map(([name, values]) => [name, new Set<string | undefined>(values)] as const);
    return [...this.byId.values()].filter(
      (series) =>
        series.measurement === measurement &&
        (tenant === undefined || tenantOf(series) === tenant) &&
        wanted.every(([name, value]) => series.tags[name] === value) &&
        choices.every(([name, values]) => values.has(series.tags[name])),
    );
  }

  /**
   * Those of applications in the order in which they were first added to.
   *
   * @param after the number of the last one that is not wanted any more
   */
  ofApplications({ tenant, after }: { readonly tenant?: string | undefined; readonly after: number }): readonly Series[] {
    const isWanted = (one: Series) => one.id > after && isApplication(one) && (tenant === undefined || tenantOf(one) === tenant);
    return [...this.byId.values()].filter(isWanted);
  }

  /** The numbers of those that somebody wants and may see; undefined when they are all. */
  inSight({ measurement, macs, tenant }: InSight): readonly number[] | undefined {
    if (measurement === undefined && macs === undefined && tenant === undefined) return undefined;
    const shown = macs && new Set<string | undefined>(macs);
    const isShown = (series: Series) =>
      isApplication(series) ? tenant === undefined || tenantOf(series) === tenant : !shown || shown.has(series.tags.mac);
    const wanted = [...this.byId.values()].filter((one) => measurement === undefined || one.measurement === measurement);
    return wanted.filter(isShown).map(({ id }) => id);
  }

  /**
   * The series of each point; those not there yet are opened.
   *
   * @throws GatewayError `invalid`, before anything is changed, when that would be more than the bound
   */
  intern(points: readonly Point[]): readonly { readonly series: Series; readonly point: Point }[] {
    const named = points.map((point) => ({
      point,
      name: key(point.measurement, canonicalTags(point.tags), adjustmentText(point.adjustment)),
    }));
    const opened = new Map(named.filter(({ name }) => !this.byName.has(name)).map(({ name, point }) => [name, point]));
    this.checkRoom([...opened.values()]);
    return named.map(({ point, name }) => ({ point, series: this.byName.get(name) ?? this.open(point) }));
  }

  /** Forgets series that have no reading left, nor what was made of one, so that the bound counts what is kept. */
  dropEmpty(): void {
    const empty = this.database.prepare(
      `DELETE FROM series WHERE NOT EXISTS (SELECT 1 FROM readings WHERE readings.series = series.id)
        AND NOT EXISTS (SELECT 1 FROM rollups WHERE rollups.series = series.id)`,
    );
    if (empty.run() > 0) this.reload();
  }

  /** @param opened one point of each series that is not there yet */
  private checkRoom(opened: readonly Point[]): void {
    const { max, maxApplications, maxOfTenant, byId } = this;
    const added = new Map<string, number>();
    for (const point of opened.filter(isApplication)) count(added, tenantOf(point));
    const full = opened.length > 0 && byId.size + opened.length > max;
    const share = added.size > 0 && sumOf(this.applications) + sumOf(added) > maxApplications;
    const tooMany = [...added].some(
      ([tenant, more]) => tenant !== HOST && (this.applications.get(tenant) ?? 0) + more > maxOfTenant,
    );
    if (!full && !share && !tooMany) return;
    // how many there are is nobody's to know who has made only some of them
    const bound = `at most ${max} may be, of which applications may have ${maxApplications}, and those of one tenant ${maxOfTenant}`;
    throw new GatewayError('invalid', `no room for ${opened.length} new series: ${bound}`);
  }

  private open({ measurement, tags, adjustment }: Point): Series {
    const [canonical, adjusted] = [canonicalTags(tags), adjustmentText(adjustment)];
    const insert = this.database.prepare('INSERT INTO series (measurement, tags, adjustment) VALUES (?, ?, ?) RETURNING id');
    return this.keep(Number(insert.get(measurement, canonical, adjusted)?.id), measurement, canonical, adjusted);
  }

  private keep(id: number, measurement: string, tags: string, adjusted: string): Series {
    const adjustment = adjusted === NONE ? {} : { adjustment: JSON.parse(adjusted) as Adjustment };
    const series = { id, measurement, tags: JSON.parse(tags) as Record<string, string>, ...adjustment };
    this.byName.set(key(measurement, tags, adjusted), series);
    this.byId.set(id, series);
    const name = key(measurement, tags, NONE);
    const alike = this.byTags.get(name) ?? [];
    alike.push(id);
    this.byTags.set(name, alike);
    this.kin.set(id, alike);
    if (isApplication(series)) count(this.applications, tenantOf(series));
    return series;
  }
}

/** Of no adjustment. */
const NONE = '';

const COLUMNS = `id INTEGER PRIMARY KEY AUTOINCREMENT, measurement TEXT NOT NULL, tags TEXT NOT NULL,
  adjustment TEXT NOT NULL DEFAULT '${NONE}', UNIQUE (measurement, tags, adjustment)`;

type Named = Pick<Point, 'measurement' | 'tags'>;

const isApplication = ({ measurement }: Named): boolean => measurement !== RUUVI_MEASUREMENT;

const tenantOf = ({ tags }: Named): string => tags[TENANT_TAG] ?? HOST;

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

/** The same tags in any order are the same text. */
function canonicalTags(tags: Readonly<Record<string, string>>): string {
  const names = Object.keys(tags).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, tags[name]])));
}

/** The same adjustment is the same text: fields stand in the order in which they can be adjusted. */
function adjustmentText(adjustment: Adjustment | undefined): string {
  return adjustment ? JSON.stringify(adjustment) : NONE;
}

/** A measurement holds no control character, so this is no two series' key. */
const key = (measurement: string, tags: string, adjusted: string): string => `${measurement}\0${tags}\0${adjusted}`;
