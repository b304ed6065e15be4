import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { pythonExample } from '../../src/http/api-pages/python-example.js';
import { ROOT, blocksOf, readPage } from '../docs/blocks.js';
import { hasProgram } from '../has-program.js';
import { runExamples } from '../http/api-pages/run-examples.js';
import { isNotLedAstray } from './led-astray.js';
import { runProgram } from './run-program.js';
import { generate } from './scripts.js';
import { tellStory } from './story.js';

const SOURCE = join(ROOT, 'sdk/python');
const MADE = join(ROOT, 'dist/sdk/python');
const PACKAGE = join(MADE, 'umec_client');
const DOCUMENT = join(ROOT, 'dist/sdk/documents/umec-3.0.json');
const TOOLS = join(ROOT, 'dist/sdk/.tools/python/bin');
/** Whoever has installed the package: an environment of its own, with the example, the tests and what the README says. */
const USER = join(MADE, 'user');
const PYTHON = join(USER, 'venv/bin/python');

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
}
interface Parameter {
  readonly name?: string;
  readonly explode?: boolean;
  readonly $ref?: string;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<Record<string, { readonly properties?: object }>>;
  };
}

if (existsSync(join(MADE, 'docs/index.html'))) describe('The Python client', () => tests());
else it.todo('The Python client (npm run sdk -- python)');

function tests(): void {
  beforeAll(async () => {
    rmSync(USER, { recursive: true, force: true });
    for (const folder of ['example', 'test']) cpSync(join(SOURCE, folder), join(USER, folder), { recursive: true });
    const blocks = blocksOf(readPage('sdk/python/README.md')).filter(({ info }) => info === 'python');
    expect(blocks.length).toBeGreaterThan(8);
    writeFileSync(join(USER, 'readme.py'), blocks.map(({ text }) => text).join('\n'));
    await install(join(USER, 'venv'), wheel());
  });

  it('has each operation, for both ways to wait, with a type for what is sent and answered', () => {
    const asked = operations().map(({ operationId = '' }) => operationId.replaceAll('_', '').toLowerCase());
    const modules = readdirSync(join(PACKAGE, 'api'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\/(?!__)\w+\.py$/.test(path),
    );
    const made = modules.map((path) => path.replace(/^.*\/|\.py$/g, '').replaceAll('_', ''));
    expect(made.sort()).toEqual(asked.sort());
    for (const path of modules) {
      const text = readFileSync(join(PACKAGE, 'api', path), 'utf8');
      for (const name of ['sync', 'asyncio', 'sync_detailed', 'asyncio_detailed']) expect(text).toContain(`def ${name}(`);
      expect(text).not.toMatch(/\bbody: Any\b|Answer\[.*\bAny\b/);
    }
  });

  it('joins the lists with commas that the specifications want so', () => {
    const parameters = operations().flatMap(({ parameters = [] }) => parameters.map(resolved));
    const joined = new Set(parameters.filter(({ explode }) => explode === false).map(({ name }) => name));
    expect([...joined].sort()).toEqual(['exclude_fields', 'fields']);
    expect(readFileSync(join(SOURCE, 'umec_client/client.py'), 'utf8')).toContain('_WITH_COMMAS = {"fields", "exclude_fields"}');
  });

  it('knows every kind of notification that the specifications have', () => {
    const told = Object.entries(document().components.schemas).filter(
      ([, { properties = {} }]) => 'notificationType' in properties || 'specversion' in properties,
    );
    const kinds = told.map(([name]) => `${name}.from_dict`);
    const known = readFileSync(join(SOURCE, 'umec_client/notifications.py'), 'utf8').match(/\w+\.from_dict/g);
    expect(known?.sort()).toEqual(kinds.sort());
  });

  it('is typed, and so is what uses it: the example, the tests and the README', async () => {
    const config = ['--config-file', join(SOURCE, 'pyproject.toml'), '--python-executable', PYTHON];
    const check = (...files: string[]) => runProgram(join(TOOLS, 'mypy'), [...config, ...files], { cwd: USER });
    await check('--package', 'umec_client');
    await check('readme.py', ...pythonIn('example'));
    await check(...pythonIn('test'));
  });

  it('is written as ruff wants it', async () => {
    await runProgram(join(TOOLS, 'ruff'), ['check', '--no-cache', '.'], { cwd: SOURCE });
    await runProgram(join(TOOLS, 'ruff'), ['format', '--no-cache', '--check', '.'], { cwd: SOURCE });
  });

  it('renews tokens, goes on where it was cut off, and reads what comes', () =>
    runProgram(PYTHON, ['-W', 'error::DeprecationWarning', '-m', 'unittest'], { cwd: join(USER, 'test') }));

  it('runs in the example of each operation, which is answered as the specifications say', async () => {
    const folder = join(USER, 'operations');
    mkdirSync(folder);
    await runExamples({
      ...{ exampleOf: pythonExample, folder, extension: 'py' },
      one: (name) => [PYTHON, `${name}.py`],
      all: async (names, { url, token }) => {
        const env = { ROOT: url, UMEC_TOKEN: token };
        return JSON.parse(await runProgram(PYTHON, ['-c', RUN_ALL, ...names], { cwd: folder, env })) as string[];
      },
    });
  });

  for (const name of ['story.py', 'story_async.py']) {
    const program = { command: PYTHON, args: [join(USER, 'example', name)] };
    it(`tells the story, ${name}`, () => tellStory(program));
    it(`asks nobody else in its story, whoever says to offer the sensors, ${name}`, () => isNotLedAstray(program));
  }

  if (hasProgram('java', '-version') && hasProgram('mvn', '-version'))
    it('is made by another generator too, openapi-generator', async () => {
      const out = join(MADE, 'second');
      rmSync(out, { recursive: true, force: true });
      const wanted = ['-g', 'python', '-i', DOCUMENT, '-o', out, '--package-name', 'second', '--global-property'];
      const quick = 'apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false';
      await generate([...wanted, quick]);
      await install(join(out, 'venv'), out);
      const python = join(out, 'venv/bin/python');
      mkdirSync(join(out, 'elsewhere'));
      const count = await runProgram(python, ['-c', IMPORT_ALL], { cwd: join(out, 'elsewhere') });
      expect(Number(count)).toBeGreaterThan(200);
    });
  else it.todo('is made by another generator too, openapi-generator (apt-get install openjdk-17-jre-headless maven)');
}

/** Says the names of those that failed. */
const RUN_ALL = `
import contextlib, io, json, os, runpy, sys
failed = []
for name in sys.argv[1:]:
    os.environ["UMEC_URL"] = os.environ["ROOT"] + "/" + name
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            runpy.run_path(name + ".py")
    except Exception:
        failed.append(name)
print(json.dumps(failed))
`;

const IMPORT_ALL = `
import importlib, pkgutil, second
names = [module.name for module in pkgutil.walk_packages(second.__path__, 'second.')]
for name in names: importlib.import_module(name)
print(len(names))
`;

/** A new environment with a package and what that needs. */
async function install(venv: string, what: string): Promise<void> {
  await runProgram('python3', ['-m', 'venv', venv], { cwd: ROOT });
  await runProgram(join(venv, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', what], { cwd: ROOT });
}

function wheel(): string {
  const dist = join(MADE, 'dist');
  const [file, ...others] = readdirSync(dist).filter((name) => name.endsWith('.whl'));
  expect(others).toEqual([]);
  return join(dist, String(file));
}

function operations(): readonly Operation[] {
  return Object.values(document().paths)
    .flatMap((item) => Object.values(item))
    .filter(({ operationId }) => operationId !== undefined);
}

function resolved(parameter: Parameter): Parameter {
  const name = parameter.$ref?.split('/').at(-1);
  return name === undefined ? parameter : (document().components.parameters[name] ?? parameter);
}

const document = (): Document => JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document;

const pythonIn = (folder: string): string[] =>
  readdirSync(join(USER, folder))
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(folder, name));
