import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Of the voltage: high is 1, however the line is used. */
export type Level = 0 | 1;

/**
 * What stands at the other end of the lines of a PL061, the GPIO chip of qemu's arm boards: a switch at each input, a lamp at each
 * output. qemu's own test protocol sets the ones and tells of the others.
 *
 * @see qemu, docs/devel/qtest.rst
 */
export class OuterLines implements Disposable {
  private readonly levels = new Map<number, Level>();
  private readonly heard = new EventEmitter();
  /** Aborted when nothing is to be heard any more. */
  private readonly ended = new AbortController();

  private constructor(
    private readonly socket: Socket,
    private readonly chip: string,
  ) {
    createInterface({ input: socket }).on('line', (said) => this.hear(said));
    socket.on('error', () => socket.destroy()).on('close', () => this.ended.abort());
  }

  /** @param sockets the folder that startQemu was given for them */
  static async connect(sockets: string): Promise<OuterLines> {
    const chip = await findChip(join(sockets, 'qmp'));
    const lines = new OuterLines(await open(join(sockets, 'qtest')), chip);
    await lines.ask(`irq_intercept_out ${chip}`);
    return lines;
  }

  /** Puts an input of the guest to this level. */
  put(line: number, level: Level): Promise<void> {
    return this.ask(`set_irq_in ${this.chip} unnamed-gpio-in ${line} ${level}`);
  }

  /** Waits until an output of the guest has this level. It must have changed since we are here, for nothing is told of those that have not. */
  async shows(line: number, level: Level): Promise<void> {
    while (this.levels.get(line) !== level) await once(this.heard, 'level', { signal: this.ended.signal });
  }

  /** One after the other: an answer does not say to what it is one. */
  private async ask(command: string): Promise<void> {
    const answered = once(this.heard, 'answer', { signal: this.ended.signal });
    this.socket.write(`${command}\n`);
    const [answer] = (await answered) as [string];
    if (!answer.startsWith('OK')) throw new Error(`qemu to ${command}: ${answer}`);
  }

  private hear(said: string): void {
    const [, way, line] = /^IRQ (raise|lower) (\d+)$/.exec(said) ?? [];
    if (way === undefined) this.heard.emit('answer', said);
    else {
      this.levels.set(Number(line), way === 'raise' ? 1 : 0);
      this.heard.emit('level');
    }
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** @returns the path of the PL061 among qemu's objects; its number there depends on what else the machine has */
async function findChip(path: string): Promise<string> {
  const socket = await open(path);
  try {
    for (const command of [{ execute: 'qmp_capabilities' }, { execute: 'qom-list', arguments: { path: '/machine/unattached' } }])
      socket.write(JSON.stringify(command));
    for await (const said of createInterface({ input: socket })) {
      const name = /"(device\[\d+\])", "type": "child<pl061>"/.exec(said)?.[1];
      if (name !== undefined) return `/machine/unattached/${name}`;
      if (said.includes('"child<')) break;
    }
    throw new Error('this machine has no PL061');
  } finally {
    socket.destroy();
  }
}

async function open(path: string): Promise<Socket> {
  const socket = connect(path);
  await once(socket, 'connect');
  return socket;
}
