import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, join } from 'node:path';
import { has, root, run } from './run.mjs';

/** What is made with, at the versions that requirements-tools.txt says. */
const TOOLS = join(root, 'dist/sdk/.tools/python');

export function missing() {
  const isThere = has('python3', '-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))');
  return isThere ? undefined : 'Python 3.11 or later with venv (apt-get install python3 python3-venv)';
}

/** @returns the wheel, the source distribution and the reference */
export async function make({ documents, source, out, version }) {
  install(join(source, 'requirements-tools.txt'));
  const made = [
    { what: 'wheel', file: join(out, 'dist', `umec_client-${version}-py3-none-any.whl`) },
    { what: 'source distribution', file: join(out, 'dist', `umec_client-${version}.tar.gz`) },
    { what: 'reference', file: join(out, 'docs') },
  ];
  const stamp = join(out, '.made-of');
  const inputs = digest([documents.openapi30, ...filesOf(source), import.meta.filename], version);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs && made.every(({ file }) => existsSync(file))) return made;

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  generate(documents.openapi30, source, out);
  const project = readFileSync(join(source, 'pyproject.toml'), 'utf8').replace(/^version = .*$/m, `version = "${version}"`);
  writeFileSync(join(out, 'pyproject.toml'), project);
  for (const file of ['README.md', 'umec_client']) cpSync(join(source, file), join(out, file), { recursive: true });
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  tool('python', ['-m', 'build', '--no-isolation', '--outdir', 'dist', '.'], { cwd: out });
  tool('pdoc', ['--output-directory', 'docs', 'umec_client'], { cwd: out });
  writeFileSync(stamp, inputs);
  return made;
}

/** Runs a program of the tools, which find each other. */
export function tool(program, args, options = {}) {
  const env = { PATH: `${join(TOOLS, 'bin')}${delimiter}${process.env.PATH}` };
  return run(join(TOOLS, 'bin', program), args, { ...options, env });
}

function install(requirements) {
  const stamp = join(TOOLS, '.installed');
  const wanted = digest([requirements]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('python3', ['-m', 'venv', '--clear', TOOLS]);
  tool('pip', ['install', '--quiet', '--disable-pip-version-check', '--require-hashes', '--requirement', requirements]);
  writeFileSync(stamp, wanted);
}

/** @throws Error when the generator leaves anything out */
function generate(document, source, out) {
  const config = ['--config', join(source, 'generator.yaml'), '--custom-template-path', join(source, 'templates')];
  const args = ['generate', '--fail-on-warning', '--meta', 'none', '--path', document, ...config];
  tool('openapi-python-client', [...args, '--output-path', join(out, 'umec_client')]);
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function digest(files, ...more) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(file));
  for (const text of more) hash.update(text);
  return hash.digest('hex');
}
