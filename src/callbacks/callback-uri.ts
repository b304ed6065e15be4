import { GatewayError } from '../errors.js';
import { type Destination, destinationOf } from '../outgoing/destination.js';

export const MAX_CALLBACK_LENGTH = 2048;

/**
 * What is wrong with a text, in the order in which it is looked for. The raw text is judged, because a URL parser mends a good
 * deal silently: it drops tabs and newlines, turns a backslash into a slash and full-width digits into plain ones, and forgets
 * an empty query, fragment or user name. What two parsers read differently is what gets past a check.
 */
const FAULTS: readonly (readonly [fault: RegExp, problem: string])[] = [
  [/[^\x21-\x7e]|[\\"<>^`{|}]/, 'has characters that no URI has; an international host name is written as xn--…'],
  [/^(?!https?:\/\/)/i, 'does not begin with http:// or https://'],
  [/#/, 'has a fragment'],
  [/\?/, 'has a query'],
  [/^[^/]*\/\/[^/]*@/, 'has a user name or password'],
  [/^[^/]*\/\/(?:$|[/:])/, 'has no host'],
  // a zone id (`%eth0`) or an encoded name would be a second spelling of something
  [/^[^/]*\/\/(?!(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:$|\/))/i, 'has a host or a port that cannot be read'],
  [/^[^/]*\/\/[^/]*:0{1,5}(?:$|\/)/, 'has the port 0'],
  [/%(?![\da-f]{2})/i, 'has a percent sign without two hexadecimal digits'],
  [/^[^/]*\/\/[^/]*\/.*[[\]]/, 'has characters that no URI has'],
];

/**
 * Reads a URI that may be called as far as its form goes; where its host is, is another question.
 *
 * @throws GatewayError `invalid`, for the client to read
 */
export function parseCallbackUri(text: string): Destination {
  const problem = text.length > MAX_CALLBACK_LENGTH ? tooLong(text) : FAULTS.find(([fault]) => fault.test(text))?.[1];
  if (problem !== undefined) throw refusal(problem);
  if (!URL.canParse(text)) throw refusal('has a host or a port that cannot be read');
  return destinationOf(new URL(text));
}

function tooLong(text: string): string {
  return `has ${text.length} characters, more than ${MAX_CALLBACK_LENGTH}`;
}

/** The text itself is not repeated: it may hold a password. */
function refusal(problem: string): GatewayError {
  return new GatewayError(
    'invalid',
    `callbackReference ${problem}: expected an absolute http or https URI without query, fragment and user name`,
  );
}
