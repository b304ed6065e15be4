import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';
import { tellStory } from './story.js';

interface Run {
  readonly run: (command: string, args: readonly string[], options?: { cwd?: string }) => string;
}
interface Java {
  readonly missing: () => string | undefined;
  readonly GENERATOR: string;
}
interface Generator {
  readonly openapiGenerator: (version: string) => string;
}

const ROOT = process.cwd();
const SOURCE = join(ROOT, 'sdk/java');
const OUT = join(ROOT, 'dist/sdk/java');
const REPOSITORY = pathToFileURL(join(OUT, 'repository')).href;
const DOCUMENT = join(ROOT, 'dist/sdk/documents/umec-3.0.json');
const script = async (name: string) => (await import(pathToFileURL(join(ROOT, 'scripts/sdk', name)).href)) as unknown;
const { run } = (await script('run.mjs')) as Run;
const { missing, GENERATOR } = (await script('java.mjs')) as Java;
const { openapiGenerator } = (await script('openapi-generator.mjs')) as Generator;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const needs = missing();
if (needs !== undefined) it.todo(`the Java client tells the story (install ${needs})`);
else describe('The Java client', theJavaClient);

function theJavaClient(): void {
  it('tells the story, taken from a repository as an artifact', async () => {
    using folder = tempDirectory();
    cpSync(join(SOURCE, 'example'), folder.path, { recursive: true });
    await tellStory({ command: 'java', args: ['-cp', built(folder.path), 'org.umec.example.Story'] });
  });

  it('passes its own tests: tokens, connections that are cut, pages, problems, notifications, bytes', () => {
    expect(mvn(join(OUT, 'project'), 'test')).toMatch(/^\[INFO\] Tests run: (?!0)\d+, Failures: 0, Errors: 0, Skipped: 0$/m);
  });

  it('compiles what README.md shows', () => {
    using folder = tempDirectory();
    cpSync(join(SOURCE, 'example/pom.xml'), join(folder.path, 'pom.xml'));
    const sources = join(folder.path, 'src/main/java');
    mkdirSync(sources, { recursive: true });
    const shown = blocks('java');
    expect(shown.length).toBeGreaterThan(4);
    shown.forEach((block, at) => writeFileSync(join(sources, `Shown${at}.java`), asClass(`Shown${at}`, block)));
    built(folder.path);
  });

  it('is depended on as README.md says', () => {
    const [shown = ''] = blocks('xml');
    expect(shown).toContain(`<version>${version}</version>`);
    expect(flat(readFileSync(join(SOURCE, 'example/pom.xml'), 'utf8')).replace('${umec.version}', version)).toContain(
      flat(shown),
    );
  });

  it('has a cousin by a second generator, which compiles as it is', () => {
    const cousin = join(OUT, 'okhttp-gson');
    rmSync(cousin, { recursive: true, force: true });
    const options = ['-g', 'java', '--library', 'okhttp-gson', '-c', join(SOURCE, 'second-generator.yaml')];
    run('java', ['-jar', openapiGenerator(GENERATOR), 'generate', ...options, '-i', DOCUMENT, '-o', cousin]);
    mvn(cousin, 'compile');
  });
}

/** @returns what has to be on its class path */
function built(folder: string): string {
  const given = [`-Dumec.repository=${REPOSITORY}`, `-Dumec.version=${version}`];
  // a copy that Maven has of another day would be taken for this one
  mvn(folder, ...given, 'dependency:purge-local-repository', '-DmanualInclude=org.umec:umec-client', '-DreResolve=false');
  mvn(folder, ...given, 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=target/classpath');
  return `${join(folder, 'target/classes')}:${readFileSync(join(folder, 'target/classpath'), 'utf8')}`;
}

function mvn(cwd: string, ...args: readonly string[]): string {
  return run('mvn', ['-B', ...args], { cwd });
}

function blocks(language: string): readonly string[] {
  const text = readFileSync(join(SOURCE, 'README.md'), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);
}

/** A few lines are what somebody would have written in a method, with what was there before. */
function asClass(name: string, block: string): string {
  const imports = block.split('\n').filter((line) => line.startsWith('import '));
  const lines = block.split('\n').filter((line) => !line.startsWith('import '));
  const packages = ['java.net', 'java.util', 'org.umec.client', 'org.umec.client.api', 'org.umec.client.model'];
  const given = block.includes('Umec umec =') ? 'String secret' : 'Umec umec';
  return [
    ...packages.map((one) => `import ${one}.*;`),
    ...imports,
    `class ${name} { void shown(${given}) throws Exception {`,
    ...lines,
    '} }',
  ].join('\n');
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
