import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '../../generated/camera.js';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage, ROOT, tableRows } from './blocks.js';
import { saidInShell } from './shell.js';
import { shellEnvironment } from './shell-environment.js';

type Schemas = components['schemas'];

const page = readPage('docs/image-recognition.md');
const blocks = blocksOf(page);
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

describe('docs/image-recognition.md, with two shells,', () => {
  let said: string[];

  beforeAll(async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    const port = await freePort();
    const here = (script: string) => script.replaceAll('127.0.0.1:9000', `127.0.0.1:${port}`);
    const first = spawn('sh', ['-c', `exec ${text('sh serves').replace('9000', String(port))}`], {
      cwd: ROOT,
      env: shellEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(first.stdout, 'data');
      const commands = blocks.filter(({ info }) => info === 'sh').map((block) => here(block.text));
      said = await saidInShell(commands, gateway);
      expect(await gateway.json('/registry/v1/applications')).toEqual([]);
    } finally {
      first.kill();
    }
  }, 60_000);

  it("has a camera's picture told from an empty street", () => {
    expect(JSON.parse(said[1] ?? '')).toEqual(shaped(JSON.parse(text('json classification'))));
  });

  it('has boxes around what a detector finds', () => {
    const { kind, results } = JSON.parse(said[2] ?? '') as Schemas['Inference'];
    expect(kind).toBe('DETECTION');
    for (const { label, box } of results) {
      expect(label).toBe('car');
      expect([box?.y, box?.height]).toEqual([expect.closeTo(0.8, 2), expect.closeTo(0.16, 2)]);
    }
  });

  it('has a posted picture looked at', () => {
    expect(JSON.parse(said[3] ?? '')).toEqual(shaped(JSON.parse(text('json posted'))));
  });
});

describe('docs/image-recognition.md', () => {
  it('names every member of what a model takes', () => {
    const members: Record<keyof Schemas['ModelInput'], true> = {
      ...{ name: true, layout: true, width: true, height: true, channels: true },
      ...{ datatype: true, mean: true, scale: true, fit: true, encoding: true },
    };
    const named = tableRows(page, 'member').flatMap(([names = '']) => names.split(', '));
    expect(named.sort()).toEqual(Object.keys(members).sort());
  });
});

/** The same members with the same values, but for those that differ from picture to picture; best may be either result. */
function shaped(shown: unknown): unknown {
  if (Array.isArray(shown)) return expect.arrayContaining(shown.map(shaped));
  if (typeof shown === 'object' && shown !== null)
    return Object.fromEntries(
      Object.entries(shown).map(([name, value]) => [
        name,
        name === 'score' || name === 'sequence' ? expect.any(Number) : shaped(value),
      ]),
    );
  return shown === '…' ? expect.any(String) : shown;
}
