import { askFor, calls, questionOf } from './calls.js';
import { halfSent } from './half-sent.js';
import { answered, type Provoker, spoiled } from './provoker.js';
import { special } from './special-provokers.js';
import { stateIsAwayFrom } from './state-is-away.js';
import { BURST, type Declared, MAX_BODY_BYTES, World } from './world.js';

/** Every way that is known to get an operation to answer with one of its statuses. */
export function provokersOf(operation: Declared): readonly Provoker[] {
  const own = special[operation.operationId] ?? [];
  return [...general(operation), ...own].sort((a, b) => a.status - b.status);
}

/** What can be done to any operation, or to any of its kind, and is answered alike by all. */
function general(operation: Declared): Provoker[] {
  return [
    ...(operation.statuses.has(101) ? webSocket : [success(operation)]),
    ...(operation.method === 'get' && !operation.statuses.has(101) ? [notModified(operation)] : []),
    ...always,
    tooOften(operation),
    overloaded,
    ...Array.from(operation.path.matchAll(/\{(\w+)\}/g), ([, name = '']) => unknownId(name)),
    ...(operation.produces.length > 0 ? [notAcceptable] : []),
    ...(operation.hasBody ? bodies : []),
    ...(operation.statuses.has(412) ? [stale] : []),
    ...(operation.method !== 'get' && !WITHOUT_WRITING.has(operation.operationId) ? [stateIsAway] : []),
  ];
}

/** Their usual call finds all as it is to be, and writes nothing; they have provokers of their own. */
const WITHOUT_WRITING = new Set(['ServiceLiveness_PATCH', 'ApplicationsConfirmTermination_POST']);

const SUCCESS: Readonly<Record<string, string>> = {
  get: 'asked for',
  post: 'sent as it should be',
  put: 'sent as it should be',
  patch: 'sent in time, with nothing new to say',
  delete: 'asked for',
};

function success({ statuses, method, operationId }: Declared): Provoker {
  const declared = [...statuses.keys()].filter((status) => status < 300).sort((a, b) => a - b);
  const status = operationId === 'ServiceLiveness_PATCH' ? 204 : (declared[0] ?? 0);
  return answered(status, SUCCESS[method] ?? '');
}

/** What is never the same twice is known by no tag, but it is there. */
function notModified({ operationId }: Declared): Provoker {
  const isMoving = operationId.startsWith('Timing');
  return answered(
    304,
    isMoving ? '`If-None-Match: *`' : '`If-None-Match` with the `ETag` of before',
    undefined,
    async (world, operation, call) => {
      const { headers } = await askFor(world, operation, call);
      const tag = isMoving ? '*' : (headers.etag ?? '');
      return askFor(world, operation, { ...call, headers: { 'If-None-Match': tag } });
    },
  );
}

const narrow: Provoker = {
  status: 403,
  how: 'a token without the scope',
  names: 'this takes a token with the scope',
  succeedsAfterwards: true,
  async provoke(world, operation, call) {
    const Authorization = `Bearer ${await world.gateway.token({ scopes: ['events:read'] })}`;
    return askFor(world, operation, { ...call, headers: { ...call.headers, Authorization } });
  },
};

const always: readonly Provoker[] = [
  spoiled(400, 'a query parameter that there is not', 'no_such', (call) => ({ ...call, query: '?no_such=1' })),
  spoiled(401, 'no token', 'this takes a bearer token', (call) => ({
    ...call,
    headers: { ...call.headers, Authorization: '' },
  })),
  spoiled(401, 'a token that the gateway has not made', 'the token', (call) => ({
    ...call,
    headers: { ...call.headers, Authorization: 'Bearer nonsense' },
  })),
  narrow,
  spoiled(403, 'a `Host` that is not the gateway', 'foreign.example', (call) => ({
    ...call,
    headers: { ...call.headers, Host: 'foreign.example' },
  })),
  spoiled(403, 'an `Origin` that is not allowed', 'http://foreign.example', (call) => ({
    ...call,
    headers: { ...call.headers, Origin: 'http://foreign.example' },
  })),
  spoiled(414, 'an address of more than 8 KiB', /has \d+ characters, expected at most 8192/, (call) => ({
    ...call,
    query: `?no_such=${'x'.repeat(8_192)}`,
  })),
];

let addresses = 0;

/** From an address of its own, which has asked as often as it may. */
function tooOften({ method }: Declared): Provoker {
  const [kind, burst] = method === 'get' ? ['reads', BURST.reads] : ['writes', BURST.writes];
  return {
    status: 429,
    how: `more ${kind} than \`http.limits\` allows`,
    names: `too many ${kind}`,
    succeedsAfterwards: true,
    async provoke(world, operation, call) {
      const localAddress = `127.1.0.${++addresses % 250}`;
      const question = { method: method === 'get' ? 'GET' : 'DELETE', path: '/no_such', localAddress };
      for (let at = 0; at < burst; at++) await world.ask(question);
      return world.ask({ ...questionOf(operation, call), localAddress });
    },
  };
}

const overloaded: Provoker = {
  status: 503,
  how: 'more to do than the gateway can',
  names: 'more to do than it can',
  succeedsAfterwards: true,
  async provoke(world, operation, call) {
    world.clock.fallBehind();
    const answer = await askFor(world, operation, call);
    world.clock.catchUp();
    return answer;
  },
};

function unknownId(name: string): Provoker {
  return spoiled(404, `a \`${name}\` that there is not`, 'nobody', (call) => ({
    ...call,
    params: { ...call.params, [name]: 'nobody' },
  }));
}

const notAcceptable = spoiled(406, '`Accept: application/xml`', 'application/xml', (call) => ({
  ...call,
  headers: { Accept: 'application/xml' },
}));

const bodies: readonly Provoker[] = [
  spoiled(400, 'a body that is not JSON', 'the body is not JSON', (call) => ({ ...call, body: '{"' })),
  spoiled(400, 'a body that is a list', 'body must ', (call) => ({ ...call, body: [] })),
  spoiled(413, 'a body of more than `http.maxBodyBytes`', `expected at most ${MAX_BODY_BYTES}`, (call) => ({
    ...call,
    body: { ...(call.body as object), padding: 'x'.repeat(MAX_BODY_BYTES) },
  })),
  spoiled(415, '`Content-Type: text/plain`', 'text/plain', (call) => ({ ...call, headers: { 'Content-Type': 'text/plain' } })),
];

const stale = spoiled(412, '`If-Match` with an `ETag` that it no longer has', '"of-long-ago"', (call) => ({
  ...call,
  headers: { 'If-Match': '"of-long-ago"' },
}));

const stateIsAway = stateIsAwayFrom(undefined, 'the table of the state is away from state.db');

const webSocket: readonly Provoker[] = [
  answered(101, 'a WebSocket handshake'),
  spoiled(426, 'no `Upgrade: websocket`', 'WebSocket', (call) => ({ ...call, headers: {} })),
  {
    status: 503,
    how: 'a handshake that is only half sent when the gateway begins to stop',
    names: 'the gateway stops',
    succeedsAfterwards: false,
    async provoke(_world, operation) {
      await using other = await World.open();
      const call = (await calls[operation.operationId]?.(other)) ?? { params: {} };
      const headers = { ...call.headers, ...other.gateway.owner() };
      return await halfSent(other.gateway.url, questionOf(operation, { ...call, headers }), () => void other.gateway.stop());
    },
  },
];
