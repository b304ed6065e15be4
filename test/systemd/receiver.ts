import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { hasProgram } from '../has-program.js';

/** Node has no datagrams of AF_UNIX; Python does. It prints each as JSON, and none until a line on its input says so. */
const RECEIVE = `
import json, socket, sys
socket_ = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
name = sys.argv[1]
socket_.bind('\\0' + name[1:] if name.startswith('@') else name)
print('"listening"', flush=True)
sys.stdin.readline()
while True:
    print(json.dumps(socket_.recv(65536).decode()), flush=True)
`;

export const hasReceiver = hasProgram('python3', '--version');

/** A socket as systemd's, of which every datagram can be read. */
export class Receiver implements AsyncDisposable {
  private constructor(
    private readonly child: ReturnType<typeof spawn>,
    private readonly lines: AsyncIterator<string>,
  ) {}

  /** @param address a path, or `@` and a name; nothing is read from it until `read` */
  static async open(address: string): Promise<Receiver> {
    const child = spawn('python3', ['-c', RECEIVE, address], { stdio: ['pipe', 'pipe', 'inherit'] });
    const receiver = new Receiver(child, createInterface(child.stdout)[Symbol.asyncIterator]());
    await receiver.next();
    return receiver;
  }

  read(): void {
    this.child.stdin?.write('\n');
  }

  /** Waits for the next datagram. */
  async next(): Promise<string> {
    const line = await this.lines.next();
    if (line.done) throw new Error('the receiver has ended');
    return JSON.parse(line.value) as string;
  }

  /** Waits for one that says so. */
  async until(assignment: string): Promise<void> {
    while (!(await this.next()).split('\n').includes(assignment));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.lines.return?.();
  }
}
