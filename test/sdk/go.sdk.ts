import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT, blocksOf, readPage } from '../docs/blocks.js';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { isNotLedAstray } from './led-astray.js';
import { runProgram } from './run-program.js';
import { generate, script, version } from './scripts.js';
import { tellStory } from './story.js';

interface Go {
  readonly missing: () => string | undefined;
  readonly environment: (out: string, version: string) => Record<string, string>;
}

const SOURCE = join(ROOT, 'sdk/go');
const OUT = join(ROOT, 'dist/sdk/go');
const DOCUMENT = join(ROOT, 'dist/sdk/documents/umec-3.0.json');
const { missing, environment } = await script<Go>('go.mjs');

const needs = missing();
if (needs !== undefined) it.todo(`the Go client tells the story (install ${needs})`);
else describe('The Go client', theGoClient);

function theGoClient(): void {
  it('tells the story, taken from a proxy as a module', async () => {
    using folder = tempDirectory();
    await tellStory({ command: await example(folder.path), args: [] });
  });

  it('asks nobody else in its story, whoever says to offer the sensors', async () => {
    using folder = tempDirectory();
    await isNotLedAstray({ command: await example(folder.path), args: [] });
  });

  it('passes its own tests: tokens, connections that are cut, pages, problems, notifications', async () => {
    const { CGO_ENABLED } = JSON.parse(await go(ROOT, ['env', '-json', 'CGO_ENABLED'])) as { CGO_ENABLED: string };
    // the race detector is in C
    const race = CGO_ENABLED === '1' ? ['-race'] : [];
    expect(await go(join(OUT, 'client'), ['test', ...race, '-count=1', '.'])).toContain('ok');
  });

  it('is formatted, vetted, and needs the modules that it names', async () => {
    expect(await runProgram('gofmt', ['-l', SOURCE], { cwd: ROOT })).toBe('');
    for (const module of [join(OUT, 'client'), join(SOURCE, 'pack')]) {
      await go(module, ['vet', '.']);
      await go(module, ['mod', 'tidy', '-diff']);
    }
  });

  it('is got as README.md says', async () => {
    using folder = tempDirectory();
    const { GOPROXY = '', ...env } = environment(OUT, version);
    const [commands = ''] = shown('sh');
    const [proxy, ...others] = GOPROXY.split(',');
    const given = { ...env, GOPROXY: others.join(','), PROXY: proxy?.replace('file://', '') ?? '' };
    await runProgram('sh', ['-ec', commands], { cwd: folder.path, env: given });
    expect(readFileSync(join(folder.path, 'go.mod'), 'utf8')).toContain(`umec.org/client v${version}`);
  });

  it('compiles what README.md shows', () => {
    const compiled = flat(readFileSync(join(SOURCE, 'example_test.go'), 'utf8'));
    const blocks = shown('go');
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) expect(compiled).toContain(flat(block));
  });

  if (!hasProgram('java', '-version') || !hasProgram('mvn', '-version'))
    it.todo('a second generator makes a client of the same document (install a Java runtime, 17 or later, and Maven)');
  else
    it('has a cousin by a second generator, which compiles as it is', async () => {
      const cousin = join(OUT, 'openapi-generator');
      rmSync(cousin, { recursive: true, force: true });
      const options = ['-g', 'go', '-i', DOCUMENT, '-o', cousin, ...generatorOptions()];
      await generate(options);
      expect(readdirSync(cousin)).toContain('api_sensors.go');
      for (const check of ['build', 'vet']) await go(cousin, [check, './...'], { GOFLAGS: '-mod=mod' });
    });
}

/** @returns the example as a program, built in a folder of its own */
async function example(folder: string): Promise<string> {
  cpSync(join(SOURCE, 'example'), folder, { recursive: true });
  const program = join(folder, 'story');
  await go(folder, ['build', '-buildvcs=false', '-o', program, '.'], environment(OUT, version));
  return program;
}

function go(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return runProgram('go', args, { cwd, env });
}

/** Values of enumerations with the name of their type, and other names for schemas that it would take for its own functions. */
function generatorOptions(): string[] {
  const { components } = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as { components: { schemas: Record<string, unknown> } };
  const taken = Object.keys(components.schemas).filter((schema) => /^New[A-Z]|^Configuration$/.test(schema));
  const names = taken.map((schema) => `${schema}=${schema.replace(/^New/, '')}ToMake`);
  const code = ['apiTests', 'modelTests', 'apiDocs', 'modelDocs'].map((kind) => `${kind}=false`);
  return [
    ...['--additional-properties', 'packageName=umec,enumClassPrefix=true'],
    ...['--model-name-mappings', names.join(',')],
    ...['--global-property', ['models', 'apis', 'supportingFiles', ...code].join(',')],
  ];
}

/** The blocks of README.md in a language. */
function shown(language: string): string[] {
  const blocks = blocksOf(readPage('sdk/go/README.md')).filter(({ info }) => info === language);
  return blocks.map(({ text }) => text);
}

/** Without indentation, which says nothing. */
const flat = (text: string) => text.replace(/^\s+/gm, '');
