import type { Json, JsonObject } from '../../src/json.js';
import type { Answer } from '../apis/mec011/ask.js';
import type { Judge } from './judge.js';
import type { SpecifiedOperation } from './specifications.js';

/** @returns in which way an answer is not what its operation's specification says, if in any */
export function offItsSpecification(
  { answers, document }: SpecifiedOperation,
  { status, headers, text }: Answer,
  judge: Judge,
): string | undefined {
  const types = answers.get(status);
  // what is said of no operation in particular, for nobody came as far as one
  if (!types) return [404, 414, 431].includes(status) ? undefined : `answered ${status}, which is not in its specification`;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const schema: JsonObject | undefined = Object.entries(types).find(([known]) => known.split(';')[0] === type)?.[1];
  if (Object.keys(types).length === 0) return text === '' ? undefined : 'answered with a body where there is to be none';
  if (!schema) return `answered with ${type}`;
  if (!type.endsWith('json')) return undefined;
  const fault = judge.faultOf(document, schema, JSON.parse(text) as Json);
  return fault === undefined ? undefined : `answered off its schema: ${fault}`;
}
