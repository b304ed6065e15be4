import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../../gateway.js';

const MAC = 'CB:B8:33:4C:88:4F';
const data = '0201061BFF99040512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F';
const token = 'what-the-attic-shows';
const attic = { driver: 'ruuvi-gateway', token };
const bearer = { Authorization: `Bearer ${token}` };
const post = (more: object = {}) => ({ data: { gw_mac: 'AA:BB:CC:DD:EE:FF', tags: { [MAC]: { rssi: '-60', data }, ...more } } });

/** Entries that are none, and enough of them that no stranger's body is so long. */
const long = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`no tag ${at}`, { data: '00'.repeat(30) }]));

const pathTo = (name: string) => `/sensors/v1/receivers/${name}/advertisements`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { radios: { attic } } });
});
afterAll(() => gateway.stop());

const bring = (body: unknown, headers: Record<string, string> = bearer, name = 'attic') =>
  fetch(gateway.url + pathTo(name), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('ReceiverAdvertisements_POST', () => {
  it('keeps what a radio elsewhere has heard', async () => {
    const answer = await bring(post({ 'no address': {} }));
    expect([answer.status, await answer.json()]).toEqual([200, { taken: 1, malformed: 1 }]);
    // it was answered when it was on disk
    expect(await gateway.json(`/sensors/v1/tags/${MAC}/readings`)).toMatchObject([
      { mac: MAC, receiver: 'attic', rssi: -60, temperature: 24.3, measurementSequenceNumber: 205 },
    ]);
    expect((await gateway.json<object[]>('/registry/v1/devices')).filter((one) => 'driver' in one)).toEqual(
      expect.arrayContaining([expect.objectContaining({ deviceId: 'radio-attic', driver: 'ruuvi-gateway', state: 'ACTIVE' })]),
    );
  });

  it('keeps once what comes twice', async () => {
    expect((await bring(post())).status).toBe(200);
    expect((await bring(post())).status).toBe(200);
    expect(await gateway.json<object[]>(`/sensors/v1/tags/${MAC}/readings`)).toHaveLength(1);
  });

  it('reads what is long of whom it knows alone', async () => {
    expect(await (await bring(post(long))).json()).toEqual({ taken: 1, malformed: 500 });
    expect((await bring(post(long), {})).status).toBe(413);
    expect((await bring(post(long), { Authorization: 'Bearer a-guess-of-20-letters' })).status).toBe(413);
  });

  it.each([{}, { data: {} }, { data: { tags: [] } }, [], 5])('refuses %j', async (body) => {
    expect((await bring(body)).status).toBe(400);
  });

  it('lets in nobody else, and says the same whether there is such a radio', async () => {
    const own = gateway.owner();
    const answers = await Promise.all(
      [own, { Authorization: 'Bearer no' }].flatMap((headers) => ['attic', 'cellar'].map((name) => bring(post(), headers, name))),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    const nothing = await bring(post(), {});
    expect([nothing.status, nothing.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="umec"']);
  });

  it('lets nobody do anything else', async () => {
    expect((await fetch(`${gateway.url}/sensors/v1/tags`, { headers: bearer })).status).toBe(401);
  });
});
