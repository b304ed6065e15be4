import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Known, NOTHING } from '../apis/examples.js';
import { startFurnished } from '../apis/furnished.js';
import { stateIn } from '../apis/mec011/state-fault.js';
import { documents, type ListedOperation, operations } from '../apis/operations.js';
import { scopesOf } from '../../src/http/api.js';
import type { TestGateway } from '../gateway.js';
import { type Answer, Caller } from './caller.js';
import { asked, type OperationQuestion, questionOf } from './question-of.js';

const SCOPES = [...new Set([...documents.values()].flatMap(scopesOf))].sort();
const closed = operations.filter(({ ways }) => ways.length > 0);

let gateway: TestGateway;
let known: Known = NOTHING;
let caller: Caller;
beforeAll(async () => {
  ({ gateway, known } = await startFurnished());
  caller = new Caller(gateway.url);
});
afterAll(async () => {
  caller[Symbol.dispose]();
  await gateway.stop();
});

/** Whether an operation is for whoever has these scopes: one of its ways in asks for no other. */
function isFor({ ways }: ListedOperation, scopes: readonly string[]): boolean {
  return ways.some((way) => way.every((scope) => scopes.includes(scope)));
}

/** @returns what is not as it should be */
function faultOf({ ways }: ListedOperation, { status, headers, text }: Answer): string | undefined {
  const challenge = headers['www-authenticate'] ?? '';
  const needed = (ways[0] ?? []).join(' ');
  const isRight =
    status === 403 &&
    challenge.startsWith('Bearer realm="umec", error="insufficient_scope", ') &&
    challenge.endsWith(`, scope="${needed}"`) &&
    headers['content-type'] === 'application/problem+json' &&
    (JSON.parse(text) as { title: string }).title === 'forbidden';
  return isRight ? undefined : `${status} ${challenge} ${text}`;
}

type Asked = OperationQuestion & { readonly operation: ListedOperation };

/** Asks for each of them with the token that is for it. @returns those that were not refused for want of a scope */
async function refusedAll(wanted: readonly ListedOperation[], token: (operation: ListedOperation) => string): Promise<unknown[]> {
  const faults: unknown[] = [];
  const questions = wanted.map((operation): Asked => ({ ...asked(questionOf(operation, known), token(operation)), operation }));
  await caller.askAll(questions, ({ operation }, answer) => {
    const fault = faultOf(operation, answer);
    if (fault !== undefined) faults.push([operation.operationId, fault]);
  });
  return faults;
}

describe('An operation', () => {
  it('is refused to whoever has another scope, or none, and says which it needs; and nothing changes', async () => {
    const before = stateIn(gateway.dir);
    let refused = 0;
    for (const scopes of [[], ...SCOPES.map((scope) => [scope])]) {
      const token = await gateway.token({ scopes });
      const others = closed.filter((operation) => !isFor(operation, scopes));
      expect([scopes, await refusedAll(others, () => token)]).toEqual([scopes, []]);
      refused += others.length;
    }
    expect(refused).toBeGreaterThan(closed.length * (SCOPES.length - 1));
    expect(stateIn(gateway.dir)).toBe(before);
  });

  it('is refused to whoever has every scope but the one that it needs', async () => {
    const before = stateIn(gateway.dir);
    const tokens = new Map<string, string>();
    for (const left of SCOPES) tokens.set(left, await gateway.token({ scopes: SCOPES.filter((scope) => scope !== left) }));
    const single = closed.filter(({ ways }) => ways.length === 1);
    expect(single).toEqual(closed);
    // what is for any token lacks nothing
    const needing = single.filter(({ ways }) => ways[0]?.length !== 0);
    expect(await refusedAll(needing, ({ ways }) => tokens.get(ways[0]?.[0] ?? '') ?? '')).toEqual([]);
    expect(stateIn(gateway.dir)).toBe(before);
  });

  it.each([
    ['a viewer', 'viewer', (scope: string) => scope.endsWith(':read') && !scope.startsWith('access:')],
    ['an operator', 'operator', (scope: string) => !scope.startsWith('access:')],
  ])('is refused to %s when it is for more than that', async (_who, role, may) => {
    const token = await gateway.token({ role });
    const beyond = closed.filter(({ ways }) => !ways.some((way) => way.every(may)));
    expect(beyond.length).toBeGreaterThan(0);
    expect(await refusedAll(beyond, () => token)).toEqual([]);
  });

  it('is to be had with exactly the scope that it names', async () => {
    const faults: unknown[] = [];
    // one after the other: what deletes comes last
    for (const operation of closed) {
      const [scopes = []] = operation.ways;
      // nobody makes clients that may do more than he
      const token = await gateway.token(scopes.includes('access:write') ? {} : { scopes });
      const { expected, ...question } = questionOf(operation, known);
      const { status, text } = await caller.ask(asked(question, token));
      if (status !== expected) faults.push([operation.operationId, status, expected, text]);
    }
    expect(faults).toEqual([]);
  });
});
