import type { WebSocket } from 'ws';
import type { Line } from '../../events/mailbox.js';
import type { Delivery, Message } from '../../events/postman.js';

const PATIENCE_MS = 10_000;

/** IANA registry of WebSocket close codes. */
const NORMAL = 1000;
const POLICY_VIOLATION = 1008;

/**
 * Notifications through a WebSocket that the subscriber has opened. Each is a text frame with an HTTP/1.1 request in it, and the
 * subscriber answers with a text frame that has the response: `HTTP/1.1 204 No Content`.
 *
 * @see ETSI GS MEC 009, clause 6.12a, which leaves the frames to 3GPP TS 29.122, clause 5.2.5.4
 */
export class WebSocketLine implements Line {
  private answered: ((delivery: Delivery) => void) | undefined;

  /** @param target what the requests are addressed to */
  constructor(
    private readonly socket: WebSocket,
    private readonly target: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    socket.on('message', (data: Buffer) => this.receive(data.toString('latin1', 0, 64)));
    socket.on('error', () => socket.terminate());
    socket.once('close', () => this.settle({ kind: 'failed', reason: 'the WebSocket was closed' }));
  }

  deliver({ contentType, body }: Message, signal: AbortSignal): Promise<Delivery> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => this.giveUp(), this.patienceMs);
      const abort = () => this.settle({ kind: 'failed', reason: 'it was given up' });
      this.answered = (delivery) => {
        clearTimeout(patience);
        signal.removeEventListener('abort', abort);
        this.answered = undefined;
        resolve(delivery);
      };
      signal.addEventListener('abort', abort);
      if (this.socket.readyState !== this.socket.OPEN) this.settle({ kind: 'failed', reason: 'the WebSocket was closed' });
      else this.socket.send(Buffer.concat([this.head(contentType, body.length), body]), { binary: false });
    });
  }

  close(): void {
    this.socket.close(NORMAL, 'notifications do not come this way any more');
    this.settle({ kind: 'failed', reason: 'the WebSocket was closed' });
  }

  private head(contentType: string, length: number): Buffer {
    return Buffer.from(`POST ${this.target} HTTP/1.1\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\n\r\n`);
  }

  private receive(frame: string): void {
    const status = /^HTTP\/1\.1 (\d{3})(?: |\r|\n|$)/.exec(frame)?.[1];
    // an answer that nobody waits for would be taken for the one to the next notification, or was
    if (status === undefined || (!this.answered && this.socket.readyState === this.socket.OPEN)) {
      this.socket.close(POLICY_VIOLATION, 'expected an answer such as HTTP/1.1 204 No Content');
      return;
    }
    this.settle(status.startsWith('2') ? { kind: 'delivered' } : { kind: 'failed', reason: `the subscriber answered ${status}` });
  }

  /** What comes after this would be taken for the answer to the next one. */
  private giveUp(): void {
    this.socket.terminate();
    this.settle({ kind: 'failed', reason: `the subscriber did not answer within ${this.patienceMs / 1000} s` });
  }

  private settle(delivery: Delivery): void {
    this.answered?.(delivery);
  }
}
