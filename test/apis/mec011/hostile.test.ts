import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemDetails } from '../../../src/http/problem.js';
import { type Answer, bodyOf } from './ask.js';
import * as bodies from '../../bodies.js';
import { askFor, type Call, calls } from './calls.js';
import { stateIn } from './state-fault.js';
import { type Declared, MGMT, operations, REGISTRY, SUPPORT, World } from './world.js';

const MEBIBYTE = 1_048_576;
/** What one thing may add to the state, characters: the registry takes 16,384 of what an application says. */
const MOST_KEPT = 20_000;

let world: World;
beforeAll(async () => {
  // so large that it is not the bound of the body that stops what comes here
  world = await World.open({}, 4 * MEBIBYTE);
});
afterEach(() => world.clear());
afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
afterAll(() => world[Symbol.asyncDispose]());

async function callOf({ operationId }: Declared): Promise<Call> {
  const call = await calls[operationId]?.(world);
  if (!call) throw new Error(`calls.ts has no call for ${operationId}`);
  return call;
}

/** Refused for what it names, with nothing changed. */
async function refused(statuses: readonly number[], names: string | RegExp, asked: () => Promise<Answer>): Promise<void> {
  const before = await world.everything();
  const answer = await asked();
  if (!statuses.includes(answer.status))
    throw new Error(`answered ${answer.status}, expected ${statuses.join(' or ')}: ${answer.text.slice(0, 1_000)}`);
  const { detail } = bodyOf(answer) as ProblemDetails;
  expect(detail).toEqual(typeof names === 'string' ? expect.stringContaining(names) : expect.stringMatching(names));
  expect(detail.length).toBeLessThanOrEqual(8_192);
  expect(await world.everything()).toBe(before);
}

/** Refused, or let through with little of it kept. */
async function harmless(names: string | RegExp, asked: () => Promise<Answer>): Promise<void> {
  const kept = () => stateIn(world.gateway.dir).length;
  const [before, keptBefore] = [await world.everything(), kept()];
  const answer = await asked();
  const after = await world.everything();
  if (answer.status < 300) {
    expect(kept() - keptBefore).toBeLessThan(MOST_KEPT);
    expect(answer.text.length).toBeLessThan(MOST_KEPT);
    return;
  }
  const { status, detail } = bodyOf(answer) as ProblemDetails;
  expect([status, detail]).toEqual([
    status === 413 ? 413 : 400,
    typeof names === 'string' ? expect.stringContaining(names) : expect.stringMatching(names),
  ]);
  expect(detail.length).toBeLessThanOrEqual(8_192);
  expect(after).toBe(before);
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const withKeys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 0]));
const MANY_KEYS = withKeys(100_000);
/** The members of that, as text. */
const MANY = JSON.stringify(MANY_KEYS).slice(1, -1);
/** The text of a body with more in it, which JSON.stringify would not write. */
const textWith = (body: unknown, more: string) => `${JSON.stringify(body).slice(0, -1)},${more}}`;

/** As JSON.parse makes it: `__proto__` is a member of its own. */
const POLLUTION =
  '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true},"toString":1,"hasOwnProperty":1';

const withBody = operations.filter(({ hasBody }) => hasBody).map((operation) => [operation.operationId, operation] as const);

describe.each(withBody)('%s', (_id, operation) => {
  let call: Call;
  beforeEach(async () => {
    call = await callOf(operation);
  });
  const send = (body: unknown) => () => askFor(world, operation, { ...call, body });
  const sendWith = (more: string) => send(textWith(call.body, more));

  it('refuses 5 MiB', async () => {
    await refused([413], 'expected at most 4194304 bytes', sendWith(`"more":"${'x'.repeat(5 * MEBIBYTE)}"`));
  });

  it('keeps little of 3 MiB in an attribute that it does not know', async () => {
    await harmless(/more|characters/, sendWith(`"more":"${'x'.repeat(3 * MEBIBYTE)}"`));
  });

  it.each([65, 1_000, 10_000, 100_000])('refuses what is nested %i deep', async (depth) => {
    await refused([400], 'nested too deep', sendWith(`"more":${nested(depth)}`));
    await refused([400], 'nested too deep', sendWith(`"more":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`));
  });

  it('refuses 100,000 attributes', async () => {
    await refused([400, 413], /is not known|properties|more than/, sendWith(MANY));
  });

  it('keeps little of 100,000 attributes one level down', async () => {
    await harmless(/more|characters/, sendWith(`"more":{${MANY}}`));
  });

  it.each(['null', '"text"', '17', 'true', '[]', '[{}]', '{}', '', '{"', 'NaN', '\u0000'])(
    'refuses %j as a whole',
    async (text) => {
      await refused([400, 415], /body|media type/, send(text));
    },
  );

  it('takes no wrong type for any attribute', async () => {
    for (const name of Object.keys(call.body as object)) {
      for (const wrong of [null, { polluted: true }, [[]], -1, '\u0000'.repeat(3_000)])
        await refused([400], name, send({ ...(call.body as object), [name]: wrong }));
    }
  });

  it('pollutes no prototype', async () => {
    await harmless(/__proto__|constructor|prototype|properties/, sendWith(POLLUTION));
    for (const path of [`${MGMT}/services`, `${REGISTRY}/applications`, `${REGISTRY}/subscriptions`])
      expect((await world.ask({ method: 'GET', path })).text).not.toContain('polluted');
  });
});

describe('What an implementation may add', () => {
  const { transportInfo } = bodies.service;
  const open: [string, string, (info: string) => string][] = [
    [
      'implSpecificInfo',
      'AppServices_POST',
      (info: string) =>
        textWith(
          { ...bodies.service, transportInfo: undefined },
          `"transportInfo":${textWith(transportInfo, `"implSpecificInfo":${info}`)}`,
        ),
    ],
    [
      'alternative',
      'AppServices_POST',
      (info: string) =>
        textWith(
          { ...bodies.service, transportInfo: undefined },
          `"transportInfo":${textWith({ ...transportInfo, type: 'RPC', endpoint: undefined }, `"endpoint":{"alternative":${info}}`)}`,
        ),
    ],
    ['appProfile', 'Registrations_POST', (info: string) => textWith(bodies.registration, `"appProfile":${info}`)],
  ];

  it.each(open)('in %s is given back as it was, down to 40 levels', async (_name, operationId, write) => {
    const [operation, call] = await prepared(operationId);
    const info = `{"a":${nested(40)}}`;
    const answer = await askFor(world, operation, { ...call, body: write(info) });
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining(info)]);
    await world.ask({ method: 'DELETE', path: answer.headers.location ?? '' });
  });

  it.each(open)('in %s is refused 8,000 levels deep, although it is short', async (_name, operationId, write) => {
    const [operation, call] = await prepared(operationId);
    await refused([400], 'nested too deep', () => askFor(world, operation, { ...call, body: write(`{"a":${nested(8_000)}}`) }));
  });

  it.each(open)('in %s is refused when it is long, or has many attributes', async (_name, operationId, write) => {
    const [operation, call] = await prepared(operationId);
    for (const info of [{ a: 'x'.repeat(17_000) }, { a: MANY_KEYS }])
      await refused([413], 'expected at most 16384', () =>
        askFor(world, operation, { ...call, body: write(JSON.stringify(info)) }),
      );
    await refused([400], 'properties', () => askFor(world, operation, { ...call, body: write(JSON.stringify(withKeys(65))) }));
  });

  it.each(open)('in %s pollutes no prototype', async (_name, operationId, write) => {
    const [operation, call] = await prepared(operationId);
    const answer = await askFor(world, operation, { ...call, body: write(`{${POLLUTION}}`) });
    expect(answer.status).toBe(201);
    await world.ask({ method: 'DELETE', path: answer.headers.location ?? '' });
  });

  async function prepared(operationId: string): Promise<[Declared, Call]> {
    const operation = operations.find((one) => one.operationId === operationId);
    if (!operation) throw new Error(`there is no ${operationId}`);
    return [operation, await callOf(operation)];
  }
});

describe('Identifiers', () => {
  const namesIn = ({ path }: Declared) => Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const withIds = operations
    .filter(({ path }) => path.includes('{'))
    .map((operation) => [operation.operationId, operation] as const);
  const odd = [
    '__proto__',
    'constructor',
    'toString',
    '..',
    '%2e%2e',
    "'; DROP TABLE documents; --",
    '\u0000',
    'x'.repeat(128),
    '💡',
    '*',
    '{}',
  ];

  it.each(withIds)('that are none are found nowhere by %s', async (_id, operation) => {
    const call = await callOf(operation);
    for (const id of odd)
      for (const name of namesIn(operation))
        await refused([404, 400], /./, () => askFor(world, operation, { ...call, params: { ...call.params, [name]: id } }));
  });

  const ofTwo = operations
    .filter(({ path }) => path.split('{').length > 2)
    .map((operation) => [operation.operationId, operation] as const);
  it.each(ofTwo)('of another application are of no use to %s', async (_id, operation) => {
    const [mine, others] = [await callOf(operation), await callOf(operation)];
    const appInstanceId = mine.params.appInstanceId ?? '';
    // a rule is found by its name within its application, and both have one of this name
    const params = operation.path.includes('rule')
      ? { ...others.params, appInstanceId: await bare() }
      : { ...others.params, appInstanceId };
    await refused([404], /there is no|has no/, () => askFor(world, operation, { ...mine, params }));
    expect((await askFor(world, operation, others)).status).toBeLessThan(300);
  });

  it('of one application lead to nothing of another in any list', async () => {
    const [mine, others] = [await world.application(), await bare()];
    await world.service(mine);
    await world.toServices(mine);
    await world.toTheEnd(mine);
    for (const list of [
      `${MGMT}/applications/${others}/services`,
      `${SUPPORT}/applications/${others}/traffic_rules`,
      `${SUPPORT}/applications/${others}/dns_rules`,
    ])
      expect((await world.ask({ method: 'GET', path: list })).text).toBe('[]');
    for (const root of [MGMT, SUPPORT])
      expect((await world.ask({ method: 'GET', path: `${root}/applications/${others}/subscriptions` })).text).not.toContain(mine);
  });

  const bare = () => world.application({ trafficRules: [], dnsRules: [] });
});

describe('Queries', () => {
  const lists = operations.filter(({ operationId }) =>
    ['Services_GET', 'AppServices_GET', 'Transports_GET', 'ApplicationsTrafficRules_GET', 'ApplicationsDnsRules_GET'].includes(
      operationId,
    ),
  );

  it.each(lists.map((operation) => [operation.operationId, operation] as const))(
    'that are hostile get nothing out of %s',
    async (_id, operation) => {
      const call = await callOf(operation);
      const hostile = [
        '__proto__=1',
        '__proto__[polluted]=true',
        'constructor[prototype][polluted]=true',
        'filter=(eq,__proto__/polluted,true)',
        'filter=(eq,constructor/name,Object)',
        'fields=__proto__',
        'exclude_fields=constructor/prototype',
        'fields[__proto__]=polluted',
        'fields%5B__proto__%5D=polluted',
        'ser_name[]=plates',
        'x=1&[]=1',
        `filter=${'('.repeat(2_000)}`,
        `filter=${encodeURIComponent('(eq,state,ACTIVE);'.repeat(100))}`,
        `fields=${'a/'.repeat(100)}`,
        'filter=%00',
        '%',
      ];
      for (const query of hostile) await refused([400], /./, () => askFor(world, operation, { ...call, query: `?${query}` }));
    },
  );
});

describe('Requests', () => {
  const withoutBody = operations
    .filter(({ hasBody }) => !hasBody)
    .map((operation) => [operation.operationId, operation] as const);

  it.each(withoutBody)(
    'to %s with a body where there is none to be are answered as if it were not there',
    async (_id, operation) => {
      const odd: Pick<Call, 'body' | 'headers'>[] = [
        { body: `"${'x'.repeat(5 * MEBIBYTE)}"` },
        { body: '{"' },
        { body: nested(10_000) },
        { body: '{}', headers: { 'Content-Encoding': 'unheard-of' } },
        { body: '{}', headers: { 'Content-Type': 'application/json; charset=latin1' } },
        { body: 'text', headers: { 'Content-Type': 'text/plain' } },
      ];
      for (const { body, headers } of odd) {
        const call = await callOf(operation);
        const answer = await askFor(world, operation, { ...call, body, headers: { ...call.headers, ...headers } });
        expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([Math.min(answer.status, 299), '']);
      }
    },
  );

  it.each(operations.filter(({ path }) => path.includes('{')).map((operation) => [operation.operationId, operation] as const))(
    'to %s are refused when their address cannot be decoded',
    async (_id, { base, path, method }) => {
      for (const id of ['%', '%ff', '%e0%80%80'])
        await refused([400], /./, () =>
          world.ask({
            method: method.toUpperCase(),
            path: base + path.replace(/\{\w+\}/g, id),
            body: method === 'get' ? undefined : {},
          }),
        );
    },
  );

  it('in an encoding or with characters that nobody reads here are refused', async () => {
    const [operation] = operations.filter(({ operationId }) => operationId === 'Registrations_POST');
    if (!operation) throw new Error('there is no Registrations_POST');
    const call = await callOf(operation);
    const unread: Record<string, string>[] = [
      { 'Content-Encoding': 'unheard-of' },
      { 'Content-Type': 'application/json; charset=latin1' },
    ];
    for (const headers of unread)
      await refused([415], /unheard-of|LATIN1/i, () => askFor(world, operation, { ...call, headers }));
    await refused([400], /./, () => askFor(world, operation, { ...call, headers: { 'Content-Encoding': 'gzip' } }));
  });
});
