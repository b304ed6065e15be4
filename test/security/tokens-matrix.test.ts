import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Known, NOTHING } from '../apis/examples.js';
import { startFurnished, usedDirectory } from '../apis/furnished.js';
import { stateIn } from '../apis/mec011/state-fault.js';
import { operations } from '../apis/operations.js';
import type { TestGateway } from '../gateway.js';
import { rest } from '../http/limits/served.js';
import { type Answer, Caller, type Question } from './caller.js';
import { atClients, credentialsOf, signIn, withClients } from './clients.js';
import { Forger } from './forger.js';
import { asked, questionOf } from './question-of.js';
import { type Ingredients, type Refused, refusedTokens } from './refused-tokens.js';
import { Trap } from './trap.js';

/** What answers without a token. One more needs a reason (`x-open` in its specification), and its name here. */
const OPEN = [
  ...['Healthz_GET', 'Readyz_GET', 'OpenapiDocument_GET', 'OpenapiDocument30_GET', 'Wot_GET'],
  ...['AsyncapiDocument_GET', 'Jwks_GET', 'OauthMetadata_GET', 'Token_POST', 'TokenRevocation_POST'],
  ...['Session_GET', 'Session_POST', 'SessionToken_POST', 'Session_DELETE', 'ReceiverAdvertisements_POST'],
];
/** Who asks so much in the very thread that is to answer makes it late. */
const http = { limits: { lagMs: 86_400_000 } };

let gateway: TestGateway;
let known: Known = NOTHING;
let caller: Caller;
let trap: Trap;
let ingredients: Ingredients;
let before: string;
/** What was answered to each kind of refusal, however it came about. */
const answers = new Map<string, Set<string>>();
let requests = 0;
let slowest = 0;

beforeAll(async () => {
  trap = await Trap.open();
  const dir = await usedDirectory();
  const { writer } = await withClients(dir, { writer: { role: 'admin' }, locked: { role: 'admin' } });
  const locked = await atClients(dir, (clients) => clients.disable('locked'));
  ({ gateway, known } = await startFurnished({ dir, http, credentials: credentialsOf(writer) }));
  caller = new Caller(gateway.url);
  const revoked = await signIn(gateway.url, writer);
  expect((await caller.ask(asked({ method: 'GET', path: '/registry/v1/devices' }, revoked))).status).toBe(200);
  const body = new URLSearchParams(`${credentialsOf(writer)}&token=${revoked}`);
  expect((await fetch(`${gateway.url}/oauth2/revoke`, { method: 'POST', body })).status).toBe(200);
  const token = await gateway.token();
  const forger = Forger.after(dir, token);
  ingredients = { forger, token, revoked, lockedGeneration: locked.generation, trap: trap.url };
  // what was answered to somebody is at hand from here on
  const reads = closedQuestions().filter(({ method, expected }) => method === 'GET' && expected === 200);
  for (let times = 0; times < 3; times++)
    await caller.askAll(
      reads.map((question) => asked(question, token)),
      () => {},
    );
});
afterAll(async () => {
  caller[Symbol.dispose]();
  await gateway.stop();
  await trap[Symbol.asyncDispose]();
});

/** What cannot be read any more was cut off. */
function wasReset(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  return '';
}

/** All that somebody without a token might have changed: what is kept, and how many readings there are. */
async function everything(): Promise<string> {
  const subsystems = await gateway.json<{ name: string; counters: object }[]>('/registry/v1/subsystems');
  const { counters } = subsystems.find(({ name }) => name === 'store') ?? {};
  return JSON.stringify(counters) + stateIn(gateway.dir);
}

const closed = operations.filter(({ ways }) => ways.length > 0);
const closedQuestions = () =>
  closed.map((operation) => ({ ...questionOf(operation, known), scope: (operation.ways[0] ?? []).join(' ') }));

function refusedWith<Q extends Question>(question: Q, { headers = {}, query }: Refused): Q {
  const path = query === undefined ? question.path : `${question.path}${question.path.includes('?') ? '&' : '?'}${query}`;
  return { ...question, path, headers: { ...question.headers, ...headers } };
}

/** All of an answer but what is of its moment and its connection. */
function written({ status, headers, text }: Answer, scope: string): string {
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...others } = headers;
  return `${status} ${JSON.stringify(others)} ${text}`.replace(`, scope=\\"${scope}\\"`, '');
}

/** @returns what is not as it should be */
function faultOf({ status, headers, text }: Answer, scope: string, { error }: Refused): string | undefined {
  const challenge = headers['www-authenticate'] ?? '';
  const expected =
    error === undefined
      ? `Bearer realm="umec"${scope === '' ? '' : `, scope="${scope}"`}`
      : `Bearer realm="umec", error="${error}", `;
  const wanted = error === 'invalid_request' ? 400 : 401;
  const isRight =
    status === wanted &&
    (error === undefined ? challenge === expected : challenge.startsWith(expected)) &&
    headers['content-type'] === 'application/problem+json' &&
    (JSON.parse(text) as { status: number }).status === wanted;
  return isRight ? undefined : `${status} ${challenge} ${text}`;
}

describe('Whoever has a good token', () => {
  it('is let in with one that was made as the others are, but for nothing', async () => {
    const { forger } = ingredients;
    const { status } = await caller.ask(asked({ method: 'GET', path: '/registry/v1/devices' }, forger.token()));
    expect(status).toBe(200);
    expect(forger.of(JSON.stringify(forger.claims))).toBe(ingredients.token);
  });
});

describe('Without a token', () => {
  it('exactly those operations answer of which that is known', async () => {
    expect(
      operations
        .filter(({ ways }) => ways.length === 0)
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual([...OPEN].sort());
    const answered: string[] = [];
    // one after the other: a session that is ended is not renewed
    for (const operation of operations) {
      const { operationId, expected, ...question } = questionOf(operation, known);
      if ((await caller.ask(question)).status === expected) answered.push(operationId);
    }
    expect(answered.sort()).toEqual([...OPEN].sort());
  });

  it('nobody learns what there is: it is the same answer for what there is not', async () => {
    const nowhere = { ...Object.fromEntries(Object.keys(known).map((name) => [name, 'nothing'])), mac: 'AA:BB:CC:DD:EE:FF' };
    const found = new Map<string, string[]>();
    for (const ids of [known, nowhere as unknown as Known])
      await caller.askAll(
        closed.map((operation) => questionOf(operation, ids)),
        ({ operationId }, answer) => found.set(operationId, [...(found.get(operationId) ?? []), written(answer, '')]),
      );
    expect([...found].filter(([, [there, gone]]) => there !== gone)).toEqual([]);
  });
});

describe('No operation is to be had', () => {
  beforeAll(async () => {
    before = await everything();
  });

  it.each(Object.entries(refusedTokens))('with %s', async (_name, refusal) => {
    const refused = refusal(ingredients);
    const faults: unknown[] = [];
    const questions = closedQuestions().map((question) => refusedWith(question, refused));
    await caller.askAll(questions, ({ operationId, scope }, answer) => {
      requests++;
      slowest = Math.max(slowest, answer.ms);
      const fault = faultOf(answer, scope, refused);
      if (fault !== undefined) faults.push([operationId, fault]);
      const alike = answers.get(refused.kind) ?? new Set();
      answers.set(refused.kind, alike.add(written(answer, scope)));
    });
    expect(faults).toEqual([]);
  });

  it('with a token of a megabyte, of which nobody reads more than the beginning', async () => {
    const { hostname: host, port } = new URL(gateway.url);
    for (const { operationId, method, path } of closedQuestions()) {
      const socket = connect({ host, port: Number(port) });
      await once(socket, 'connect');
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAuthorization: Bearer ${'a'.repeat(1_048_576)}\r\n\r\n`,
      );
      // whoever goes on writing may hear of the end before the answer
      expect([operationId, (await rest(socket).catch(wasReset)).slice(0, 12)]).toEqual([
        operationId,
        expect.stringMatching(/^(HTTP\/1\.1 431)?$/),
      ]);
    }
  });

  it('and nobody is told which way of the same kind it was', () => {
    expect(requests).toBe(closed.length * Object.keys(refusedTokens).length);
    const told = [...answers].map(([kind, texts]) => [kind, [...texts]] as const);
    expect(told.filter(([, texts]) => texts.length !== 1)).toEqual([]);
    console.info(`${requests} refusals, the slowest after ${slowest.toFixed(1)} ms`);
  });

  it('and nobody was sent to fetch a key', async () => {
    expect(trap.hits).toEqual([]);
    await fetch(`${trap.url}/planted`);
    expect(trap.hits).toEqual(['/planted']);
  });

  it('and nothing has changed', async () => {
    expect(await everything()).toBe(before);
  });
});
