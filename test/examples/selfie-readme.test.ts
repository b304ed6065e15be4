import { describe, expect, it } from '@jest/globals';
import { blocksOf, readPage } from '../docs/blocks.js';
import { atGateway, saidInShell } from '../docs/shell.js';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { Shell } from './shell.js';

const blocks = blocksOf(readPage('examples/selfie/README.md'));

describe('examples/selfie/README.md, with three shells,', () => {
  it('gets a page that has pictures classified, without a classifier none, is ended, and runs another day', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    const [models, page] = [await freePort(), await freePort()];
    const text = (info: string) =>
      atGateway(blocks.find((block) => block.info === info)?.text ?? '', gateway)
        .replace('serve.js 9000', `serve.js ${models}`)
        .replaceAll('127.0.0.1:9000', `127.0.0.1:${models}`)
        .replaceAll('127.0.0.1:8090', `127.0.0.1:${page}`);
    await using first = new Shell(`exec ${text('sh serves')}`);
    await first.line(/street and cars are served/);
    const runs = `exec env SELFIE_PORT=${page} ${text('sh runs-on')}`;
    const owner = { UMEC_DATA_DIR: gateway.dir };
    await using second = new Shell(`${text('sh')}\n${runs}`, owner);
    const ready = await second.until('ready');
    const shown = JSON.parse(text('json ready')) as typeof ready;
    expect(ready).toEqual({ ...shown, appInstanceId: ready.appInstanceId });

    const picture = async () => {
      const answer = await fetch(`http://127.0.0.1:${page}/pictures`, { method: 'POST' });
      return [answer.status, await answer.json()] as const;
    };
    const results = ['car', 'empty'].map((label) => expect.objectContaining({ label }) as unknown);
    expect(await picture()).toEqual([200, expect.objectContaining({ results: expect.arrayContaining(results) })]);
    await saidInShell([text('sh removes')], gateway);
    expect((await picture())[0]).toBe(502);
    await saidInShell([text('sh removes').split('\n')[0] ?? '', text('sh ends')], gateway);
    await second.until('ended');
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);

    await using anotherDay = new Shell(`${text('sh again')}\n${runs}`, owner);
    await anotherDay.until('ready');
  }, 60_000);
});
