import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlessMade } from './made-of.mjs';
import { has, root, run } from './run.mjs';

/** The parts of sdk/typescript that the package is made of; example and test use it as any program would. */
const PARTS = ['src', 'package.json', 'package-lock.json', '.npmrc', 'tsconfig.json', 'typedoc.json', 'README.md'];

export function missing() {
  return has('npm', '--version') ? undefined : 'npm (it comes with Node.js, https://nodejs.org)';
}

/**
 * Makes the npm package and its reference. What was made of the same files before is kept.
 * @returns what was made, and where it is
 */
export async function make({ documents, source, out, version }) {
  const folder = join(out, 'package');
  const inputs = [import.meta.filename, documents.openapi31, ...PARTS.map((part) => join(source, part))];
  unlessMade(out, inputs, version, () => {
    install(source, folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifestIn(source), version }, null, 2));
    cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    writeSchema(documents.openapi31, folder);
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    tool(folder, 'typescript/bin/tsc', []);
    run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], { cwd: folder });
    tool(folder, 'typedoc/bin/typedoc', ['--out', join(out, 'docs')]);
  });
  return [
    { what: 'npm package', file: join(out, `umec-client-${version}.tgz`) },
    { what: 'reference', file: join(out, 'docs') },
  ];
}

/** Puts the package's files into `folder`, and the tools that make it, unless these are there as the lock file says. */
function install(source, folder) {
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  for (const part of PARTS) cpSync(join(source, part), join(folder, part), { recursive: true });
  const lock = ['package.json', 'package-lock.json'].map((file) => join(source, file));
  unlessMade(join(folder, 'node_modules'), lock, '', () => {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  });
}

/** The types of the document, whose descriptions are made the text of their comments, which is what editors and the reference show. */
function writeSchema(document, folder) {
  const file = join(folder, 'src/schema.ts');
  const rootTypes = ['--root-types', '--root-types-no-schema-prefix', '--root-types-keep-casing'];
  tool(folder, 'openapi-typescript/bin/cli.js', [document, '-o', file, ...rootTypes]);
  const comments = readFileSync(file, 'utf8')
    .replaceAll('/** @description ', '/** ')
    .replaceAll(/^( +\*) @description /gm, '$1\n$1 ');
  writeFileSync(file, comments);
}

function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function tool(folder, script, args) {
  run(process.execPath, [join(folder, 'node_modules', script), ...args], { cwd: folder });
}
