import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { basePath, operationsOf } from '../../src/http/api.js';
import type { Document, Method } from '../../src/http/document.js';
import { ROOT } from '../docs/blocks.js';

/** An operation as its specification has it. */
export interface ListedOperation {
  readonly operationId: string;
  readonly method: Method;
  /** The base path of its API, and the path below it with `{names}`. */
  readonly base: string;
  readonly path: string;
  /** The scopes that it needs; several where there is a choice, and none at all where it needs no token. */
  readonly ways: readonly (readonly string[])[];
}

/** Every specification that there is, by the name of its file: a new one is found without being listed anywhere. */
export const documents: ReadonlyMap<string, Document> = new Map(
  await Promise.all(
    readdirSync(join(ROOT, 'generated')).map(async (name): Promise<[string, Document]> => {
      const stem = name.replace(/\.ts$/, '');
      const { document } = (await import(join(ROOT, 'dist/generated', `${stem}.js`))) as { document: Document };
      return [stem, document];
    }),
  ),
);

/** Every operation of every specification; those that delete come last. */
export const operations: readonly ListedOperation[] = [...documents.values()]
  .flatMap((document) =>
    [...operationsOf(document)].map(({ path, method, object }) => ({
      ...{ operationId: object.operationId, method, path, base: basePath(document) },
      ways: waysInto(object.security ?? []),
    })),
  )
  .sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'));

/** Whether a token, a ticket or a signature shows them, it is the same scopes. */
function waysInto(security: readonly Readonly<Record<string, readonly string[]>>[]): readonly (readonly string[])[] {
  const ways = security.map((way) => Object.values(way).flat());
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()];
}
