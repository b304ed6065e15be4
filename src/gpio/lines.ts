import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import { deviceIdOf, type Devices } from '../registry/devices.js';
import type { State } from '../registry/state.js';
import { TokenBuckets } from '../token-buckets.js';
import { ConfiguredLines } from './configured-lines.js';
import type { GpioChip, LineEdge } from './gpio-chip.js';
import { type Lease, Leases, type Writer } from './leases.js';
import { Line, type LineConfig } from './line.js';
import { LineTaker } from './line-taker.js';
import { type Pattern, Player, type Step } from './pattern.js';
import { setOutputs, setSafe } from './set-outputs.js';
import { type LineSettings, type LineValue, requirePossible } from './settings.js';

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

/** The lines of this gateway: who may write, what they show, and what happens to them. */
export class Lines implements Disposable {
  readonly leases: Leases;
  private readonly all: ReadonlyMap<string, Line>;
  private readonly writes: TokenBuckets;
  private readonly edges: TokenBuckets;
  private readonly counts = { writes: 0, edges: 0, droppedEdges: 0 };
  private readonly configured: ConfiguredLines;
  private taker: LineTaker | undefined;
  private isResting = false;

  private constructor(private readonly parts: LinesParts) {
    const { chips, clock, options, newId, state } = parts;
    this.all = new Map(chips.flatMap(({ chip, lines }) => lines.map((config) => [config.lineId, new Line(config, chip)])));
    const keys = 2 * this.all.size;
    this.writes = new TokenBuckets({ perSecond: options.writesPerSecond, burst: options.writeBurst, keys }, clock);
    this.edges = new TokenBuckets({ ...EDGES, keys }, clock);
    this.leases = new Leases(clock, newId, (lease) => this.leaseEnded(lease));
    this.configured = new ConfiguredLines(state);
  }

  /** Takes the lines: outputs show their initial values when this resolves, as far as they can be had. */
  static async load(parts: LinesParts): Promise<Lines> {
    const lines = new Lines(parts);
    await lines.configured.recall(lines.list());
    lines.take();
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

  /** Those with a number first, in its order, then the others in that of the configuration. */
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
      setOutputs(new Map([...values].map(([lineId, value]) => [this.get(lineId), value])));
      for (const { player } of lines) player?.stop();
    });
  }

  /**
   * Begins to show a pattern.
   *
   * @throws GatewayError as `write`, and `invalid` when a step is shorter than the line may be set
   */
  async play(lineId: string, pattern: Pattern, writer: Writer): Promise<Player> {
    this.requireSlow(pattern.steps);
    return this.begin(this.get(lineId), () => pattern, writer);
  }

  /** A pulse: a pattern of one step, after which the line shows what it showed before. @throws as `play` */
  async pulse(lineId: string, step: Step, writer: Writer): Promise<Player> {
    this.requireSlow([step]);
    const line = this.get(lineId);
    // what a pulse before it has interrupted is what it goes back to
    const before = () => (line.player?.isRunning ? line.player.pattern.finally : undefined) ?? line.shown;
    return this.begin(line, () => ({ steps: [step], repeat: 1, finally: before() }), writer);
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
      this.requireRunning();
      check(line.settings);
      this.requireWiring(line, settings);
      this.leases.require(lineId, writer);
      line.requireHeld();
      this.takeTokens([line]);
      const { settings: before, shown } = line;
      line.configure(settings);
      line.player?.stop();
      try {
        await this.configured.keep(line);
      } catch (error) {
        this.putBack(line, before, this.mayStillWrite(line, writer) ? shown : line.config.safe);
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
      if (playing) throw new GatewayError('conflict', `line ${playing.lineId} shows a pattern: wait for its end, or end it`);
      return this.leases.grant(lineIds, client, durationMs, atEnd);
    });
  }

  /** Gives every output its safe value, at once, and lets nobody write any more: the gateway is about to end. */
  rest(): void {
    this.isResting = true;
    this.taker?.[Symbol.dispose]();
    this.makeSafe(this.list());
  }

  [Symbol.dispose](): void {
    this.leases[Symbol.dispose]();
    this.rest();
  }

  private take(): void {
    const { clock, report } = this.parts;
    const heard = (line: Line, edge: LineEdge) => this.heard(line, edge);
    this.taker = new LineTaker({ lines: this.list(), clock, heard, report });
  }

  private heard(line: Line, heard: LineEdge): void {
    this.counts.edges++;
    const edge = line.edge(heard);
    if (this.edges.take(line.lineId) > 0) this.counts.droppedEdges++;
    else this.parts.bus.publish('edge', edge);
  }

  /** @throws why one of them cannot be set by this writer now */
  private admit(lines: readonly Line[], writer: Writer): void {
    this.requireRunning();
    for (const line of lines) {
      line.requireOutput();
      this.leases.require(line.lineId, writer);
      line.requireHeld();
    }
    this.takeTokens(lines);
  }

  /** Only here, when nobody else writes the line, is it known what the pattern interrupts. */
  private begin(line: Line, pattern: () => Pattern, writer: Writer): Promise<Player> {
    return this.withAll([line], () => {
      this.admit([line], writer);
      const next = pattern();
      line.player?.stop();
      return (line.player = new Player(next, (value) => setOutputs(new Map([[line, value]])), this.parts.clock));
    });
  }

  private requireSlow(steps: readonly Step[]): void {
    const leastMs = 1_000 / this.parts.options.writesPerSecond;
    const short = steps.find(({ durationMs }) => durationMs < leastMs);
    if (short)
      throw new GatewayError('invalid', `a step of ${short.durationMs} ms is too short, expected at least ${Math.ceil(leastMs)}`);
  }

  private requireRunning(): void {
    if (this.isResting) throw new GatewayError('unavailable', 'the gateway is stopping');
  }

  /** Whether a lease that the writer had is one still, and nobody is to be stopped by now. */
  private mayStillWrite({ lineId }: Line, { leaseId }: Writer): boolean {
    return !this.isResting && this.leases.ofLine(lineId)?.leaseId === leaseId;
  }

  private putBack(line: Line, settings: LineSettings, value: LineValue): void {
    try {
      line.configure(settings, value);
    } catch (error) {
      line.recall(settings);
      this.parts.report(`gpio: line ${line.lineId} cannot be as it was before: ${messageOf(error)}`);
    }
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

  /** Whoever had them drives them no more, by a pattern neither. */
  private leaseEnded({ atEnd, lineIds }: Lease): void {
    const lines = lineIds.map((lineId) => this.get(lineId));
    for (const { player } of lines) player?.stop();
    if (atEnd === 'SAFE') this.makeSafe(lines);
  }

  private makeSafe(lines: readonly Line[]): void {
    for (const { player } of lines) player?.stop();
    const held = lines.filter(({ settings, isActive }) => settings.direction === 'OUTPUT' && isActive);
    setSafe(held, this.parts.report);
  }

  /** Runs a task when nobody else writes any of these. Everybody asks for them in the same order, so nobody waits for each other. */
  private withAll<T>(lines: readonly Line[], task: () => T): Promise<T> {
    const sorted = [...new Set(lines)].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
    const enter = async ([first, ...rest]: readonly Line[]): Promise<T> =>
      first ? first.mailbox.run(() => enter(rest)) : task();
    return enter(sorted);
  }
}
