import { parseArgs } from 'node:util';
import { messageOf } from '../src/errors.js';
import type { Figure } from './benchmark.js';
import { chosen } from './benchmarks.js';
import { thisMachine } from './machine.js';
import { json, table } from './report.js';
import { Servers } from './servers/servers.js';

// npm run bench -- [--json] [--brief] [name …]     e.g. decode http start-first-answer; all of them unless named.
// --brief shows in half a minute that every figure can be measured; what it prints is not to be relied on
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, brief: { type: 'boolean', default: false } },
});
const figures: Figure[] = [];
{
  await using servers = new Servers();
  for (const [name, run] of wanted(positionals)) {
    process.stderr.write(`umec: measuring ${name} …\n`);
    figures.push(...(await run(servers, values.brief ? 0.05 : 1)));
  }
}
process.stdout.write((values.json ? json : table)(thisMachine(), figures));

function wanted(names: readonly string[]): ReturnType<typeof chosen> {
  try {
    return chosen(names);
  } catch (error) {
    process.stderr.write(`umec: ${messageOf(error)}\n`);
    process.exit(1);
  }
}
