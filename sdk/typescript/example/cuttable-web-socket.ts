import { WebSocket } from 'ws';

/** WebSockets that can be cut all at once, without a word, as a bad link does. */
export class CuttableWebSocket extends WebSocket {
  private static readonly all = new Set<CuttableWebSocket>();

  constructor(url: string, protocols: string[], options: { readonly headers: Record<string, string> }) {
    super(url, protocols, options);
    CuttableWebSocket.all.add(this);
    this.once('close', () => CuttableWebSocket.all.delete(this));
  }

  static cutAll(): void {
    for (const socket of this.all) socket.terminate();
  }
}
