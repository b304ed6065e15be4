import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from '@jest/globals';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage, ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';

const blocks = blocksOf(readPage('docs/sensor-subscriptions.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

it('docs/sensor-subscriptions.md, with two shells, shows a tag that enters a condition', async () => {
  await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
  const port = await freePort();
  const here = (script: string) =>
    script.replaceAll('http://127.0.0.1:8080', gateway.url).replaceAll('127.0.0.1:9000', `127.0.0.1:${port}`);
  const first = spawn('sh', ['-c', `exec ${text('sh listens').replace('9000', String(port))}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => undefined)));
    const told = createInterface({ input: first.stdout })[Symbol.asyncIterator]();
    const [subscribing, removing] = blocks.filter(({ info }) => info === 'sh').map((block) => here(block.text));
    const second = spawn('sh', ['-es'], {
      cwd: ROOT,
      env: shellEnvironment({ UMEC_DATA_DIR: gateway.dir }),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // or the first would wait for what never comes
    second.once('exit', () => first.kill());
    second.stdin.write(subscribing ?? '');
    const { value } = (await told.next()) as IteratorResult<string, undefined>;
    expect(JSON.parse(value ?? '{}')).toEqual(shaped(JSON.parse(text('json ENTERED'))));
    const said = second.stdout.setEncoding('utf8').toArray();
    second.stdin.end(removing);
    await said;
    if (second.exitCode === null) await once(second, 'exit');
    expect(second.exitCode).toBe(0);
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);
  } finally {
    first.kill();
  }
}, 30_000);

/** The same members with the same values, where the page does not leave a part of them out; of a measured one the kind. */
function shaped(shown: unknown): unknown {
  if (typeof shown === 'object' && shown !== null)
    return Object.fromEntries(
      Object.entries(shown).map(([name, value]) => [name, name === 'value' ? expect.any(Number) : shaped(value)]),
    );
  if (typeof shown === 'string' && shown.endsWith('…')) return expect.stringContaining(shown.slice(0, -1));
  return shown;
}
