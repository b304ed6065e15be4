import { answerOf, platform } from '../../api.js';

/** An `operationId`, and what it does in the words of its specification. */
export type Change = readonly [what: string, summary: string];

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
}

/** By their paths, and there by their methods. */
interface Specification {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Each operation that changes something: each write is in the audit log. @throws Refused when nobody says which there are */
export async function changes(): Promise<readonly Change[]> {
  const asked = platform.GET('/openapi/{document}', { params: { path: { document: 'umec.json' } } });
  const { paths = {} } = (await answerOf(asked)) as Specification;
  const items = Object.values(paths);
  const writes = items.flatMap((item) => ['post', 'put', 'patch', 'delete'].flatMap((method) => item[method] ?? []));
  return writes.map(({ operationId, summary = '' }): Change => [operationId, summary]).sort(([a], [b]) => (a < b ? -1 : 1));
}
