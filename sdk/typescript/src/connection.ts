import type { WebSocketLike } from './web-socket.js';

/** What may wait for a caller that is slow. Beyond it the connection is closed, and whoever follows comes back for the rest. */
const MOST_WAITING = 1000;
/** How long the other side may take to say goodbye; the package `ws` would wait for half a minute. */
const GOODBYE_MS = 2000;
/** A gateway pings every 30 s: one that has been silent for longer is not there any more. Browsers do not tell of pings. */
const SILENCE_MS = 75_000;
/** `WebSocket.OPEN`. */
const OPEN = 1;

const nothing = () => undefined;

/** One WebSocket, from its opening to its end. */
export class Connection {
  /** Whether anything came. */
  hasTold = false;
  private readonly waiting: string[] = [];
  private isClosed = false;
  private wake: () => void = nothing;
  private silence: ReturnType<typeof setTimeout> | undefined;

  private constructor(private readonly socket: WebSocketLike) {
    socket.addEventListener('message', ({ data }) => this.take(String(data)));
    socket.addEventListener('close', () => this.ended());
    socket.addEventListener('error', nothing); // close follows
    socket.on?.('ping', () => this.stayPatient());
  }

  /**
   * @param signal closes it when it aborts
   * @returns undefined when it is not opened
   */
  static open(socket: WebSocketLike, signal: AbortSignal): Promise<Connection | undefined> {
    const connection = new Connection(socket);
    signal.addEventListener('abort', () => connection.close());
    if (signal.aborted) connection.close();
    return new Promise((resolve) => {
      socket.addEventListener('open', () => {
        if (socket.on) connection.stayPatient();
        resolve(connection);
      });
      socket.addEventListener('close', () => resolve(undefined));
    });
  }

  /** What came, in order, until it is closed. */
  async *messages(): AsyncGenerator<string, undefined> {
    for (;;) {
      const message = this.waiting.shift();
      if (message !== undefined) yield message;
      else if (this.isClosed) return undefined;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** Nothing when it is closed. */
  send(text: string): void {
    if (this.socket.readyState === OPEN) this.socket.send(text);
  }

  /** No more messages come, and those that wait are dropped. */
  close(): void {
    this.waiting.length = 0;
    this.end();
  }

  private take(message: string): void {
    if (this.isClosed) return;
    this.hasTold = true;
    if (this.silence !== undefined) this.stayPatient();
    if (this.waiting.length >= MOST_WAITING) this.end();
    else this.waiting.push(message);
    this.wake();
  }

  private stayPatient(): void {
    clearTimeout(this.silence);
    if (!this.isClosed) this.silence = setTimeout(() => this.giveUp(), SILENCE_MS);
  }

  private end(): void {
    if (!this.isClosed) {
      const patience = setTimeout(() => this.socket.terminate?.(), GOODBYE_MS);
      this.socket.addEventListener('close', () => clearTimeout(patience));
    }
    this.ended();
    this.socket.close();
  }

  private giveUp(): void {
    this.ended();
    this.socket.terminate?.(); // nobody is there to answer a handshake
  }

  private ended(): void {
    clearTimeout(this.silence);
    this.isClosed = true;
    this.wake();
  }
}
