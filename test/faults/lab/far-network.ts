import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempDirectory } from '../../temp-directory.js';
import type { Target } from './configuration.js';

const FORWARD = fileURLToPath(new URL('forward.js', import.meta.url));
const PORT = 8086;

/**
 * A network of its own with a server in it, behind a cable that can be pulled and a firewall that can swallow what comes.
 *
 * The server passes on to `target` through a socket in the file system, which knows no networks.
 */
export class FarNetwork implements AsyncDisposable {
  private readonly name = `umec-${process.pid}`;
  private readonly near = `umec${process.pid}n`;
  private readonly far = `umec${process.pid}f`;
  private readonly address = `10.213.${process.pid % 250}.2`;
  private readonly dir = tempDirectory();
  private readonly socket = join(this.dir.path, 'socket');
  private readonly relay;
  private server: ChildProcess | undefined;

  private constructor(private readonly behind: Target) {
    const { hostname, port } = new URL(behind.url);
    this.relay = createServer((near) => {
      const far = connect(Number(port), hostname);
      near.pipe(far).pipe(near);
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
    });
  }

  static async open(behind: Target): Promise<FarNetwork> {
    const network = new FarNetwork(behind);
    network.relay.listen(network.socket);
    await once(network.relay, 'listening');
    const { name, near, far, address } = network;
    ip('netns', 'add', name);
    ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name);
    ip('addr', 'add', address.replace(/2$/, '1/30'), 'dev', near);
    ip('link', 'set', near, 'up');
    ip('-n', name, 'addr', 'add', `${address}/30`, 'dev', far);
    ip('-n', name, 'link', 'set', far, 'up');
    await network.startServer();
    return network;
  }

  get target(): Target {
    const { token, org, bucket } = this.behind;
    return { url: `http://${this.address}:${PORT}`, token, org, bucket };
  }

  pullCable(): void {
    ip('link', 'set', this.near, 'down');
  }

  plugCable(): void {
    ip('link', 'set', this.near, 'up');
  }

  /** Nothing comes in or goes out any more, and nobody is told. */
  swallow(): void {
    const chain = (hook: string) => `add chain inet cut ${hook} { type filter hook ${hook} priority 0; policy drop; }`;
    this.nft('add table inet cut', chain('input'), chain('output'));
  }

  letThrough(): void {
    this.nft('delete table inet cut');
  }

  async startServer(): Promise<void> {
    const args = ['netns', 'exec', this.name, process.execPath, FORWARD, this.address, String(PORT), this.socket];
    const server = spawn('ip', args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
    this.server = server;
    await once(server.stdout, 'data');
  }

  /** Its kernel says goodbye to whoever is connected, unless that is swallowed. */
  async killServer(): Promise<void> {
    const { server } = this;
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.killServer();
    this.relay.close();
    ip('link', 'delete', this.near); // with its namespace it would go too, but some time later
    ip('netns', 'delete', this.name);
    this.dir[Symbol.dispose]();
  }

  private nft(...commands: readonly string[]): void {
    for (const command of commands) execFileSync('ip', ['netns', 'exec', this.name, 'nft', command]);
  }
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args);
}
