import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/json.js';
import { TestGateway } from '../gateway.js';
import { Arbitraries } from './arbitrary-of.js';
import { Client } from './client.js';
import { Judge } from './judge.js';
import { nearMisses } from './near-misses.js';
import { offItsSpecification } from './off-its-specification.js';
import { SEED } from './seed.js';
import { operations, type SpecifiedOperation } from './specifications.js';

const FORMS = 1_000;
/** Of a form: it comes from somebody who is not known as yet. */
const MOST_BYTES = 16_384;
const CLIENT_ID = 'plates';
const SCOPES = ['registry:read', 'sensors:read'];
const ASSERTION = ['client_assertion', 'client_assertion_type'];

type Pairs = readonly (readonly [name: string, value: string])[];

interface Asked {
  readonly pairs: Pairs;
  /** Whether the client says in a header who it is. */
  readonly hasHeader: boolean;
}

const judge = new Judge();
let gateway: TestGateway;
let secret: string;
beforeAll(async () => {
  // all are one client, at one address
  gateway = await TestGateway.start({ auth: { mode: 'tokens', limits: { writesPerSecond: 100_000, writeBurst: 100_000 } } });
  const made = await gateway.send('POST', '/access/v1/clients', { clientId: CLIENT_ID, name: CLIENT_ID, scopes: SCOPES });
  ({ clientSecret: secret } = (await made.json()) as { clientSecret: string });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe(`Forms made of the specifications (TEST_SEED=${SEED})`, () => {
  it.each(operations.filter(({ form }) => form).map((operation) => [operation.operationId, operation] as const))(
    'to %s are refused when they are wrong, and only then',
    async (operationId, operation) => {
      using client = new Client(gateway.url);
      const found: object[] = [];
      const judged = { right: 0, wrong: 0 };
      const questions = fc
        .sample(formsTo(operation), { seed: SEED, numRuns: FORMS })
        .map((asked) => questionOf(operation, asked));
      await client.askAll(questions, ({ asked, body }, answer) => {
        const isRight = isAsItShouldBe(operation, asked);
        judged[isRight ? 'right' : 'wrong']++;
        const expected = body.length > MOST_BYTES ? [413] : isRight ? [200] : [400, 401];
        const why = expected.includes(answer.status)
          ? offItsSpecification(operation, answer, judge)
          : `answered ${answer.status} instead of ${expected.join(' or ')}`;
        const { hasHeader } = asked;
        if (why !== undefined) found.push({ operationId, why, hasHeader, body: body.slice(0, 500), text: answer.text });
      });
      expect(found).toEqual([]);
      // else the generators have forgotten one of the two
      for (const share of Object.values(judged)) expect(share).toBeGreaterThan(FORMS / 20);
    },
    60_000,
  );
});

function formsTo({ document, form = {} }: SpecifiedOperation): fc.Arbitrary<Asked> {
  const known: Readonly<Partial<Record<string, readonly string[]>>> = {
    ...{ grant_type: ['client_credentials', 'password'], client_id: [CLIENT_ID], client_secret: [secret] },
    scope: [...SCOPES, SCOPES.join(' '), SCOPES.join('  '), 'access:write', ''],
    ...{ token: ['a.b.c'], client_assertion_type: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer'] },
  };
  const arbitraries = new Arbitraries(judge, {});
  const properties = Object.entries(form.properties as Record<string, JsonObject>);
  const values = (name: string, schema: JsonObject) =>
    fc.oneof(
      { arbitrary: fc.constantFrom(...(known[name] ?? ['x'])), weight: 6 },
      { arbitrary: arbitraries.valid(document, schema).map(text), weight: 1 },
      { arbitrary: fc.constantFrom(...nearMisses(document, schema, '').map(text)), weight: 1 },
    );
  const one = ([name, schema]: readonly [string, JsonObject]) => values(name, schema).map((value) => [name, value] as const);
  const needed = properties.filter(([name]) => ['grant_type', 'token'].includes(name));
  const others = properties.filter(([name]) => !['grant_type', 'token'].includes(name));
  return fc
    .record({
      needed: fc.tuple(...needed.map(one)),
      others: fc.array(fc.oneof(...others.map(one), fc.constant(['unheard_of', '1'] as const)), { maxLength: 3 }),
      isWithout: fc.integer({ max: 12, min: 0 }),
      hasHeader: fc.boolean(),
    })
    .map(({ needed: first, others: more, isWithout, hasHeader }) => {
      const pairs = [...(isWithout === 0 ? [] : first), ...more];
      return { hasHeader, pairs: hasHeader ? pairs : withoutGuessing(pairs) };
    });
}

/** Whoever guesses is soon not listened to any more: without a header the form says who it is rightly, or not wholly. */
function withoutGuessing(pairs: Pairs): Pairs {
  const right: Readonly<Record<string, string>> = { client_id: CLIENT_ID, client_secret: secret };
  return pairs.filter(([name]) => !ASSERTION.includes(name)).map(([name, value]) => [name, right[name] ?? value]);
}

function questionOf({ path }: SpecifiedOperation, asked: Asked) {
  const body = encoded(asked.pairs).toString();
  const basic = Buffer.from(`${CLIENT_ID}:${secret}`).toString('base64');
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...(asked.hasHeader ? { Authorization: `Basic ${basic}` } : {}),
  };
  return { asked, method: 'POST', path, headers, body };
}

function encoded(pairs: Pairs): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** By RFC 6749, clauses 2.3, 3.2 and 4.4, and RFC 7009, clause 2.1. */
function isAsItShouldBe({ operationId, document, form = {} }: SpecifiedOperation, { pairs, hasHeader }: Asked): boolean {
  const sent = encoded(pairs);
  const named = Object.keys(form.properties as JsonObject);
  if (named.some((name) => sent.getAll(name).length > 1)) return false;
  if (!judge.isValid(document, form, Object.fromEntries(sent))) return false;
  const given = Object.fromEntries([...sent].filter(([, value]) => value !== '')) as Partial<Record<string, string>>;
  const ways = [hasHeader, given.client_secret !== undefined, given.client_assertion !== undefined].filter(Boolean).length;
  if (ways !== 1 || ASSERTION.some((name) => given[name] !== undefined)) return false;
  if (given.client_id === undefined ? !hasHeader : given.client_id !== CLIENT_ID) return false;
  if (operationId === 'TokenRevocation_POST') return given.token !== undefined;
  return given.grant_type === 'client_credentials' && (given.scope?.split(' ') ?? []).every((scope) => SCOPES.includes(scope));
}
