/** Where the client is, as far as its cookie is concerned. */
export interface CookiePlace {
  readonly isSecure: boolean;
  /** What stands before our paths there; begins with a slash, or is empty. */
  readonly prefix: string;
}

const NAME = 'umec-session';
/** As long as a session can last, s. */
const LONGEST_S = 30 * 86_400;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * What a browser is to keep of a session. No script can read it, no other site makes it be sent, and it is sent to `/session` alone, which
 * gives tokens to the gateway's own page: so a request that somebody else has made up opens and changes nothing by it.
 *
 * With TLS its name begins with `__Secure-`: such a one nobody can plant who is on the way, or has the same host without TLS.
 *
 * @see RFC 6265bis, clause 4.1.3
 */
export function sessionCookie(secret: string, place: CookiePlace): string {
  return written(secret, LONGEST_S, place);
}

/** What makes a browser forget it. */
export function endedCookie(place: CookiePlace): string {
  return written('', 0, place);
}

/** What the cookie of this name holds; undefined when there is none of ours, or more than one. */
export function secretOf(header: string | undefined, isSecure: boolean): string | undefined {
  const name = `${nameFor(isSecure)}=`;
  const found = (header ?? '')
    .split(';')
    .flatMap((pair) => (pair.trim().startsWith(name) ? [pair.trim().slice(name.length)] : []));
  const [secret = ''] = found;
  return found.length === 1 && SECRET.test(secret) ? secret : undefined;
}

function written(value: string, maxAgeS: number, { isSecure, prefix }: CookiePlace): string {
  const cookie = `${nameFor(isSecure)}=${value}; Max-Age=${maxAgeS}; Path=${prefix}/session; HttpOnly; SameSite=Strict`;
  return isSecure ? `${cookie}; Secure` : cookie;
}

function nameFor(isSecure: boolean): string {
  return isSecure ? `__Secure-${NAME}` : NAME;
}
