import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { type Answer, bodyOf } from './ask.js';
import { askFor, calls } from './calls.js';
import { coverageTable } from './coverage-table.js';
import type { Provoker } from './provoker.js';
import { provokersOf } from './provokers.js';
import { type Declared, operations, World } from './world.js';

const PAGE = fileURLToPath(new URL('../../../../docs/mec011-coverage.md', import.meta.url));

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterEach(() => world.clear());
afterAll(() => world[Symbol.asyncDispose]());

describe('The table of operations and statuses', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'reaches each status that %s declares, and none that it does not',
    (_id, operation) => {
      const reached = new Set(provokersOf(operation).map(({ status }) => status));
      expect([...reached].sort()).toEqual([...operation.statuses.keys()].sort());
    },
  );

  it('knows how every operation is called, and no others', () => {
    expect(Object.keys(calls).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });

  it('is what docs/mec011-coverage.md shows', () => {
    const table = coverageTable(operations);
    if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, table);
    const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    if (page !== table)
      throw new Error('docs/mec011-coverage.md is not what the tests do: WRITE_DOCS=1 npm test -- every-status writes it');
  });
});

describe.each(operations.map((operation) => [operation.operationId, operation] as const))('%s answers', (_id, operation) => {
  it.each(provokersOf(operation).map((provoker) => [provoker.status, provoker.how, provoker] as const))(
    '%i: %s',
    async (_status, _how, provoker) => {
      const call = await (provoker.from ?? calls[operation.operationId])?.(world);
      if (!call) throw new Error(`calls.ts has no call for ${operation.operationId}`);
      await isAsDeclared(await provoker.provoke(world, operation, call), operation, provoker);
      if (provoker.succeedsAfterwards) expect((await askFor(world, operation, call)).status).toBeLessThan(300);
    },
  );
});

async function isAsDeclared(answer: Answer, operation: Declared, { status, names }: Provoker): Promise<void> {
  expect({ status: answer.status, text: answer.status === status ? '' : answer.text }).toEqual({ status, text: '' });
  if (operation.tagged.has(status)) expect(answer.headers.etag).toMatch(/^"[^"]+"$/);
  if (status >= 400) isProblem(answer, status, names);
  const validate = operation.statuses.get(status)?.();
  if (!validate) {
    expect(answer.text).toBe('');
    return;
  }
  expect([validate(bodyOf(answer)), validate.errors]).toEqual([true, null]);
  if (status < 300) expect(answer.headers['content-type']).toBe('application/json');
  if (status === 201) await isThere(answer);
}

function isProblem(answer: Answer, status: number, names: string | RegExp = /$^/): void {
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(bodyOf(answer)).toEqual({
    status,
    title: expect.stringMatching(/^[a-zA-Z]+$/),
    detail: typeof names === 'string' ? expect.stringContaining(names) : expect.stringMatching(names),
  });
  expect((bodyOf(answer) as ProblemDetails).detail.length).toBeLessThan(1_000);
}

/** What was made is at its `Location`, as it was answered, and with the same tag. */
async function isThere(created: Answer): Promise<void> {
  const found = await world.ask({ method: 'GET', path: created.headers.location ?? '' });
  expect([found.status, found.text, found.headers.etag]).toEqual([200, created.text, created.headers.etag]);
}

describe('What can be replaced', () => {
  const replaceable = operations.filter(
    ({ method, path, base }) =>
      ['put', 'patch'].includes(method) &&
      operations.some((get) => get.method === 'get' && get.path === path && get.base === base),
  );

  it.each(replaceable.map((operation) => [operation.operationId, operation] as const))(
    'has a tag with which %s succeeds once, and not again',
    async (_id, operation) => {
      const get = operations.find(
        ({ method, path, base }) => method === 'get' && path === operation.path && base === operation.base,
      );
      const call = await calls[operation.operationId]?.(world);
      if (!get || !call) throw new Error('there is nothing to read');
      const read = async () => (await askFor(world, get, { params: call.params })).headers.etag ?? '';
      const before = await read();
      const replaced = await askFor(world, operation, { ...call, headers: { 'If-Match': before } });
      expect(replaced.status).toBeLessThan(300);
      const after = await read();
      if (replaced.status === 200) expect(replaced.headers.etag).toBe(after);
      if (before === after) return; // the same was said again
      expect((await askFor(world, operation, { ...call, headers: { 'If-Match': before } })).status).toBe(412);
    },
  );
});

describe('Every address', () => {
  const byAddress = new Map<string, Declared[]>();
  for (const operation of operations) {
    const address = operation.base + operation.path;
    byAddress.set(address, [...(byAddress.get(address) ?? []), operation]);
  }

  it.each([...byAddress])('%s says which methods it has to whoever uses another', async (_address, there) => {
    const [first] = there;
    const call = await calls[first?.operationId ?? '']?.(world);
    if (!first || !call) throw new Error('it cannot be called');
    const methods = there.map(({ method }) => method.toUpperCase());
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].sort().join(', ');
    const other = ['DELETE', 'PATCH', 'PUT', 'POST', 'GET'].find((method) => !methods.includes(method)) ?? 'TRACE';
    const answer = await askFor(world, { ...first, method: other.toLowerCase() as Declared['method'] }, { params: call.params });
    expect([answer.status, answer.headers.allow]).toEqual([405, allowed]);
    isProblem(answer, 405, other);
  });
});
