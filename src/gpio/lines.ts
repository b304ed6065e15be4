import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import type { Json } from '../json.js';
import { deviceIdOf, type Devices } from '../registry/devices.js';
import { active, suspended } from '../registry/health.js';
import type { State } from '../registry/state.js';
import { TokenBuckets } from '../token-buckets.js';
import type { GpioChip, LineEdge } from './gpio-chip.js';
import { type Lease, Leases, type Writer } from './leases.js';
import { Line, type LineConfig } from './line.js';
import { type Pattern, Player } from './pattern.js';
import { type LineSettings, type LineValue, requirePossible, sameSettings } from './settings.js';

const COLLECTION = 'gpio-lines';
/** How often it is tried to have what others hold. */
const TAKE_MS = 2_000;
/** Of one line, what is told of: an input that nothing is connected to can change a million times a second. */
const EDGES = { perSecond: 100, burst: 1_000 };

/** Which lines of which chip the gateway is to have: no others are there. */
export interface ChipOfLines {
  readonly chip: GpioChip;
  readonly lines: readonly LineConfig[];
}

export interface LineOptions {
  /** What one line is set at the most, whoever does it; a pattern's steps are no shorter than that allows. */
  readonly writesPerSecond: number;
  readonly writeBurst: number;
}

export interface LinesParts {
  readonly chips: readonly ChipOfLines[];
  readonly state: State;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly devices: Devices;
  readonly newId: () => string;
  readonly options: LineOptions;
  readonly report: (message: string) => void;
}

/** All only ever grow. */
export interface LinesCounters {
  readonly writes: number;
  readonly edges: number;
  /** Edges that nobody was told of, since their line changed too often. */
  readonly droppedEdges: number;
}

/** What is kept of a line that a client has configured; it counts as long as the owner's own configuration is what it was then. */
interface Configured {
  readonly owners: LineSettings;
  readonly settings: LineSettings;
}

/** The lines of this gateway: who may write, what they show, and what happens to them. */
export class Lines implements Disposable {
  readonly leases: Leases;
  private readonly all: ReadonlyMap<string, Line>;
  private readonly writes: TokenBuckets;
  private readonly edges: TokenBuckets;
  private readonly counts = { writes: 0, edges: 0, droppedEdges: 0 };
  private readonly watching: readonly Disposable[];
  private isResting = false;

  private constructor(private readonly parts: LinesParts) {
    const { chips, clock, options, newId } = parts;
    this.all = new Map(chips.flatMap(({ chip, lines }) => lines.map((config) => [config.lineId, new Line(config, chip)])));
    const keys = 2 * this.all.size;
    this.writes = new TokenBuckets({ perSecond: options.writesPerSecond, burst: options.writeBurst, keys }, clock);
    this.edges = new TokenBuckets({ ...EDGES, keys }, clock);
    this.leases = new Leases(clock, newId, (lease) => this.leaseEnded(lease));
    this.watching = [
      ...chips.map(({ chip }) => chip.health.watch(() => this.take(chip))),
      clock.every(TAKE_MS, () => chips.forEach(({ chip }) => this.take(chip))),
    ];
  }

  /** Takes the lines: outputs show their initial values when this resolves, as far as they can be had. */
  static async load(parts: LinesParts): Promise<Lines> {
    const lines = new Lines(parts);
    const kept = (await parts.state.load(COLLECTION)) as unknown as ReadonlyMap<string, Configured>;
    for (const [lineId, { owners, settings }] of kept) {
      const line = lines.all.get(lineId);
      if (line && sameSettings(owners, line.config.settings)) line.recall(settings);
    }
    for (const { chip } of parts.chips) lines.take(chip);
    for (const { chipId, driver, health } of parts.chips.map(({ chip }) => chip))
      parts.devices.add({ deviceId: deviceIdOf('CHIP', chipId), kind: 'CHIP', driver, health });
    for (const { lineId, config, chip, health } of lines.all.values())
      parts.devices.add({
        deviceId: deviceIdOf('LINE', lineId),
        kind: 'LINE',
        ...(config.name === undefined ? {} : { name: config.name }),
        driver: chip.driver,
        health,
      });
    return lines;
  }

  get counters(): LinesCounters {
    return this.counts;
  }

  /** In the order of the configuration. */
  list(): readonly Line[] {
    return [...this.all.values()];
  }

  /** @throws GatewayError `notFound` */
  get(lineId: string): Line {
    const line = this.all.get(lineId);
    if (!line) throw new GatewayError('notFound', `there is no line ${lineId}`);
    return line;
  }

  /**
   * Sets several outputs, those of one chip in the same moment. What they showed by a pattern ends.
   *
   * @throws GatewayError `notFound`, `conflict` for an input or a line that another leases, `preconditionFailed` for a lease that has ended,
   *   `tooManyRequests`, `unavailable`; nothing is set then
   */
  write(values: ReadonlyMap<string, LineValue>, writer: Writer): Promise<void> {
    const lines = [...values.keys()].map((lineId) => this.get(lineId));
    return this.withAll(lines, () => {
      this.admit(lines, writer);
      setAll(new Map([...values].map(([lineId, value]) => [this.get(lineId), value])));
    });
  }

  /**
   * Begins to show a pattern.
   *
   * @throws GatewayError as `write`, and `invalid` when a step is shorter than the line may be set
   */
  async play(lineId: string, pattern: Pattern, writer: Writer): Promise<Player> {
    const line = this.get(lineId);
    const leastMs = 1_000 / this.parts.options.writesPerSecond;
    const short = pattern.steps.find(({ durationMs }) => durationMs < leastMs);
    if (short)
      throw new GatewayError('invalid', `a step of ${short.durationMs} ms is too short, expected at least ${Math.ceil(leastMs)}`);
    return this.withAll([line], () => {
      this.admit([line], writer);
      const show = (value: LineValue) => setAll(new Map([[line, value]]));
      return (line.player = new Player(pattern, show, this.parts.clock));
    });
  }

  /** A pulse: a pattern of one step, after which the line shows what it showed before. @throws as `play` */
  pulse(lineId: string, step: Pattern['steps'][number], writer: Writer): Promise<Player> {
    const line = this.get(lineId);
    line.requireOutput();
    // what a pulse before it has interrupted is what it goes back to
    const before = line.player?.isRunning ? line.player.pattern.finally : undefined;
    return this.play(lineId, { steps: [step], repeat: 1, finally: before ?? line.shown }, writer);
  }

  /** Ends what it shows by a pattern; it goes on showing what it shows now. @throws as `write` */
  stop(lineId: string, writer: Writer): Promise<void> {
    const line = this.get(lineId);
    return this.withAll([line], () => {
      this.leases.require(lineId, writer);
      line.player?.stop();
    });
  }

  /**
   * Lets a line behave in another way, also after a restart.
   *
   * @param check throws when the present settings are not what the caller thinks they are
   * @throws GatewayError `notFound`, `forbidden` for what depends on the wiring, `invalid` for what the chip cannot, `conflict`,
   *   `preconditionFailed`, `tooManyRequests`, `unavailable`, and what `check` throws; the line is then as it was
   */
  async configure(
    lineId: string,
    settings: LineSettings,
    check: (present: LineSettings) => void,
    writer: Writer,
  ): Promise<LineSettings> {
    const line = this.get(lineId);
    requirePossible(settings);
    return line.mailbox.run(async () => {
      check(line.settings);
      this.requireWiring(line, settings);
      this.leases.require(lineId, writer);
      line.requireHeld();
      this.takeTokens([line]);
      const before = line.settings;
      line.player?.stop();
      line.configure(settings);
      try {
        await this.keep(line);
      } catch (error) {
        line.configure(before);
        throw error;
      }
      return line.settings;
    });
  }

  /** @throws GatewayError `notFound`, `conflict` when one of them is leased or shows a pattern, which the holder would have to fight */
  lease(lineIds: readonly string[], client: string, durationMs: number, atEnd: Lease['atEnd']): Promise<Lease> {
    const lines = lineIds.map((lineId) => this.get(lineId));
    return this.withAll(lines, () => {
      const playing = lines.find(({ player }) => player?.isRunning);
      if (playing)
        throw new GatewayError('conflict', `line ${playing.lineId} shows a pattern: wait for its end, or end it`);
      return this.leases.grant(lineIds, client, durationMs, atEnd);
    });
  }

  /** Gives every output its safe value, at once, and lets nobody write any more: the gateway is about to end. */
  rest(): void {
    this.isResting = true;
    this.makeSafe(this.list());
  }

  [Symbol.dispose](): void {
    for (const watch of this.watching) watch[Symbol.dispose]();
    this.leases[Symbol.dispose]();
    this.rest();
  }

  /** Takes what the gateway does not have of this chip, or has lost, or finds that it has nothing of it any more. */
  private take(chip: GpioChip): void {
    const { state, reason } = chip.health.value;
    const lines = this.list().filter((line) => line.chip === chip);
    if (state !== 'ACTIVE') {
      for (const line of lines) line.found(suspended(`chip ${chip.chipId} is away: ${reason ?? ''}`));
      return;
    }
    for (const line of lines)
      if (line.health.value.state === 'ACTIVE' && !chip.holds(line.config.line))
        line.found(suspended(`chip ${chip.chipId} has lost it: somebody else has taken it away`));
    const missing = lines.filter(({ health }) => health.value.state !== 'ACTIVE');
    if (missing.length === 0 || this.isResting) return;
    const byRef = new Map(lines.map((line) => [line.config.line, line]));
    const failed = chip.take(
      missing.map(({ request }) => request),
      (edge) => this.heard(byRef.get(edge.line), edge),
    );
    for (const line of missing) {
      const why = failed.get(line.config.line);
      line.found(why ? suspended(why.message) : active);
    }
  }

  private heard(line: Line | undefined, heard: LineEdge): void {
    if (!line) return;
    this.counts.edges++;
    const edge = line.edge(heard);
    if (this.edges.take(line.lineId) > 0) this.counts.droppedEdges++;
    else this.parts.bus.publish('edge', edge);
  }

  /** @throws why one of them cannot be set by this writer now */
  private admit(lines: readonly Line[], writer: Writer): void {
    if (this.isResting) throw new GatewayError('unavailable', 'the gateway is stopping');
    for (const line of lines) {
      line.requireOutput();
      this.leases.require(line.lineId, writer);
      line.requireHeld();
    }
    this.takeTokens(lines);
    for (const { player } of lines) player?.stop();
  }

  private takeTokens(lines: readonly Line[]): void {
    for (const { lineId } of lines) {
      const retryAfterMs = this.writes.take(lineId);
      if (retryAfterMs > 0)
        throw new GatewayError('tooManyRequests', `line ${lineId} is set more often than it may be; try again later`, {
          retryAfterMs,
        });
    }
    this.counts.writes += lines.length;
  }

  private requireWiring({ config, settings: before, lineId }: Line, after: LineSettings): void {
    const wired = (['direction', 'activeLow', 'drive'] as const).find((key) => before[key] !== after[key]);
    if (wired !== undefined && !config.free)
      throw new GatewayError(
        'forbidden',
        `${wired} of line ${lineId} is ${String(before[wired])}, as it is wired: its owner can let clients change it (free)`,
      );
  }

  private keep({ lineId, config, settings }: Line): Promise<void> {
    const body = { owners: config.settings, settings } satisfies Configured as unknown as Json;
    return this.parts.state.commit([{ collection: COLLECTION, id: lineId, body }]);
  }

  /** Whoever had them drives them no more, by a pattern neither. */
  private leaseEnded({ atEnd, lineIds }: Lease): void {
    const lines = lineIds.map((lineId) => this.get(lineId));
    for (const { player } of lines) player?.stop();
    if (atEnd === 'SAFE') this.makeSafe(lines);
  }

  private makeSafe(lines: readonly Line[]): void {
    for (const { player } of lines) player?.stop();
    const held = lines.filter(({ settings, health }) => settings.direction === 'OUTPUT' && health.value.state === 'ACTIVE');
    for (const chip of new Set(held.map((line) => line.chip))) {
      try {
        setAll(new Map(held.filter((line) => line.chip === chip).map((line) => [line, line.config.safe])));
      } catch (error) {
        this.parts.report(`gpio: outputs of chip ${chip.chipId} cannot be given their safe values: ${messageOf(error)}`);
      }
    }
  }

  /** Runs a task when nobody else writes any of these. Everybody asks for them in the same order, so nobody waits for each other. */
  private withAll<T>(lines: readonly Line[], task: () => T): Promise<T> {
    const sorted = [...new Set(lines)].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
    const enter = async ([first, ...rest]: readonly Line[]): Promise<T> =>
      first ? first.mailbox.run(() => enter(rest)) : task();
    return enter(sorted);
  }
}

/** Those of one chip in the same moment. */
function setAll(values: ReadonlyMap<Line, LineValue>): void {
  for (const chip of new Set([...values.keys()].map((line) => line.chip))) {
    const ofChip = [...values].filter(([line]) => line.chip === chip);
    chip.set(new Map(ofChip.map(([line, value]) => [line.config.line, value])));
    for (const [line, value] of ofChip) line.show(value);
  }
}
