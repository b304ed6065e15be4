import { describe, expect, it } from '@jest/globals';
import { BearerRefusal } from '../../src/auth/bearer-refusal.js';
import { metadata } from '../../src/auth/metadata.js';
import { claimsOf, details, openIdentity } from './identity.js';

const OWN = 'A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0';
const OTHER = 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2';

async function setUp(certificateBound?: boolean) {
  const identity = await openIdentity();
  const given = details(certificateBound === undefined ? {} : { certificateBound });
  const { client, secret = '' } = await identity.clients.create(given);
  const form = { grant_type: 'client_credentials', client_id: client.clientId, client_secret: secret };
  const get = (certificate?: string) => identity.endpoint.answer({ form, remoteAddress: '192.0.2.1', certificate });
  const token = async (certificate?: string) => {
    const { body } = await get(certificate);
    return 'access_token' in body ? body.access_token : JSON.stringify(body);
  };
  const admit = async (header: string, certificate?: string) => {
    const answer: unknown = await identity.grants.admit(header, [], certificate).catch((thrown: unknown) => thrown);
    return answer instanceof BearerRefusal ? `${answer.code} ${answer.error}` : 'admitted';
  };
  return { ...identity, identity, client, get, token, admit };
}

describe('A token of a client that is bound to its certificate', () => {
  it('names the certificate that was shown when it was given', async () => {
    const { token } = await setUp(true);
    expect(claimsOf(await token(OWN)).cnf).toEqual({ 'x5t#S256': OWN });
  });

  it('is not given without one', async () => {
    const { get } = await setUp(true);
    expect(await get()).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('is good with it, and neither without nor with another, whoever came first', async () => {
    const { token, admit, grants } = await setUp(true);
    const header = `Bearer ${await token(OWN)}`;
    expect(await admit(header)).toBe('unauthorized invalid_token');
    expect(await admit(header, OTHER)).toBe('unauthorized invalid_token');
    expect(grants.size).toBe(0);
    expect(await admit(header, OWN)).toBe('admitted');
    expect([grants.find(header), grants.find(header, OTHER)]).toEqual([undefined, undefined]);
    expect(await admit(header)).toBe('unauthorized invalid_token');
    expect(await admit(header, OTHER)).toBe('unauthorized invalid_token');
    expect(grants.find(header, OWN)).toMatchObject({ certificate: OWN });
    expect(await admit(header, OWN)).toBe('admitted');
  });
});

describe('A token of any other client', () => {
  it('is good with every certificate, and without', async () => {
    for (const bound of [undefined, false]) {
      const { token, admit } = await setUp(bound);
      const text = await token(OWN);
      expect(claimsOf(text)).not.toHaveProperty('cnf');
      expect([await admit(`Bearer ${text}`), await admit(`Bearer ${text}`, OTHER)]).toEqual(['admitted', 'admitted']);
    }
  });
});

describe('What the gateway says of itself', () => {
  it('names bound tokens where clients may show certificates', () => {
    expect(metadata('https://gateway.test', [], true)).toMatchObject({ tls_client_certificate_bound_access_tokens: true });
    expect(metadata('https://gateway.test', [])).not.toHaveProperty('tls_client_certificate_bound_access_tokens');
  });
});

describe('certificateBound', () => {
  it('survives, and is true or false', async () => {
    const { clients, client } = await setUp(true);
    expect(clients.get(client.clientId).certificateBound).toBe(true);
    await expect(clients.create(details({ certificateBound: 'no' as never, appInstanceIds: [] }))).rejects.toThrow(
      'certificateBound',
    );
  });
});
