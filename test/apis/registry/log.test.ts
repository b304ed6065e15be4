import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLog } from '../../../src/log.js';
import { RecentLog } from '../../../src/recent-log.js';
import { TestGateway } from '../../gateway.js';

interface Page {
  readonly lines: readonly { number: number; level: string; message: string; details: Record<string, string> }[];
  readonly next: number;
  readonly dropped: number;
}

const LOG = '/registry/v1/log';
const recentLog = new RecentLog();
const log = openLog('info', 'json', recentLog);
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ auth: { mode: 'tokens' } }, { log, recentLog });
});
afterAll(() => gateway.stop());

describe('The log', () => {
  it('shows what the gateway says, and then only what came since', async () => {
    log.warn({ deviceId: 'camera-lens-1' }, 'device is SUSPENDED');
    const { lines, next } = await gateway.json<Page>(`${LOG}?limit=1`);
    expect(lines).toMatchObject([{ level: 'WARN', message: 'device is SUSPENDED', details: { deviceId: 'camera-lens-1' } }]);
    expect(await gateway.json(`${LOG}?after=${next}`)).toEqual({ lines: [], next, dropped: 0 });
    log.info('a word');
    log.error('a cry');
    expect(await gateway.json(`${LOG}?after=${next}&level=ERROR`)).toMatchObject({ lines: [{ message: 'a cry' }] });
    expect(await gateway.json(`${LOG}?after=${next}`)).toMatchObject({ lines: [{ message: 'a word' }, { message: 'a cry' }] });
  });

  it('is given again only when it says more', async () => {
    const etag = (await gateway.get(LOG)).headers.get('etag') ?? '';
    expect((await gateway.get(LOG, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    log.info('more');
    expect((await gateway.get(LOG, { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  it.each(['level=LOUD', 'after=-1', 'limit=0', 'limit=1001'])('refuses ?%s', async (query) => {
    expect((await gateway.get(`${LOG}?${query}`)).status).toBe(400);
  });

  it('is for whoever looks after the whole gateway, with a scope of its own', async () => {
    const status = async (headers: Record<string, string>) => (await fetch(gateway.url + LOG, { headers })).status;
    const bearer = async (asked: object) => ({ Authorization: `Bearer ${await gateway.token(asked)}` });
    expect(await status({})).toBe(401);
    expect(await status(await bearer({ role: 'viewer' }))).toBe(403);
    expect(await status(await bearer({ scopes: ['registry:read', 'registry:write'] }))).toBe(403);
    expect(await status(await bearer({ role: 'operator' }))).toBe(200);
    expect(await status(await gateway.client({ clientId: 'rail', tenant: 'rail', scopes: ['log:read'] }))).toBe(403);
  });
});
