import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, blocksOf, readPage } from '../docs/blocks.js';
import { tempDirectory } from '../temp-directory.js';
import { runProgram } from './run-program.js';
import { tellStory } from './story.js';

interface Run {
  readonly run: (command: string, args: readonly string[], options?: { cwd?: string }) => string;
}
interface Java {
  readonly missing: () => string | undefined;
}
interface Generator {
  readonly generate: (args: readonly string[]) => void;
}

const SOURCE = join(ROOT, 'sdk/java');
const OUT = join(ROOT, 'dist/sdk/java');
const REPOSITORY = pathToFileURL(join(OUT, 'repository')).href;
const DOCUMENT = join(ROOT, 'dist/sdk/documents/umec-3.0.json');
/** The example as a program of its own beside the artifact. */
const EXAMPLE = join(OUT, 'example');
const script = async (name: string) => (await import(pathToFileURL(join(ROOT, 'scripts/sdk', name)).href)) as unknown;
const { run } = (await script('run.mjs')) as Run;
const { missing } = (await script('java.mjs')) as Java;
const { generate } = (await script('openapi-generator.mjs')) as Generator;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const needs = missing();
if (needs !== undefined) it.todo(`the Java client tells the story (install ${needs})`);
else describe('The Java client', theJavaClient);

function theJavaClient(): void {
  let story: string[] = [];
  beforeAll(() => {
    rmSync(EXAMPLE, { recursive: true, force: true });
    cpSync(join(SOURCE, 'example'), EXAMPLE, { recursive: true });
    story = ['-cp', built(EXAMPLE), 'org.umec.example.Story'];
  });

  it('tells the story, taken from a repository as an artifact', () => tellStory({ command: 'java', args: story }));

  it('takes its secret to nobody whom the registry names, in the story', async () => {
    const asked: unknown[] = [];
    await using elsewhere = await serving(({ url }, response) => response.end(String(asked.push(url))));
    const services = [{ serName: 'umec-sensors', transportInfo: { endpoint: { uris: [`${elsewhere.url}/sensors/v1`] } } }];
    const token = { access_token: 'a', token_type: 'Bearer', expires_in: 3600 };
    await using gateway = await serving(({ url }, response) =>
      response.end(JSON.stringify(url === '/oauth2/token' ? token : services)),
    );
    const env = { UMEC_URL: gateway.url, UMEC_CLIENT_ID: 'a', UMEC_CLIENT_SECRET: 'b', STORY_DIR: EXAMPLE };
    const refusal = `${elsewhere.url}/ offers umec-sensors, and is not ${gateway.url}/`;
    await expect(runProgram('java', story, { cwd: EXAMPLE, env })).rejects.toThrow(refusal);
    expect(asked).toEqual([]);
  });

  it('passes its own tests: tokens, connections that are cut, pages, problems, notifications, bytes', () => {
    expect(mvn(join(OUT, 'project'), 'test')).toMatch(/^\[INFO\] Tests run: (?!0)\d+, Failures: 0, Errors: 0, Skipped: 0$/m);
  });

  it('compiles what README.md shows', () => {
    using folder = tempDirectory();
    cpSync(join(SOURCE, 'example/pom.xml'), join(folder.path, 'pom.xml'));
    const sources = join(folder.path, 'src/main/java');
    mkdirSync(sources, { recursive: true });
    const shown = shownIn('java');
    expect(shown.length).toBeGreaterThan(4);
    shown.forEach((block, at) => writeFileSync(join(sources, `Shown${at}.java`), asClass(`Shown${at}`, block)));
    built(folder.path);
  });

  it('is depended on as README.md says', () => {
    const [shown = ''] = shownIn('xml');
    expect(shown).toContain(`<version>${version}</version>`);
    const pom = readFileSync(join(SOURCE, 'example/pom.xml'), 'utf8').replace('${umec.version}', version);
    expect(flat(pom)).toContain(flat(shown));
  });

  it('has a cousin by a second generator, which compiles as it is', () => {
    const cousin = join(OUT, 'okhttp-gson');
    rmSync(cousin, { recursive: true, force: true });
    const options = ['-g', 'java', '--library', 'okhttp-gson', '-c', join(SOURCE, 'second-generator.yaml')];
    generate([...options, '-i', DOCUMENT, '-o', cousin]);
    mvn(cousin, 'compile');
  });
}

/** Who answers on a port of its own. */
async function serving(listener: RequestListener): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
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
