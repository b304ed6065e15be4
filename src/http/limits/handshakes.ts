import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

/**
 * The connections of a TLS server on which nobody has asked for anything as yet: their handshake is under way, or nothing came after
 * it. Node does not say which connection a TLS socket stands on, but both know their ends.
 */
export class Handshakes {
  private readonly underWay = new Map<string, Socket>();
  private readonly secure = new Set<TLSSocket>();

  begin(connection: Socket): void {
    const ends = endsOf(connection);
    this.underWay.set(ends, connection);
    connection.once('close', () => {
      if (this.underWay.get(ends) === connection) this.underWay.delete(ends);
    });
  }

  done(socket: TLSSocket): void {
    this.underWay.delete(endsOf(socket));
    this.secure.add(socket);
    socket.once('close', () => this.secure.delete(socket));
  }

  /** The connection below a socket whose handshake is not done. */
  connectionOf(socket: TLSSocket): Socket | undefined {
    return this.underWay.get(endsOf(socket));
  }

  /** Those on which there was no request so far. */
  silent(): Socket[] {
    return [...this.underWay.values(), ...[...this.secure].filter(({ bytesRead }) => bytesRead === 0)];
  }
}

function endsOf({ remoteAddress = '', remotePort = 0, localAddress = '', localPort = 0 }: Socket): string {
  return `${remoteAddress} ${remotePort} ${localAddress} ${localPort}`;
}
