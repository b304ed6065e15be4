import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unlessMade } from './made-of.mjs';
import { has, root, run } from './run.mjs';

/** What is made with, at the versions that requirements-tools.txt says. */
const TOOLS = join(root, 'dist/sdk/.tools/python');

/** The parts of sdk/python that the package is made of; example and test use it as any program would. */
const PARTS = ['umec_client', 'templates', 'generator.yaml', 'pyproject.toml', 'README.md'];

export function missing() {
  const isThere = has('python3', '-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))');
  return isThere ? undefined : 'Python 3.11 or later with venv (apt-get install python3 python3-venv)';
}

/**
 * Makes the packages and their reference. What was made of the same files before is kept.
 * @returns the wheel, the source distribution and the reference
 */
export async function make({ documents, source, out, version }) {
  const requirements = join(source, 'requirements-tools.txt');
  unlessMade(TOOLS, [requirements], '', () => install(requirements));
  const inputs = [import.meta.filename, requirements, documents.openapi30, ...PARTS.map((part) => join(source, part))];
  unlessMade(out, inputs, version, () => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    generate(documents.openapi30, source, out);
    const project = readFileSync(join(source, 'pyproject.toml'), 'utf8').replace(/^version = .*$/m, `version = "${version}"`);
    writeFileSync(join(out, 'pyproject.toml'), project);
    for (const file of ['README.md', 'umec_client']) cpSync(join(source, file), join(out, file), { recursive: true });
    copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
    tool('python', ['-m', 'build', '--no-isolation', '--outdir', 'dist', '.'], { cwd: out });
    tool('pdoc', ['--output-directory', 'docs', 'umec_client'], { cwd: out });
  });
  return [
    { what: 'wheel', file: join(out, 'dist', `umec_client-${version}-py3-none-any.whl`) },
    { what: 'source distribution', file: join(out, 'dist', `umec_client-${version}.tar.gz`) },
    { what: 'reference', file: join(out, 'docs') },
  ];
}

/** Runs a program of the tools, which find each other. */
export function tool(program, args, options = {}) {
  const env = { PATH: `${join(TOOLS, 'bin')}${delimiter}${process.env.PATH}` };
  return run(join(TOOLS, 'bin', program), args, { ...options, env });
}

function install(requirements) {
  run('python3', ['-m', 'venv', '--clear', TOOLS]);
  tool('pip', ['install', '--quiet', '--disable-pip-version-check', '--require-hashes', '--requirement', requirements]);
}

/** @throws Error when the generator leaves anything out */
function generate(document, source, out) {
  const config = ['--config', join(source, 'generator.yaml'), '--custom-template-path', join(source, 'templates')];
  const args = ['generate', '--fail-on-warning', '--meta', 'none', '--path', document, ...config];
  tool('openapi-python-client', [...args, '--output-path', join(out, 'umec_client')]);
}
