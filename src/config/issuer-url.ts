import { isLoopback } from './is-loopback.js';

/** Whether text can be the name of an issuer: a URL without query and fragment. */
export function isIssuer(text: string): boolean {
  return /^https?:\/\/[^\s?#@\\]+$/.test(text) && URL.canParse(text);
}

/** Whether what is fetched there is what its owner has put there: over TLS, or from this machine. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isPlain = username === '' && password === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, ''))));
}
