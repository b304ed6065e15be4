import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage } from './blocks.js';
import { saidInShell } from './shell.js';

describe('docs/panel.md', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } });
  });
  afterAll(() => gateway.stop());

  it('says how to get a link, by which somebody signs in once who sees and changes nothing', async () => {
    const commands = blocksOf(readPage('docs/panel.md')).flatMap(({ info, text }) => (info === 'sh' ? [text] : []));
    expect(commands).toHaveLength(1);
    const [link = ''] = await saidInShell(commands, gateway);
    const [, code] = new RegExp(`^${gateway.url}/#sign-in=([\\w-]+)\\n$`).exec(link) ?? [];
    const headers = { 'Content-Type': 'application/json', Origin: gateway.url };
    const signIn = () => fetch(`${gateway.url}/session`, { method: 'POST', headers, body: JSON.stringify({ code }) });
    const { scope } = (await (await signIn()).json()) as { readonly scope: string };
    const writing = scope.split(' ').filter((one) => !one.endsWith(':read'));
    expect([scope.includes('sensors:read'), writing]).toEqual([true, []]);
    expect((await signIn()).status).toBe(401);
  });
});
