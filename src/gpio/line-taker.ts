import type { Clock } from '../clock.js';
import { active, suspended } from '../registry/health.js';
import type { GpioChip, LineEdge } from './gpio-chip.js';
import type { Line } from './line.js';

/** How often it is tried to have what others hold. */
const TAKE_MS = 2_000;

export interface LineTakerParts {
  readonly lines: readonly Line[];
  readonly clock: Clock;
  readonly heard: (line: Line, edge: LineEdge) => void;
  readonly report: (message: string) => void;
}

/** Takes lines as soon as they can be had, and finds out when they are lost, until it is disposed. */
export class LineTaker implements Disposable {
  private readonly watching: readonly Disposable[];

  /** What can be had now is taken when this returns. */
  constructor(private readonly parts: LineTakerParts) {
    const chips = [...new Set(parts.lines.map(({ chip }) => chip))];
    this.watching = [
      ...chips.map((chip) => chip.health.watch(() => this.look(chip))),
      parts.clock.every(TAKE_MS, () => chips.forEach((chip) => this.look(chip))),
    ];
    for (const chip of chips) this.look(chip);
  }

  /** What was taken is left as it is. */
  [Symbol.dispose](): void {
    for (const watch of this.watching) watch[Symbol.dispose]();
  }

  private look(chip: GpioChip): void {
    const { state, reason } = chip.health.value;
    const lines = this.parts.lines.filter((line) => line.chip === chip);
    if (state !== 'ACTIVE') {
      for (const line of lines) line.found(suspended(`chip ${chip.chipId} is away: ${reason ?? ''}`));
      return;
    }
    for (const line of lines)
      if (line.isActive && !chip.holds(line.config.line))
        line.found(suspended(`chip ${chip.chipId} has lost it: somebody else has taken it away`));
    const missing = lines.filter(({ isActive }) => !isActive);
    if (missing.length > 0) this.take(chip, missing);
  }

  private take(chip: GpioChip, lines: readonly Line[]): void {
    const byRef = new Map(lines.map((line) => [line.config.line, line]));
    const failed = chip.take(
      lines.map(({ request }) => request),
      (edge) => {
        const line = byRef.get(edge.line);
        if (line) this.parts.heard(line, edge);
      },
    );
    const again: Line[] = [];
    for (const line of lines) {
      const why = failed.get(line.config.line);
      // what one chip could may be more than another can, which it was moved to
      if (why?.code === 'invalid' && line.isRecalled) again.push(line);
      else line.found(why ? suspended(why.message) : active);
    }
    if (again.length > 0) this.takeAsOwners(chip, again);
  }

  private takeAsOwners(chip: GpioChip, lines: readonly Line[]): void {
    for (const line of lines) {
      line.recall(line.config.settings);
      this.parts.report(`gpio: line ${line.lineId} cannot be as a client has configured it, so it is as its owner has`);
    }
    this.take(chip, lines);
  }
}
