import type { Lab } from './lab.js';

const CONFIG = '/sys/kernel/config/gpio-sim/lab';
const LINES = [0, 1, 2, 3, 4, 5, 6, 7];
/** In the guest's shell, the folder that stands for the other end of a line. */
const outer = (line: number) =>
  `/sys/devices/platform/$(cat ${CONFIG}/dev_name)/$(cat ${CONFIG}/bank0/chip_name)/sim_gpio${line}`;

/** A chip of the guest with eight lines that the kernel simulates, and somebody at their other end. */
export class VirtualPins {
  readonly label = 'lab-pins';

  constructor(private readonly lab: Lab) {}

  async connect(): Promise<void> {
    await this.lab.output(`modprobe gpio-sim
      mkdir -p ${CONFIG}/bank0 && cd ${CONFIG}
      echo ${LINES.length} > bank0/num_lines && echo ${this.label} > bank0/label
      for n in ${LINES.join(' ')}; do mkdir bank0/line$n && echo pin-$n > bank0/line$n/name; done`);
    await this.plugIn();
  }

  async plugIn(): Promise<void> {
    await this.lab.output(`echo 1 > ${CONFIG}/live`);
  }

  async pullOut(): Promise<void> {
    await this.lab.output(`echo 0 > ${CONFIG}/live`);
  }

  async pull(line: number, level: 0 | 1): Promise<void> {
    await this.lab.output(`echo pull-${level === 1 ? 'up' : 'down'} > ${outer(line)}/pull`);
  }

  /** The levels that are measured at these lines. */
  async levels(...lines: readonly number[]): Promise<number[]> {
    const levels = await this.lab.output(lines.map((line) => `cat ${outer(line)}/value`).join('\n'));
    return levels.split('\n').map(Number);
  }

  /** Another program takes a line, for as long as it is let. */
  async hold(line: number): Promise<void> {
    await this.lab.output(`gpiomon $(cat ${CONFIG}/bank0/chip_name) ${line} > /dev/null 2>&1 & echo $! > /tmp/holder`);
    await this.lab.output(`until gpioinfo $(cat ${CONFIG}/bank0/chip_name) | grep -q gpiomon; do usleep 20000; done`);
  }

  async letGo(): Promise<void> {
    await this.lab.output('kill $(cat /tmp/holder)');
  }
}
