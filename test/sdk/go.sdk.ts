import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { tellStory } from './story.js';

interface Run {
  readonly run: (command: string, args: readonly string[], options?: { cwd?: string; env?: Record<string, string> }) => string;
}
interface Go {
  readonly missing: () => string | undefined;
  readonly environment: (out: string, version: string) => Record<string, string>;
}
interface Generator {
  readonly openapiGenerator: () => string;
}

const ROOT = process.cwd();
const SOURCE = join(ROOT, 'sdk/go');
const OUT = join(ROOT, 'dist/sdk/go');
const DOCUMENT = join(ROOT, 'dist/sdk/documents/umec-3.0.json');
const script = async (name: string) => (await import(pathToFileURL(join(ROOT, 'scripts/sdk', name)).href)) as unknown;
const { run } = (await script('run.mjs')) as Run;
const { missing, environment } = (await script('go.mjs')) as Go;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const needs = missing();
if (needs !== undefined) it.todo(`the Go client tells the story (install ${needs})`);
else describe('The Go client', theGoClient);

function theGoClient(): void {
  it('tells the story, taken from a proxy as a module', async () => {
    using folder = tempDirectory();
    cpSync(join(SOURCE, 'example'), folder.path, { recursive: true });
    const command = join(folder.path, 'story');
    run('go', ['build', '-buildvcs=false', '-o', command, '.'], { cwd: folder.path, env: environment(OUT, version) });
    await tellStory({ command, args: [] });
  });

  it('passes its own tests: tokens, connections that are cut, pages, problems, notifications', () => {
    const { CGO_ENABLED } = JSON.parse(run('go', ['env', '-json', 'CGO_ENABLED'])) as { CGO_ENABLED: string };
    // the race detector is in C
    const race = CGO_ENABLED === '1' ? ['-race'] : [];
    expect(run('go', ['test', ...race, '-count=1', '.'], { cwd: join(OUT, 'client') })).toContain('ok');
  });

  it('is formatted, vetted, and needs the modules that it names', () => {
    expect(run('gofmt', ['-l', SOURCE])).toBe('');
    for (const module of [join(OUT, 'client'), join(SOURCE, 'pack')]) {
      run('go', ['vet', '.'], { cwd: module });
      run('go', ['mod', 'tidy', '-diff'], { cwd: module });
    }
  });

  it('is got as README.md says', () => {
    using folder = tempDirectory();
    const { GOPROXY = '', ...env } = environment(OUT, version);
    const [commands = ''] = blocksOf('sh');
    const [proxy, ...others] = GOPROXY.split(',');
    const given = { ...env, GOPROXY: others.join(','), PROXY: proxy?.replace('file://', '') ?? '' };
    run('sh', ['-ec', commands], { cwd: folder.path, env: given });
    expect(readFileSync(join(folder.path, 'go.mod'), 'utf8')).toContain(`umec.org/client v${version}`);
  });

  it('compiles what README.md shows', () => {
    const compiled = flat(readFileSync(join(SOURCE, 'example_test.go'), 'utf8'));
    const shown = blocksOf('go');
    expect(shown.length).toBeGreaterThan(5);
    for (const block of shown) expect(compiled).toContain(flat(block));
  });

  if (!hasProgram('java', '-version') || !hasProgram('mvn', '-version'))
    it.todo('a second generator makes a client of the same document (install a Java runtime, 17 or later, and Maven)');
  else
    it('has a cousin by a second generator, which compiles as it is', async () => {
      const { openapiGenerator } = (await script('openapi-generator.mjs')) as Generator;
      const cousin = join(OUT, 'openapi-generator');
      rmSync(cousin, { recursive: true, force: true });
      run('java', ['-jar', openapiGenerator(), 'generate', '-g', 'go', '-i', DOCUMENT, '-o', cousin, ...generatorOptions()]);
      expect(readdirSync(cousin)).toContain('api_sensors.go');
      const env = { GOFLAGS: '-mod=mod' };
      run('go', ['build', './...'], { cwd: cousin, env });
      run('go', ['vet', './...'], { cwd: cousin, env });
    });
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
function blocksOf(language: string): string[] {
  const text = readFileSync(join(SOURCE, 'README.md'), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language).map(([, , block = '']) => block);
}

/** Without indentation, which says nothing. */
const flat = (text: string) => text.replace(/^\s+/gm, '');
