import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import type { GpioChip, LineEdge, LineFacts, LineRef, LineRequest } from '../../gpio/gpio-chip.js';
import type { LineValue } from '../../gpio/settings.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { CharacterDevice, HeldLines } from './character-device.js';
import { each } from './each.js';
import type { EdgeReader } from './edge-reader.js';
import { findChip, type WhichChip } from './find-chip.js';
import type { Libc } from '../libc.js';
import type { LineEvent } from './uapi.js';

const LOOK_MS = 2_000;

export interface GpiochipParts {
  readonly libc: Libc;
  readonly reader: EdgeReader;
  readonly clock: Clock;
  /** Where devices are, for tests. */
  readonly dev?: string;
}

/** Lines that were asked for in one request, in its order. */
interface Group {
  readonly lines: HeldLines;
  /** How each is to be now; of an output with the value that it was given last, which is not always what is read at it. */
  requests: readonly LineRequest[];
  readonly told: (edge: LineEdge) => void;
  isWatched: boolean;
}

interface Held {
  readonly offset: number;
  readonly group: Group;
}

/**
 * A chip by the kernel's GPIO character device, `/dev/gpiochip0`. Its outputs are asked for together, so that they can change in the same
 * moment; each input by itself, so that it can be debounced as it likes.
 *
 * @see include/uapi/linux/gpio.h (v2, since Linux 5.10)
 */
export class Gpiochip implements GpioChip {
  readonly driver = 'gpiochip';
  readonly health = observedHealth(suspended('it was not looked for yet'));
  private readonly counts = { edges: 0, lostEdges: 0 };
  private readonly held = new Map<LineRef, Held>();
  private readonly seqnos = new Map<number, number>();
  private readonly looking: Disposable;
  private chip: CharacterDevice | undefined;
  private leaving: Promise<unknown> = Promise.resolve();

  constructor(
    readonly chipId: string,
    private readonly which: WhichChip,
    private readonly parts: GpiochipParts,
  ) {
    this.look();
    this.looking = parts.clock.every(LOOK_MS, () => this.look());
  }

  get counters() {
    return { ...this.counts };
  }

  facts(line: LineRef): LineFacts {
    const { offset, name, consumer } = this.there().lineInfo(this.offsetOf(line));
    return { offset, name, consumer };
  }

  take(requests: readonly LineRequest[], told: (edge: LineEdge) => void): ReadonlyMap<LineRef, GatewayError> {
    const failed = new Map<LineRef, GatewayError>();
    const [outputs, inputs] = [
      requests.filter(({ settings }) => settings.direction === 'OUTPUT'),
      requests.filter(({ settings }) => settings.direction === 'INPUT'),
    ];
    for (const together of [outputs, ...inputs.map((input) => [input])]) this.takeTogether(together, told, failed);
    return failed;
  }

  holds(line: LineRef): boolean {
    return this.held.has(line);
  }

  read(line: LineRef): LineValue {
    const { offset, group } = this.get(line);
    return this.orGone(() => group.lines.read(offset));
  }

  set(values: ReadonlyMap<LineRef, LineValue>): void {
    const groups = new Set<Group>();
    for (const line of values.keys()) {
      const { group } = this.get(line);
      this.requireOutput(line, group);
      groups.add(group);
    }
    each(groups, (group) => this.orGone(() => this.setGroup(group, values)));
  }

  configure(request: LineRequest): void {
    const { group } = this.get(request.line);
    const requests = group.requests.map((one) => (one.line === request.line ? request : one));
    this.orGone(() => this.configureGroup(group, requests));
    group.requests = requests;
    this.listenTo(group);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.looking[Symbol.dispose]();
    this.letGo();
    await this.leaving;
  }

  /** Whether the chip is there, and still there. */
  private look(): void {
    try {
      if (this.chip) this.chip.requireThere();
      else this.chip = findChip(this.parts.libc, this.which, this.parts.dev);
      this.health.set(active);
    } catch (error) {
      this.letGo();
      this.health.set(suspended(messageOf(error)));
    }
  }

  private configureGroup({ lines, requests: before }: Group, after: readonly LineRequest[]): void {
    try {
      lines.configure(after.map(wantedOf));
    } catch (error) {
      try {
        lines.configure(before.map(wantedOf));
      } catch {
        // why they did not become something else says more
      }
      throw error;
    }
  }

  private setGroup(group: Group, values: ReadonlyMap<LineRef, LineValue>): void {
    const ofGroup = group.requests.filter(({ line }) => values.has(line));
    group.lines.set(new Map(ofGroup.map(({ line }) => [this.get(line).offset, values.get(line) ?? 0])));
    group.requests = group.requests.map((one) => ({ ...one, value: values.get(one.line) ?? one.value }));
  }

  /** All of them, or, when one of them cannot be had, each half by itself: so all that can be had are had in the end. */
  private takeTogether(
    requests: readonly LineRequest[],
    told: (edge: LineEdge) => void,
    failed: Map<LineRef, GatewayError>,
  ): void {
    if (requests.length === 0) return;
    try {
      this.request(requests, told);
    } catch (error) {
      const [only, ...others] = requests;
      const half = Math.ceil(requests.length / 2);
      if (!(error instanceof GatewayError)) throw error;
      if (only && others.length === 0) failed.set(only.line, error);
      else for (const part of [requests.slice(0, half), requests.slice(half)]) this.takeTogether(part, told, failed);
    }
  }

  private request(requests: readonly LineRequest[], told: (edge: LineEdge) => void): void {
    const offsets = requests.map(({ line }) => this.offsetOf(line));
    const lines = this.there().request(requests.map((request, at) => ({ offset: offsets[at] ?? 0, ...wantedOf(request) })));
    const group: Group = { lines, requests, told, isWatched: false };
    requests.forEach(({ line }, at) => {
      const offset = offsets[at] ?? 0;
      this.held.set(line, { offset, group });
      this.seqnos.delete(offset);
    });
    this.listenTo(group);
  }

  /** From the first time that its edges are wanted. */
  private listenTo(group: Group): void {
    if (group.isWatched || group.requests.every(({ settings }) => settings.edge === 'NONE')) return;
    group.isWatched = true;
    this.parts.reader.watch(group.lines.fd, (events) => events.forEach((event) => this.heard(group, event)));
  }

  private heard({ requests, told }: Group, { offset, edge, timestampNs, lineSeqno }: LineEvent): void {
    const request = requests.find(({ line }) => this.held.get(line)?.offset === offset);
    if (!request) return;
    this.counts.edges++;
    this.counts.lostEdges += Math.max(0, lineSeqno - (this.seqnos.get(offset) ?? 0) - 1);
    this.seqnos.set(offset, lineSeqno);
    const agoMs = Number(process.hrtime.bigint() - timestampNs) / 1e6;
    told({ line: request.line, edge, time: this.parts.clock.now() - Math.max(0, agoMs), timestampNs, lineSeqno });
  }

  private letGo(): void {
    for (const group of new Set([...this.held.values()].map(({ group }) => group))) {
      const { lines, isWatched } = group;
      if (!isWatched) lines[Symbol.dispose]();
      else this.leaving = Promise.all([this.leaving, this.parts.reader.unwatch(lines.fd).then(() => lines[Symbol.dispose]())]);
    }
    this.held.clear();
    this.chip?.[Symbol.dispose]();
    this.chip = undefined;
  }

  private get(line: LineRef): Held {
    const held = this.held.get(line);
    if (!held) throw new GatewayError('unavailable', `${this.chipId}: line ${line} is not held`);
    return held;
  }

  private requireOutput(line: LineRef, { requests }: Group): void {
    if (requests.find((request) => request.line === line)?.settings.direction !== 'OUTPUT')
      throw new GatewayError('invalid', `${this.chipId}: line ${line} is no output`);
  }

  private there(): CharacterDevice {
    if (!this.chip) throw new GatewayError('unavailable', this.health.value.reason ?? `${this.chipId} is away`);
    return this.chip;
  }

  private offsetOf(line: LineRef): number {
    if (typeof line === 'number') return line;
    const found = this.there().offsetOf(line);
    if (found === undefined) throw new GatewayError('notFound', `chip ${this.chipId} has no line that is called ${line}`);
    return found;
  }

  /** Finds out at once that the chip has gone, when it has. */
  private orGone<T>(task: () => T): T {
    try {
      return task();
    } catch (error) {
      this.look();
      throw error;
    }
  }
}

function wantedOf({ settings, value }: LineRequest): Pick<LineRequest, 'settings'> & { readonly value?: LineValue } {
  return settings.direction === 'OUTPUT' ? { settings, value } : { settings };
}
