#!/usr/bin/env node
// Prints what an OpenAPI file promises, as facts without sentences (test/etsi/digest.ts), to be compared with ours.
//   node scripts/digest-openapi.mjs FILE.yaml 'where it is from, and its licence' > test/fixtures/etsi-….json
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const [file, origin] = process.argv.slice(2);
if (!file || !origin)
  fail("expected a file and its origin: node scripts/digest-openapi.mjs FILE.yaml 'from where, and its licence'");
const { digest } = await import('../dist/test/etsi/digest.js').catch((error) =>
  fail(`there is nothing compiled yet, run "npm run build" first (${error.message})`),
);
// some files name one node very often, which is no attack here
const facts = digest(parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }));
const options = await resolveConfig(import.meta.filename ?? new URL(import.meta.url).pathname);
process.stdout.write(await format(JSON.stringify({ origin, ...facts }), { ...options, parser: 'json' }));

function fail(message) {
  console.error(message);
  process.exit(1);
}
