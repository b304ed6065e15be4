import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../../gateway.js';

const SETTINGS = '/registry/v1/settings';
// behind an address without a path, what looks like the end of a password in it
const destinations = { cloud: { url: 'http://127.0.0.1:9', token: 'canary-token', org: 'me@example.com', bucket: 'b' } };
const keys = { 'CB:B8:33:4C:88:4F': { password: '00112233445566778899aabbccddeeff', deviceId: '0011223344556677' } };
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, log: { level: 'warn' }, destinations, sensors: { keys } });
});
afterAll(() => gateway.stop());

const judged = async (document: unknown) => {
  const response = await gateway.send('POST', `${SETTINGS}/validations`, document);
  return { status: response.status, body: (await response.json()) as { valid: boolean; faults: string[] } };
};

describe('The settings', () => {
  it('are those that the gateway was started with, without what is secret', async () => {
    const settings = await gateway.json(SETTINGS);
    expect(settings).toMatchObject({
      log: { level: 'warn', format: 'auto' },
      data: { dir: gateway.dir },
      destinations: { cloud: { ...destinations.cloud, token: '(hidden)' } },
      sensors: { keys: { 'CB:B8:33:4C:88:4F': '(hidden)' } },
    });
    expect(JSON.stringify(settings)).not.toMatch(/canary|00112233/);
  });

  it('are good when a gateway could be started with them, and stay as they are', async () => {
    const before = await gateway.json(SETTINGS);
    expect(await judged({ log: { level: 'debug' } })).toEqual({ status: 200, body: { valid: true, faults: [] } });
    expect(await judged({})).toMatchObject({ body: { valid: true } });
    expect(await gateway.json(SETTINGS)).toEqual(before);
  });

  it('are judged in the words that a start would have', async () => {
    const { body } = await judged({ log: { levl: 'info' }, http: { maxBodyBytes: 'many' } });
    expect(body).toEqual({
      valid: false,
      faults: [
        expect.stringMatching(/^http\.maxBodyBytes: found "many", expected/),
        expect.stringMatching(/^log\.levl: .*level/),
      ],
    });
  });

  it('are told without the secrets that were sent', async () => {
    const { body } = await judged({
      destinations: { cloud: { url: 7, token: { canary: 1 } } },
      street: { clientSecret: ['canary'] },
    });
    expect(body.valid).toBe(false);
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  it('have so many faults and no more', async () => {
    const strange = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`no-${index}`, { driver: 'x'.repeat(2_000) }]));
    const { body } = await judged({ devices: { cameras: strange } });
    expect(body.faults.length).toBeLessThanOrEqual(100);
    expect(Math.max(...body.faults.map(({ length }) => length))).toBeLessThanOrEqual(1_024);
  });

  it('are not too many, nor too deep', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`levl${index}`, 1]));
    expect((await judged({ log: many })).status).toBe(413);
    const deep = Array.from({ length: 1_000 }).reduce<unknown>((inner) => [inner], 1);
    expect((await judged({ log: { level: deep } })).status).toBe(400);
  });

  it.each([
    ['a list', []],
    ['a text', 'log'],
    ['nothing', null],
  ])('are an object, and not %s', async (_name, document) => {
    expect((await judged(document)).status).toBe(400);
  });

  it('are for whoever looks after the whole gateway', async () => {
    const status = async (headers: Record<string, string>) => (await fetch(gateway.url + SETTINGS, { headers })).status;
    expect(await status({ Authorization: `Bearer ${await gateway.token({ role: 'viewer' })}` })).toBe(403);
    expect(await status({ Authorization: `Bearer ${await gateway.token({ role: 'operator' })}` })).toBe(200);
    expect(await status(await gateway.client({ clientId: 'rail', tenant: 'rail', scopes: ['settings:read'] }))).toBe(403);
  });
});
