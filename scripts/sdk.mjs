#!/usr/bin/env node
// Makes a client for each language, as a package of that language, from the documents that a gateway serves and nothing else:
//   npm run sdk                     for every language whose tools are there, and says what is missing for the others
//   npm run sdk -- go java          for these
//   npm run sdk -- --ci             fails when anything is missing
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { servedDocuments } from './sdk/documents.mjs';
import { root } from './sdk/run.mjs';

const all = readdirSync(join(root, 'sdk'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const args = process.argv.slice(2);
const isCi = args.includes('--ci');
const chosen = args.filter((arg) => !arg.startsWith('--'));
for (const name of chosen) if (!all.includes(name)) fail(`unknown language "${name}", expected some of ${all.join(', ')}`);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const documents = await servedDocuments(join(root, 'dist/sdk/documents'));
for (const name of chosen.length > 0 ? chosen : all) await sdkOf(name);

async function sdkOf(name) {
  const language = await import(`./sdk/${name}.mjs`);
  const missing = language.missing();
  if (missing !== undefined) {
    if (isCi) fail(`${name} needs ${missing}`);
    console.log(`${name}: left out, it needs ${missing}`);
    return;
  }
  const since = performance.now();
  const out = join(root, 'dist/sdk', name);
  const made = await language.make({ documents, source: join(root, 'sdk', name), out, version });
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  for (const { what, file } of made) console.log(`${name}: ${what} ${relative(root, file)}, ${sizeOf(file)}, after ${seconds} s`);
}

function sizeOf(file) {
  const stat = statSync(file);
  return stat.isDirectory() ? 'a folder' : `${(stat.size / 1024).toFixed(0)} KiB`;
}

function fail(message) {
  console.error(`sdk: ${message}`);
  process.exit(1);
}
