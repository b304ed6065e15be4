import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { has, root, run } from './run.mjs';

export const name = 'typescript';

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
  const made = [
    { what: 'npm package', file: join(out, `umec-client-${version}.tgz`) },
    { what: 'reference', file: join(out, 'docs') },
  ];
  const inputs = [fileURLToPath(import.meta.url), documents.openapi31, ...PARTS.map((part) => join(source, part))];
  const stamp = join(out, '.made-of');
  const hash = hashOf(inputs) + version;
  if (isThere(stamp, hash) && made.every(({ file }) => existsSync(file))) return made;

  install(source, folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifestIn(source), version }, null, 2));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeSchema(documents.openapi31, folder);
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  tool(folder, 'typescript/bin/tsc', []);
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], { cwd: folder });
  tool(folder, 'typedoc/bin/typedoc', ['--out', join(out, 'docs')]);
  writeFileSync(stamp, hash);
  return made;
}

/** Puts the package's files into `folder`, and the tools that make it, unless these are there as the lock file says. */
function install(source, folder) {
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  for (const part of PARTS) cpSync(join(source, part), join(folder, part), { recursive: true });
  const stamp = join(folder, 'node_modules/.made-of');
  const hash = hashOf([join(source, 'package.json'), join(source, 'package-lock.json')]);
  if (isThere(stamp, hash)) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  writeFileSync(stamp, hash);
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

function isThere(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Of names and contents, so that a file that is moved counts too. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesAt)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesAt(join(path, entry)));
}
