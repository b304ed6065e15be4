import { bodiesOf } from '../openapi-bodies.js';
import { documents } from './operations.js';

const JSON_TYPE = 'application/json';

/** The first example of what is sent as JSON, by operation. */
const requests = new Map(
  [...documents.values()]
    .flatMap(bodiesOf)
    .flatMap(({ operationId, place, type, examples: [first] }) =>
      place === 'request' && type === JSON_TYPE && first !== undefined ? [[operationId, first as object]] : [],
    ),
);

/** What the specification shows as the body of a request, so that what clients begin with is what the tests send. */
export function shown(operationId: string): object {
  const body = requests.get(operationId);
  if (!body) throw new Error(`openapi/ shows no body for ${operationId}`);
  return body;
}

/** Every operation whose body is shown. */
export const shownOperations: readonly string[] = [...requests.keys()];
