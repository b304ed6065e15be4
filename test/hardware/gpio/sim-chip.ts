import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineRef } from '../../../src/gpio/gpio-chip.js';
import type { LineValue } from '../../../src/gpio/settings.js';

const CONFIG = '/sys/kernel/config/gpio-sim';
const LINES = 8;
/** Its interrupts are simulated too, and one that comes before the last was heard is lost. */
const HEARD_MS = 50;

/**
 * A chip of the kernel's gpio-sim with eight lines, and what stands at their other end. Line 3 is called door, line 5 lamp.
 * Runs in the guest, where gpio-sim is loaded.
 *
 * @see Documentation/admin-guide/gpio/gpio-sim.rst
 */
export class SimChip implements Disposable {
  static readonly names: ReadonlyMap<string, number> = new Map([
    ['door', 3],
    ['lamp', 5],
  ]);
  private readonly folder: string;

  constructor(readonly label: string) {
    this.folder = join(CONFIG, label);
    mkdirSync(join(this.folder, 'bank0'), { recursive: true });
    this.write('bank0/num_lines', String(LINES));
    this.write('bank0/label', label);
    for (const [name, line] of SimChip.names) {
      mkdirSync(join(this.folder, `bank0/line${line}`));
      this.write(`bank0/line${line}/name`, name);
    }
    this.plugIn();
  }

  get device(): string {
    return `/dev/${this.read('bank0/chip_name')}`;
  }

  /** Its first line in sysfs, where those of all chips are numbered together. */
  get base(): number {
    return Number(readFileSync(join('/sys/class/gpio', this.sysfsName(), 'base'), 'utf8'));
  }

  plugIn(): void {
    this.write('live', '1');
  }

  unplug(): void {
    this.write('live', '0');
  }

  private get isPluggedIn(): boolean {
    return this.read('live') === '1';
  }

  /** @returns when the next one may follow */
  async pull(line: LineRef, level: LineValue): Promise<void> {
    this.pullAtOnce(line, level);
    await sleep(HEARD_MS);
  }

  pullAtOnce(line: LineRef, level: LineValue): void {
    writeFileSync(this.pullOf(line), level === 1 ? 'pull-up' : 'pull-down');
  }

  /** The file by which a line is pulled. */
  pullOf(line: LineRef): string {
    return join(this.lineFolder(line), 'pull');
  }

  levelOf(line: LineRef): LineValue {
    return readFileSync(join(this.lineFolder(line), 'value'), 'utf8').startsWith('1') ? 1 : 0;
  }

  [Symbol.dispose](): void {
    if (this.isPluggedIn) this.unplug();
    for (const line of SimChip.names.values()) rmdirSync(join(this.folder, `bank0/line${line}`));
    rmdirSync(join(this.folder, 'bank0'));
    rmdirSync(this.folder);
  }

  private lineFolder(line: LineRef): string {
    const offset = typeof line === 'number' ? line : (SimChip.names.get(line) ?? NaN);
    return join('/sys/devices/platform', this.read('dev_name'), this.read('bank0/chip_name'), `sim_gpio${offset}`);
  }

  private sysfsName(): string {
    const folder = join('/sys/devices/platform', this.read('dev_name'), 'gpio');
    return readdirSync(folder).find((name) => name.startsWith('gpiochip')) ?? '';
  }

  private read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8').trim();
  }

  private write(name: string, value: string): void {
    writeFileSync(join(this.folder, name), value);
  }
}
