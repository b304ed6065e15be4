import { expect, it } from '@jest/globals';
import { signer, tokenOf } from '../auth/outside/issuer.js';
import { startSubscriber } from '../callbacks/subscriber.js';
import { TestGateway } from '../gateway.js';

it('Whoever has a token of a trusted issuer uses the gateway as far as its rule goes, beside those who have one of ours', async () => {
  const idp = await signer('k-1');
  await using keys = await startSubscriber((response) => response.end(JSON.stringify({ keys: [idp.open] })));
  await using trap = await startSubscriber((response) => response.end(JSON.stringify({ keys: [idp.open] })), {
    host: '127.0.0.3',
  });
  const issuer = 'https://idp.example';
  const jwksUri = 'http://127.0.0.4:1/jwks';
  const rule = { when: { groups: 'g' }, scopes: ['camera:read'], tenant: 'town', devices: ['camera-lens-1'] };
  const trust = { issuer: `http://127.0.0.2:${keys.port}`, jwksUri: `http://127.0.0.2:${keys.port}/jwks`, rules: [rule] };
  await using gateway = await TestGateway.start({
    auth: { mode: 'tokens', issuers: [trust, { ...trust, issuer, jwksUri }] },
  });
  const ask = async (path: string, claims: object, head: object = {}) => {
    // the gateway's own URL is an audience
    const good = { iss: trust.issuer, aud: gateway.url, groups: ['g'] };
    const token = await tokenOf(idp, Date.now(), { ...good, ...claims }, head);
    return (await fetch(gateway.url + path, { headers: { Authorization: `Bearer ${token}` } })).status;
  };
  // whom nobody knows has no rights
  expect(await ask('/camera/v1/cameras', {})).toBe(403);
  await gateway.send('POST', '/access/v1/tenants', { tenant: 'town', devices: 'all' });
  expect(await ask('/camera/v1/cameras', {})).toBe(200);
  expect(await ask('/camera/v1/cameras', { aud: 'other' })).toBe(401);
  expect(await ask('/camera/v1/cameras', { groups: ['h'] })).toBe(403);
  expect(await ask('/sensors/v1/readings/latest', {})).toBe(403);
  const lure = `http://127.0.0.3:${trap.port}/`;
  expect(await ask('/camera/v1/cameras', { iss: lure }, { jku: lure, x5u: lure })).toBe(401);
  // who cannot be asked is no reason to blame the client
  expect(await ask('/camera/v1/cameras', { iss: issuer })).toBe(503);
  expect((await gateway.get('/sensors/v1/readings/latest')).status).toBe(200);
  expect([keys.connections, trap.connections]).toEqual([1, 0]);
});
