import type { Socket } from 'node:net';
import type { Client } from './client-of.js';

/**
 * The connections that there are, and whose they are.
 *
 * Nobody may hold more than is still free. So one client alone gets half of all, and one that wants everything too gets half of the
 * rest; as connections end they draw level, at a third each.
 *
 * @see Choudhury and Hahne, Dynamic queue length thresholds for shared-memory packet switches, 1998
 */
export class Connections implements Iterable<Socket> {
  private readonly clients = new Map<Socket, Client>();
  private readonly held = new Map<string, number>();

  /**
   * @param most in all
   * @param mostPerClient of one client, however much is free
   */
  constructor(
    readonly most: number,
    private readonly mostPerClient: number,
  ) {}

  get size(): number {
    return this.clients.size;
  }

  /** Takes the connection in until it closes, and says whether there was room for it. */
  admit(socket: Socket, client: Client): boolean {
    const held = this.held.get(client.key) ?? 0;
    if (held >= Math.min(this.mostPerClient, this.most - this.clients.size)) return false;
    this.clients.set(socket, client);
    this.held.set(client.key, held + 1);
    socket.once('close', () => this.release(socket, client));
    return true;
  }

  clientOf(socket: Socket): Client | undefined {
    return this.clients.get(socket);
  }

  [Symbol.iterator](): Iterator<Socket> {
    return this.clients.keys();
  }

  private release(socket: Socket, { key }: Client): void {
    this.clients.delete(socket);
    const left = (this.held.get(key) ?? 0) - 1;
    if (left > 0) this.held.set(key, left);
    else this.held.delete(key);
  }
}
