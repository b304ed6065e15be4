import type { WebSocket } from 'ws';

/** RFC 6455, clause 7.4.1, and the IANA registry of WebSocket close codes. */
export const INVALID_PAYLOAD = 1007;
export const TRY_AGAIN_LATER = 1013;

/** A reason has 123 bytes at the most (RFC 6455, clause 5.5), of which a character that is cut off in the middle takes three. */
const LONGEST_REASON = 120;
const PATIENCE_MS = 2_000;

/** Says why it is over, once, and does not wait for those who do not hear. */
export function turnAway(socket: WebSocket, code: number, why: string): void {
  // whoever was told may have much more to say, and each word would be waited for
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, Buffer.from(why).subarray(0, LONGEST_REASON).toString());
  const patience = setTimeout(() => socket.terminate(), PATIENCE_MS);
  patience.unref();
  socket.once('close', () => clearTimeout(patience));
}
