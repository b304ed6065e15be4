import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { FIRST_FILE, FIRST_PROGRAM } from '../../src/http/api-pages/first-steps.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { saidInShell } from './shell.js';
import { shellEnvironment } from './shell-environment.js';
import { blocksOf, pages, readPage, ROOT } from './blocks.js';
import { askedBy } from './curl.js';

const readme = readPage('README.md');
const blocks = blocksOf(readme);
const scripts = Object.keys((JSON.parse(readPage('package.json')) as { scripts: object }).scripts);
const subcommands = [...readPage('src/umec.ts').matchAll(/\.command\('([a-z]+)'\)/g)].map(([, name]) => name);

describe('README.md', () => {
  let gateway: TestGateway;
  let authorization: string;
  beforeAll(async () => {
    gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    const stop = new AbortController();
    // whichever tag is in range now
    await (await gateway.events('sensors/**', stop.signal)).next();
    stop.abort();
  });
  afterAll(() => gateway.stop());

  const commands = blocks.flatMap(({ info, text }, index) =>
    info === 'sh' && text.startsWith('curl -H "$AUTH" ') ? [{ text, index }] : [],
  );

  it('shows a reading, a picture, a line and the services', () => {
    const shown = commands.map(({ text }) => /8080\/(\w+)/.exec(text)?.[1]);
    expect(shown).toEqual(['sensors', 'camera', 'gpio', 'mec_service_mgmt']);
  });

  it('says how to get a token', async () => {
    const [assignment] = blocks.filter(({ text }) => text.startsWith('AUTH='));
    const env = shellEnvironment({ UMEC_DATA_DIR: gateway.dir });
    const { stdout } = await promisify(execFile)('sh', ['-c', `${assignment?.text}echo "$AUTH"`], { cwd: ROOT, env });
    authorization = /^Authorization: (Bearer \S+)$/m.exec(stdout)?.[1] ?? '';
    expect(authorization).not.toBe('');
  });

  it.each(commands)('is answered as it shows with $text', async ({ text, index }) => {
    const { url, init } = askedBy(text, { AUTH: `Authorization: ${authorization}` });
    const response = await fetch(url.replace('http://127.0.0.1:8080', gateway.url), init);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(promisedType(text));
    if (response.headers.get('content-type')?.startsWith('image/')) {
      expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 640 });
    } else {
      expect(await response.json()).toEqual(shaped(shownAfter(index), gateway.url));
    }
  });

  it('has a first program that is run as it says, the one of the API pages', async () => {
    using folder = tempDirectory();
    const at = blocks.findIndex(({ info }) => info === 'js first.mjs');
    expect(blocks[at]?.text).toBe(FIRST_PROGRAM);
    writeFileSync(join(folder.path, FIRST_FILE), FIRST_PROGRAM);
    const [said] = await saidInShell([blocks[at + 1]?.text ?? ''], gateway, { cwd: folder.path });
    expect(said).toMatch(/^tags that are heard: [1-9]\d*\n.+ -?[\d.]+ °C\n/);
  });

  it('shows a picture that a viewer opens', async () => {
    const bytes = readFileSync(join(ROOT, 'docs/street.jpg'));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 720 });
    expect(bytes.length).toBeLessThan(110_000);
  });

  it('shows a configuration that can be used', () => {
    const [yaml] = blocks.filter(({ info }) => info === 'yaml');
    const { devices, destinations } = parseConfig(parse(yaml?.text ?? ''), {});
    const drivers = Object.values({ ...devices.radios, ...devices.cameras, ...devices.chips }).map(({ driver }) => driver);
    expect(drivers).toEqual(['bluez', 'v4l2', 'ffmpeg', 'auto']);
    expect(destinations.cloud?.bucket).toBe('ruuvi');
  });

  /** The type that the sentence behind the command names. */
  function promisedType(command: string): string | undefined {
    return /It answers `([^`]+)`/.exec(readme.slice(readme.indexOf(command)))?.[1];
  }

  /** The answer that is shown below a command; `…` stands for what was left out. */
  function shownAfter(index: number): unknown {
    return JSON.parse((blocks[index + 1]?.text ?? '').replace(/,?\s*…/g, ''));
  }
});

describe.each(pages())('%s', (path) => {
  const page = readPage(path);

  it('names only npm scripts that there are', () => {
    const named = [...page.matchAll(/\bnpm (?:run ([a-z:]+)|(start|test))\b/g)].map(([, run, short]) => run ?? short);
    expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
  });

  it('names only commands of umec that there are', () => {
    const named = [...page.matchAll(/(?:`|npx |^ {4})umec ([a-z]+)/gm)].map(([, name]) => name);
    expect(named.filter((name) => !subcommands.includes(name))).toEqual([]);
  });

  it('links only to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
  });
});

/** What is the same each time, for the simulated town is, and a lamp is what it was set to. */
const FIXED = ['serName', 'receiver', 'value'];

/** A matcher for the same members of the same types; addresses of the gateway and names are the very same. */
function shaped(shown: unknown, url: string): unknown {
  if (Array.isArray(shown)) return expect.arrayContaining(shown.map((one) => shaped(one, url)));
  // which tags are in range differs from minute to minute
  if (typeof shown === 'object' && shown !== null)
    return expect.objectContaining(
      Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, FIXED.includes(key) ? value : shaped(value, url)])),
    );
  if (typeof shown === 'string' && shown.startsWith('http://')) return shown.replace('http://127.0.0.1:8080', url);
  return expect.any(typeof shown === 'number' ? Number : String);
}
