#!/usr/bin/env node
// Makes generated/<stem>.ts from openapi/<stem>.yaml: the types of openapi-typescript and the bundled document that is served
// and validated against.
//   node scripts/generate.mjs            writes what has changed
//   node scripts/generate.mjs --check    writes nothing; fails when generated/ is not what openapi/ says
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checking = process.argv.includes('--check');
const stems = readdirSync(join(root, 'openapi'))
  // what several share is bundled into each of them
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('common.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

const bundles = bundle(stems);
const wanted = new Map();
for (const stem of stems) wanted.set(`${stem}.ts`, await moduleOf(stem, bundles.get(stem)));

mkdirSync(join(root, 'generated'), { recursive: true });
const differing = [...changed(wanted), ...leftover(wanted)];
if (checking && differing.length > 0) {
  console.error(`generated/ is not what openapi/ says: ${differing.join(', ')}\nRun: npm run generate`);
  process.exit(1);
}

function* changed(files) {
  for (const [name, text] of files) {
    const path = join(root, 'generated', name);
    if (read(path) === text) continue;
    if (!checking) writeFileSync(path, text);
    yield name;
  }
}

/** Files of specs that are gone. */
function* leftover(files) {
  for (const name of readdirSync(join(root, 'generated'))) {
    if (files.has(name)) continue;
    if (!checking) rmSync(join(root, 'generated', name));
    yield name;
  }
}

async function moduleOf(stem, document) {
  return [
    `// Generated from openapi/${stem}.yaml by \`npm run generate\`; change that file, not this one.`,
    `import type { Document } from '../src/http/document.js';`,
    '',
    // it writes into the document it is given
    astToString(await openapiTS(structuredClone(document))),
    `/** The whole specification, with what it shares with others. */`,
    `export const document: Document = ${JSON.stringify(document, null, 2)};`,
    '',
  ].join('\n');
}

/** Every document with its references to other files resolved, by stem. */
function bundle(names) {
  const folder = mkdtempSync(join(tmpdir(), 'umec-generate-'));
  try {
    redocly('bundle', ...names.map((name) => `openapi/${name}.yaml`), '--ext', 'json', '--output', folder);
    return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function redocly(...args) {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) {
    console.error(stderr);
    process.exit(1);
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
