import type { Send } from './refusal.js';
import type { TokenSource } from './tokens.js';

/**
 * Sends requests with a token, to one origin and to no other; one that has an `Authorization` of its own goes as it is. One that is
 * answered with 401 `invalid_token` is sent once more with another token, when there is another.
 */
export function authorized(send: Send, tokens: TokenSource, origin: string): Send {
  return async (request) => {
    if (new URL(request.url).origin !== origin || request.headers.has('Authorization')) return send(request);
    const again = request.clone(); // a body can be read once
    const token = await tokens.token(undefined, request.signal);
    const response = await send(withToken(request, token));
    if (!isInvalidToken(response)) return response;
    const another = await tokens.token(token, request.signal);
    if (another === token) return response;
    await response.body?.cancel();
    return send(withToken(again, another));
  };
}

function withToken(request: Request, token: string): Request {
  const sent = new Request(request);
  sent.headers.set('Authorization', `Bearer ${token}`);
  return sent;
}

/** RFC 6750, section 3.1: revoked, expired, or of another gateway; not one that lacks a scope. */
function isInvalidToken(response: Response): boolean {
  return response.status === 401 && /error="?invalid_token/.test(response.headers.get('WWW-Authenticate') ?? '');
}
