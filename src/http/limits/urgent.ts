import { type Api, basePath, operationsOf } from '../api.js';

/** Whether a path is that of an operation which must be on time, however much else there is to do. */
export type IsUrgent = (path: string) => boolean;

/**
 * @param operationIds all of them reads
 * @throws Error when there is no such read
 */
export function urgentAmong(apis: readonly Api[], operationIds: readonly string[]): IsUrgent {
  const reads = apis.flatMap(({ document }) =>
    [...operationsOf(document)]
      .filter(({ method }) => method === 'get')
      .map(({ path, object }) => [object.operationId, `${basePath(document)}${path}`] as const),
  );
  const templates = new Map(reads);
  const patterns = operationIds.map((operationId) => {
    const template = templates.get(operationId);
    if (template === undefined) throw new Error(`${operationId} is to be urgent, and is no read of any specification`);
    return template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
  });
  const pattern = new RegExp(`^(${patterns.join('|')})$`);
  return patterns.length === 0 ? () => false : (path) => pattern.test(path);
}
