import { generateKeyPairSync } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Forger } from './forger.js';

/** What the ways not to be let in are made of. */
export interface Ingredients {
  readonly forger: Forger;
  /** One that opens everything. */
  readonly token: string;
  /** One that opened everything until it was ended. */
  readonly revoked: string;
  /** The generation of a client `locked` that is disabled. */
  readonly lockedGeneration: string;
  /** Where keys may be had, if somebody should look. */
  readonly trap: string;
}

/** A way not to be let in. */
export interface Refused {
  readonly headers?: OutgoingHttpHeaders;
  readonly query?: string;
  /** Absent: nobody has shown anything. */
  readonly error?: 'invalid_token' | 'invalid_request';
  /** Those of one kind are answered alike, to the byte: nobody learns which of them it was. */
  readonly kind: 'nothing' | 'malformed' | 'strange' | 'wrong' | 'long' | 'late' | 'early' | 'ended';
}

const NOW_S = Math.floor(Date.now() / 1000);
const HOUR_S = 3_600;
const SIGNATURE = 'A'.repeat(86);
const other = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Refusal = (ingredients: Ingredients) => Refused;

const nothing = (headers: OutgoingHttpHeaders): Refused => ({ headers, kind: 'nothing' });
const malformed = (Authorization: string): Refusal => {
  return () => ({ headers: { Authorization }, error: 'invalid_request', kind: 'malformed' });
};
const bearer =
  (kind: Refused['kind'], token: (ingredients: Ingredients) => string): Refusal =>
  (ingredients) => ({ headers: { Authorization: `Bearer ${token(ingredients)}` }, error: 'invalid_token', kind });
/** Not even its header is one that a key of the gateway signs. */
const strange = (token: (ingredients: Ingredients) => string) => bearer('strange', token);
const wrong = (token: (ingredients: Ingredients) => string) => bearer('wrong', token);
const ended = (token: (ingredients: Ingredients) => string) => bearer('ended', token);

/** All ways not to be let in that others have got wrong, and some more. */
export const refusedTokens: Readonly<Record<string, Refusal>> = {
  'no token': () => nothing({}),
  'an empty header': () => nothing({ Authorization: '' }),
  'another scheme': () => nothing({ Authorization: `Basic ${btoa('administrator:secret')}` }),
  'a good token with the name of another scheme': ({ token }) => nothing({ Authorization: `Basic ${token}` }),
  'a good token without a scheme': ({ token }) => nothing({ Authorization: token }),
  'a scheme without a token': () => nothing({ Authorization: 'Bearer' }),
  'a good token in another header': ({ token }) => nothing({ 'Proxy-Authorization': `Bearer ${token}`, 'X-Access-Token': token }),
  'a good token in a cookie': ({ token }) => nothing({ Cookie: `access_token=${token}; Authorization=Bearer%20${token}` }),
  'a good token in the address': ({ token }) => ({ query: `access_token=${token}`, kind: 'nothing' }),

  'two words': malformed('Bearer a b'),
  'characters that no token has': malformed('Bearer {}"\\'),
  'two tokens in one header': malformed('Bearer a, Bearer b'),

  'Bearer null': strange(() => 'null'),
  'Bearer undefined': strange(() => 'undefined'),
  garbage: strange(() => 'x.y.z'),
  'two dots': strange(() => '..'),
  'alg none': strange(({ forger }) => forger.unsigned({ alg: 'none' })),
  'alg none, in capitals, with a signature': strange(({ forger }) => forger.unsigned({ alg: 'NONE' }, SIGNATURE)),
  'alg none, and no kid': strange(({ forger }) => forger.unsigned({ alg: 'none', kid: undefined })),
  'no alg': strange(({ forger }) => forger.token({}, { alg: undefined })),
  'HS256 with the bytes of the public key': strange(({ forger }) =>
    forger.byHmac(Buffer.from(forger.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')),
  ),
  'HS256 with the public key as a JWK': strange(({ forger }) =>
    forger.byHmac(JSON.stringify(forger.publicKey.export({ format: 'jwk' }))),
  ),
  'HS256 with the public key as PEM': strange(({ forger }) =>
    forger.byHmac(forger.publicKey.export({ format: 'pem', type: 'spki' })),
  ),
  'HS256 with an empty key from /dev/null': strange(({ forger }) => forger.byHmac('', { kid: '../../dev/null' })),
  'a kid that is a file': strange(({ forger }) => forger.token({}, { kid: '../../dev/null' }, other.privateKey)),
  'a kid that is no text': strange(({ forger }) => forger.token({}, { kid: { toString: 'x' } })),
  'a kid that nobody has': strange(({ forger }) => forger.token({}, { kid: 'nobody' })),
  'no kid': strange(({ forger }) => forger.token({}, { kid: undefined })),
  'a jku of somebody else': strange(({ forger, trap }) => forger.token({}, { jku: `${trap}/jku` }, other.privateKey)),
  'an x5u of somebody else': strange(({ forger, trap }) => forger.token({}, { x5u: `${trap}/x5u` }, other.privateKey)),
  'a kid that is an address': strange(({ forger, trap }) => forger.token({}, { kid: `${trap}/kid` }, other.privateKey)),
  'a key of its own (jwk)': strange(({ forger }) =>
    forger.token({}, { jwk: other.publicKey.export({ format: 'jwk' }) }, other.privateKey),
  ),
  'a jku, signed with the right key': strange(({ forger, trap }) => forger.token({}, { jku: `${trap}/jku` })),
  'a crit that nobody knows': strange(({ forger }) => forger.token({}, { crit: ['hurry'], hurry: true })),
  'a crit b64': strange(({ forger }) => forger.token({}, { crit: ['b64'], b64: false })),
  'the typ of any JWT': strange(({ forger }) => forger.token({}, { typ: 'JWT' })),
  'no typ': strange(({ forger }) => forger.token({}, { typ: undefined })),
  'the members of the header in another order': strange(({ forger }) => {
    const { alg, typ, kid } = forger.header;
    return forger.of(JSON.stringify(forger.claims), JSON.stringify({ kid, typ, alg }));
  }),
  'a header with a member twice': strange(({ forger }) =>
    forger.of(JSON.stringify(forger.claims), `{"alg":"none",${JSON.stringify(forger.header).slice(1)}`),
  ),
  'a token of an issuer that nobody trusts': strange(({ forger, trap }) =>
    forger.token({ iss: trap }, { alg: 'RS256', jku: `${trap}/jwks` }, rsa.privateKey),
  ),

  'no signature': strange(({ forger }) => forger.unsigned({})),
  'another signature': wrong(({ forger }) => forger.unsigned({}, SIGNATURE)),
  'another key with the same kid': wrong(({ forger }) => forger.token({}, {}, other.privateKey)),
  'claims of another with the signature of a good one': wrong(({ forger, token }) => {
    const [header = '', , signature = ''] = token.split('.');
    return `${header}.${Buffer.from(JSON.stringify({ ...forger.claims, sub: 'root' })).toString('base64url')}.${signature}`;
  }),
  'another audience': wrong(({ forger }) => forger.token({ aud: 'another-gateway' })),
  'no audience': wrong(({ forger }) => forger.token({ aud: undefined })),
  'another issuer': wrong(({ forger, trap }) => forger.token({ iss: trap })),
  'no issuer': wrong(({ forger }) => forger.token({ iss: undefined })),
  'no end': wrong(({ forger }) => forger.token({ exp: undefined })),
  'an end that is no number': wrong(({ forger }) => forger.token({ exp: 'never' })),
  'a time that has not come (nbf)': wrong(({ forger }) => forger.token({ nbf: NOW_S + HOUR_S })),
  'a subject that is not its client': wrong(({ forger }) => forger.token({ sub: 'root' })),
  'a client that is no text': wrong(({ forger }) => forger.token({ client_id: ['administrator'] })),
  'a claim that stands there twice': wrong(({ forger }) =>
    forger.of(`{"scope":"nothing",${JSON.stringify(forger.claims).slice(1)}`),
  ),
  'claims that are none': wrong(({ forger }) => forger.of('null')),

  'a token of 15,000 characters': bearer('long', () => 'a'.repeat(15_000)),
  'one that has expired': bearer('late', ({ forger }) => forger.token({ iat: NOW_S - HOUR_S, exp: NOW_S - 1 })),
  'one that is not valid yet': bearer('early', ({ forger }) => forger.token({ iat: NOW_S + HOUR_S, exp: NOW_S + 2 * HOUR_S })),
  'one that was revoked': ended(({ revoked }) => revoked),
  'that of a client that is gone': ended(({ forger }) => forger.token({ client_id: 'gone', sub: 'gone' })),
  'that of a client that is disabled': ended(({ forger, lockedGeneration }) =>
    forger.token({ client_id: 'locked', sub: 'locked', generation: lockedGeneration }),
  ),
  'that of a client whose tokens were all ended': ended(({ forger }) => forger.token({ generation: 'before' })),
  'that of a client with the name of what every object has': ended(({ forger }) =>
    forger.token({ client_id: '__proto__', sub: '__proto__' }),
  ),
};
