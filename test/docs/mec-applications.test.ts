import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { shellEnvironment } from './shell-environment.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { freePort } from '../free-port.js';

const blocks = blocksOf(readPage('docs/mec-applications.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

describe('docs/mec-applications.md, with two shells,', () => {
  it('shows a service that is offered, lives, falls silent, lives again and ends', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    const port = await freePort();
    const here = (script: string) =>
      script.replaceAll('http://127.0.0.1:8080', gateway.url).replaceAll('127.0.0.1:9000', `127.0.0.1:${port}`);

    const first = spawn('sh', ['-c', `exec ${text('sh listens').replace('9000', String(port))}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await listening(port);
      const told = createInterface({ input: first.stdout })[Symbol.asyncIterator]();
      const next = async () => {
        const { done, value } = (await told.next()) as IteratorResult<string, string>;
        if (done) throw new Error('the second shell ended before the first was told');
        return JSON.parse(value) as unknown;
      };

      const script = blocks.filter(({ info }) => info === 'sh').map((block) => here(block.text));
      const [signingIn, making, subscribing, offering, living, livingAgain, ending, removing] = script;
      expect(script).toHaveLength(8);
      const second = spawn('sh', ['-es'], {
        cwd: ROOT,
        env: shellEnvironment({ UMEC_DATA_DIR: gateway.dir }),
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      // or the first would wait for what never comes
      second.once('exit', () => first.kill());
      const said = second.stdout.setEncoding('utf8').toArray() as Promise<string[]>;
      second.stdin.write(`${signingIn}${making}${subscribing}${offering}${living}`);
      expect(await next()).toEqual(shaped(JSON.parse(here(text('json ADDED')))));
      expect(await next()).toEqual(shaped(JSON.parse(here(text('json SUSPENDED')))));
      second.stdin.write(livingAgain ?? '');
      expect(await next()).toMatchObject({ serviceReferences: [{ state: 'ACTIVE', changeType: 'STATE_CHANGED' }] });
      second.stdin.write(ending ?? '');
      expect(await next()).toMatchObject({ serviceReferences: [{ changeType: 'REMOVED' }] });
      second.stdin.end(removing);
      expect((await said).join('')).toMatch(/"state":"ACTIVE","interval":2,"timeStamp"/);
      if (second.exitCode === null) await once(second, 'exit');
      expect(second.exitCode).toBe(0);
      expect(await gateway.json('/registry/v1/applications')).toEqual([]);
    } finally {
      first.kill();
    }
  }, 30_000);
});

/** The same members with the same values, where the page does not leave a part of them out. */
function shaped(shown: unknown): unknown {
  if (Array.isArray(shown)) return shown.map(shaped);
  if (typeof shown === 'object' && shown !== null)
    return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, shaped(value)]));
  if (typeof shown === 'string' && shown.includes('…'))
    return expect.stringContaining(shown.slice(0, shown.lastIndexOf('/') + 1));
  return shown;
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (answer) return;
  }
}
