import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, blocksOf, readPage } from '../docs/blocks.js';
import { tempDirectory } from '../temp-directory.js';
import { isNotLedAstray } from './led-astray.js';
import { runProgram } from './run-program.js';
import { generate, script, version } from './scripts.js';
import { tellStory } from './story.js';

const SOURCE = join(ROOT, 'sdk/java');
const OUT = join(ROOT, 'dist/sdk/java');
const REPOSITORY = pathToFileURL(join(OUT, 'repository')).href;
const DOCUMENT = join(ROOT, 'dist/sdk/documents/umec-3.0.json');
/** The example as a program of its own beside the artifact. */
const EXAMPLE = join(OUT, 'example');
const { missing } = await script<{ missing: () => string | undefined }>('java.mjs');

const needs = missing();
if (needs !== undefined) it.todo(`the Java client tells the story (install ${needs})`);
else describe('The Java client', theJavaClient);

function theJavaClient(): void {
  let story: string[] = [];
  beforeAll(async () => {
    rmSync(EXAMPLE, { recursive: true, force: true });
    cpSync(join(SOURCE, 'example'), EXAMPLE, { recursive: true });
    story = ['-cp', await built(EXAMPLE), 'org.umec.example.Story'];
  });

  it('tells the story, taken from a repository as an artifact', () => tellStory({ command: 'java', args: story }));

  it('asks nobody else in its story, whoever says to offer the sensors', () => isNotLedAstray({ command: 'java', args: story }));

  it('passes its own tests: tokens, connections that are cut, pages, problems, notifications, bytes', async () => {
    expect(await mvn(join(OUT, 'project'), 'test')).toMatch(
      /^\[INFO\] Tests run: (?!0)\d+, Failures: 0, Errors: 0, Skipped: 0$/m,
    );
  });

  it('compiles what README.md shows', async () => {
    using folder = tempDirectory();
    cpSync(join(SOURCE, 'example/pom.xml'), join(folder.path, 'pom.xml'));
    const sources = join(folder.path, 'src/main/java');
    mkdirSync(sources, { recursive: true });
    const shown = shownIn('java');
    expect(shown.length).toBeGreaterThan(4);
    shown.forEach((block, at) => writeFileSync(join(sources, `Shown${at}.java`), asClass(`Shown${at}`, block)));
    await built(folder.path);
  });

  it('is depended on as README.md says', () => {
    const [shown = ''] = shownIn('xml');
    expect(shown).toContain(`<version>${version}</version>`);
    const pom = readFileSync(join(SOURCE, 'example/pom.xml'), 'utf8').replace('${umec.version}', version);
    expect(flat(pom)).toContain(flat(shown));
  });

  it('has a cousin by a second generator, which compiles as it is', async () => {
    const cousin = join(OUT, 'okhttp-gson');
    rmSync(cousin, { recursive: true, force: true });
    const options = ['-g', 'java', '--library', 'okhttp-gson', '-c', join(SOURCE, 'second-generator.yaml')];
    await generate([...options, '-i', DOCUMENT, '-o', cousin]);
    await mvn(cousin, 'compile');
  });
}

/** @returns what has to be on its class path */
async function built(folder: string): Promise<string> {
  const given = [`-Dumec.repository=${REPOSITORY}`, `-Dumec.version=${version}`];
  // a copy that Maven has of another day would be taken for this one
  await mvn(folder, ...given, 'dependency:purge-local-repository', '-DmanualInclude=org.umec:umec-client', '-DreResolve=false');
  await mvn(folder, ...given, 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=target/classpath');
  return `${join(folder, 'target/classes')}:${readFileSync(join(folder, 'target/classpath'), 'utf8')}`;
}

function mvn(cwd: string, ...args: readonly string[]): Promise<string> {
  return runProgram('mvn', ['-B', ...args], { cwd });
}

/** The blocks of README.md in a language. */
function shownIn(language: string): readonly string[] {
  const blocks = blocksOf(readPage('sdk/java/README.md')).filter(({ info }) => info === language);
  return blocks.map(({ text }) => text);
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
