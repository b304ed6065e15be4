import type { WebSocket } from 'ws';

/** Sends text messages with one system call, for it is that which costs. @param sent is called when the last of them has left, or cannot */
export function sendTogether(socket: WebSocket, messages: readonly Buffer[], sent?: () => void): void {
  const last = messages.length - 1;
  together(socket, () =>
    messages.forEach((message, at) => socket.send(message, { binary: false }, at === last ? sent : undefined)),
  );
}

/** Whatever `send` sends leaves with one system call. */
export function together(socket: WebSocket, send: () => void): void {
  const stream = rawSocket(socket);
  stream.cork();
  send();
  stream.uncork();
}

/** What ws writes to; gathering several messages is not among its own features. */
function rawSocket(socket: WebSocket): { cork(): void; uncork(): void } {
  return (socket as WebSocket & { _socket: { cork(): void; uncork(): void } })._socket;
}
