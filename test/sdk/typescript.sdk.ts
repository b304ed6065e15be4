import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, blocksOf, readPage } from '../docs/blocks.js';
import { typescriptExample } from '../../src/http/api-pages/typescript-example.js';
import { TestGateway } from '../gateway.js';
import { runExamples } from '../http/api-pages/run-examples.js';
import { HOW_TO_GET_IT, hasBrowser } from '../web/browser.js';
import { hasProgram } from '../has-program.js';
import { isNotLedAstray } from './led-astray.js';
import { runProgram } from './run-program.js';
import { generate } from './scripts.js';
import { tellStory } from './story.js';
import { seenInABrowser } from './typescript-browser.js';

const SOURCE = join(ROOT, 'sdk/typescript');
const MADE = join(ROOT, 'dist/sdk/typescript');
const DOCUMENTS = join(ROOT, 'dist/sdk/documents');
/** The tools that the package was made with. */
const TOOLS = join(MADE, 'package/node_modules');
/** A program of its own beside the package: the example, the tests that use the package, and what its README says. */
const USER = join(MADE, 'example');

if (existsSync(join(MADE, 'docs/index.html'))) describe('The TypeScript client', () => tests());
else it.todo('The TypeScript client (npm run sdk -- typescript)');

function tests(): void {
  beforeAll(async () => {
    rmSync(USER, { recursive: true, force: true });
    cpSync(join(SOURCE, 'example'), USER, { recursive: true });
    cpSync(join(SOURCE, 'test'), join(USER, 'test'), { recursive: true });
    const blocks = blocksOf(readPage('sdk/typescript/README.md')).filter(({ info }) => info === 'ts');
    expect(blocks.length).toBeGreaterThan(5);
    writeFileSync(join(USER, 'readme.ts'), blocks.map(({ text }) => text).join('\n'));
    await runProgram('npm', ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: USER });
  });

  it('compiles as a user of the package would, the README too', () => tsc(USER));

  const story = { command: process.execPath, args: [join(USER, 'dist/story.js')] };
  it('tells the story', () => tellStory(story));
  it('asks nobody else in its story, whoever says to offer the sensors', () => isNotLedAstray(story));

  it('renews tokens, goes on where it was cut off, and reads what comes', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    const scopes = ['sensors:read', 'camera:read', 'gpio:read', 'gpio:write', 'events:read', 'mec_service_mgmt:read'];
    const client = { clientId: 'helpers', name: 'helpers', scopes };
    const made = (await (await gateway.send('POST', '/access/v1/clients', client)).json()) as { clientSecret: string };
    const env = { UMEC_URL: gateway.url, UMEC_CLIENT_ID: client.clientId, UMEC_CLIENT_SECRET: made.clientSecret };
    const tests = readdirSync(join(USER, 'dist/test')).filter((name) => name.endsWith('.test.js'));
    const files = tests.map((name) => join('dist/test', name));
    await runProgram(process.execPath, ['--test', '--test-timeout=60000', ...files], { cwd: USER, env });
  });

  it('compiles strictly in the example of each operation, which is answered as the specifications say', async () => {
    const folder = join(USER, 'operations');
    mkdirSync(folder);
    const ofOwn = { compilerOptions: { rootDir: '.', outDir: 'dist' }, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../tsconfig.json', ...ofOwn }));
    writeFileSync(join(folder, 'all.ts'), ALL_OPERATIONS);
    await runExamples({
      ...{ exampleOf: typescriptExample, folder, extension: 'ts' },
      build: () => tsc(folder),
      one: (name) => [process.execPath, '--experimental-websocket', `dist/${name}.js`],
      all: async (names, { url, token }) => {
        const env = { ROOT: url, UMEC_TOKEN: token };
        return JSON.parse(await runProgram(process.execPath, ['dist/all.js', ...names], { cwd: folder, env })) as string[];
      },
    });
  });

  it('compiles by another generator, @hey-api/openapi-ts', async () => {
    const out = anew('hey-api');
    const args = ['-i', join(DOCUMENTS, 'umec.json'), '-o', join(out, 'src'), '--no-log-file'];
    await runProgram(process.execPath, [join(TOOLS, '@hey-api/openapi-ts/bin/run.js'), ...args], { cwd: out });
    await tsc(out);
  });

  if (hasProgram('java', '-version') && hasProgram('mvn', '-version'))
    it('compiles by another generator, typescript-fetch of openapi-generator', async () => {
      const out = anew('typescript-fetch');
      const args = ['-g', 'typescript-fetch', '-i', join(DOCUMENTS, 'umec-3.0.json'), '-o', join(out, 'src')];
      await generate(args);
      await tsc(out);
    });
  else
    it.todo(
      'compiles by another generator, typescript-fetch of openapi-generator (apt-get install openjdk-17-jre-headless maven)',
    );

  if (hasBrowser())
    it('runs in a page of a browser as it is: reads, takes a ticket, follows', async () => {
      const seen = await seenInABrowser(join(USER, 'node_modules'));
      expect(seen).toEqual({ tags: expect.any(Number), cursors: 2, isProblem: true });
      expect(seen.tags).toBeGreaterThan(0);
    });
  else it.todo(`runs in a page of a browser (${HOW_TO_GET_IT})`);
}

/** Says the names of those that failed. */
const ALL_OPERATIONS = `
const failed: string[] = [];
console.log = () => undefined;
for (const name of process.argv.slice(2)) {
  process.env['UMEC_URL'] = \`\${process.env['ROOT']}/\${name}\`;
  await import(\`./\${name}.js\`).catch(() => failed.push(name));
}
process.stdout.write(JSON.stringify(failed));
`;

/** An empty folder for what a generator makes, to be compiled without an edit. */
function anew(name: string): string {
  const folder = join(MADE, 'second', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    ...{ target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [], module: 'ESNext', moduleResolution: 'Bundler' },
    ...{ strict: true, noEmit: true },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  return folder;
}

async function tsc(folder: string): Promise<void> {
  await runProgram(process.execPath, [join(TOOLS, 'typescript/bin/tsc'), '-p', folder], { cwd: folder });
}
