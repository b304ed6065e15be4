/** How a client says who it is. */
export type Credentials =
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly clientId: string; readonly secret: string }
  | { readonly method: 'private_key_jwt'; readonly clientId?: string; readonly assertion: string };

/** What a request to the token endpoint holds, each name once. */
export type TokenParameters = Readonly<Partial<Record<string, string>>>;

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const BASIC = /^basic +([A-Za-z0-9+/]+={0,2})$/i;

/**
 * Reads how a client says who it is.
 *
 * @returns `malformed` when it does so in more than one way, `missing` when it does not, or not in a way that we know
 * @see RFC 6749, clause 2.3; RFC 7521, clause 4.2
 */
export function credentialsOf(
  authorization: string | undefined,
  parameters: TokenParameters,
): Credentials | 'malformed' | 'missing' {
  const { client_id: clientId, client_secret: secret, client_assertion: assertion, client_assertion_type: type } = parameters;
  const ways = [authorization, secret, assertion].filter((way) => way !== undefined).length;
  if (ways > 1 || (assertion === undefined) !== (type === undefined)) return 'malformed';
  if (authorization !== undefined) return basic(authorization, clientId);
  if (secret !== undefined) return clientId === undefined ? 'malformed' : { method: 'client_secret_post', clientId, secret };
  if (assertion === undefined || type !== ASSERTION_TYPE) return 'missing';
  return { method: 'private_key_jwt', assertion, ...(clientId === undefined ? {} : { clientId }) };
}

/** Name and secret are written as in a form, and only then as RFC 7617 has it. */
function basic(authorization: string, named: string | undefined): Credentials | 'malformed' | 'missing' {
  const [, encoded] = BASIC.exec(authorization) ?? [];
  if (encoded === undefined) return 'missing';
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  const [clientId, secret] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)].map(fromForm);
  if (colon < 0 || clientId === undefined || secret === undefined) return 'missing';
  return named === undefined || named === clientId ? { method: 'client_secret_basic', clientId, secret } : 'malformed';
}

function fromForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
