/** What can go wrong, in words that a client may see. `src/http/problem.ts` gives each its HTTP status. */
export type ErrorCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'methodNotAllowed'
  | 'notAcceptable'
  | 'requestTimeout'
  | 'conflict'
  | 'gone'
  | 'preconditionFailed'
  | 'tooLarge'
  | 'uriTooLong'
  | 'unsupportedMediaType'
  | 'rangeNotSatisfiable'
  | 'upgradeRequired'
  | 'tooManyRequests'
  | 'headersTooLarge'
  | 'badGateway'
  | 'unavailable'
  | 'timeout';

/** A failure that somebody can act on; `message` says what was wrong and what was expected, and is shown to the client. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  /** When it is worth trying again, ms from now. */
  readonly retryAfterMs?: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

/** The words of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
