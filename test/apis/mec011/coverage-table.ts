import { provokersOf } from './provokers.js';
import type { Declared } from './world.js';

/** The page that shows how each status of each operation comes about. */
export function coverageTable(operations: readonly Declared[]): string {
  const rows = operations.flatMap((operation) => {
    const how = new Map<number, string[]>();
    for (const { status, how: way } of provokersOf(operation)) how.set(status, [...(how.get(status) ?? []), way]);
    return [...how].map(([status, ways]) => `| \`${operation.operationId}\` | ${status} | ${[...new Set(ways)].join('; or ')} |`);
  });
  return [...HEAD, '| Operation | Status | How it is provoked |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

const HEAD = [
  '# MEC 011: every operation and every status',
  '',
  'How each status that the specifications of MEC 011 declare, and those of the registry for applications and subscriptions, comes',
  'about by what a client or a device does. This page is written by `test/apis/mec011/every-status.test.ts`, which does all of it',
  'against a whole gateway and checks each answer: `WRITE_DOCS=1 npm test -- every-status`.',
  '',
  'What no operation declares comes before there is one: 405 with `Allow` to a method that an address does not have, 503 while the',
  'gateway starts or when an address has too many connections, 408 to whoever is too slow, 431 to headers of more than 16 KiB, and',
  '400 to what is no request.',
  '',
];
