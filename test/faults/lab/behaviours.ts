import { type Asked, type Behaviour, honest } from './upstream.js';

/** A line that a real InfluxDB does not take: its field is of another type than in all others. See `poison`. */
const POISON = '"poison"';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const HTML = '<html><title>Sign in to the hotel</title></html>';

const says =
  (status: number, body = '', headers: Record<string, string> = JSON_TYPE): Behaviour =>
  ({ response }) =>
    void response.writeHead(status, headers).end(body);

/** v2's words. */
const problem = (status: number, code: string, headers: Record<string, string> = {}): Behaviour =>
  says(status, JSON.stringify({ code, message: `${code}, says the server` }), { ...JSON_TYPE, ...headers });

/** One that has the batch, but does not say so as it should. */
const stores =
  (then: (response: Asked['response']) => void): Behaviour =>
  async ({ store, response }) => {
    await store();
    then(response);
  };

/** All lines but those with a field of the wrong type are stored; the server says so in its own way. */
const storesTheGood =
  (status: number, words: object): Behaviour =>
  async ({ lines, store, response }) => {
    const good = lines.split('\n').filter((line) => !line.includes(POISON));
    if (good.length > 0) await store(good.join('\n'));
    if (good.length === lines.split('\n').length) response.writeHead(204).end();
    else response.writeHead(status, JSON_TYPE).end(JSON.stringify(words));
  };

/** A batch with a line of the wrong type is refused whole. */
const refusesWhole =
  (status: number): Behaviour =>
  async (asked) => {
    if (asked.lines.includes(POISON)) return problem(status, 'invalid')(asked);
    await asked.store();
    asked.response.writeHead(204).end();
  };

export interface Case {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** How many batches are met so; absent: all, until the readings have arrived. */
  readonly times?: number;
  /** Among the readings is one that the server will not take. */
  readonly poisoned?: boolean;
}

/** What servers, and what stands in front of them, have been seen to do with a batch. */
export const CASES: readonly Case[] = [
  { name: '204', behaviour: stores((response) => response.writeHead(204).end()), times: 1 },
  { name: '201 without a word', behaviour: stores((response) => response.writeHead(201).end()), times: 1 },
  { name: '200 and a page to sign in', behaviour: says(200, HTML, { 'Content-Type': 'text/html' }), times: 2 },
  {
    name: '201 for a part (v3)',
    behaviour: storesTheGood(201, { error: 'partial write of line protocol occurred' }),
    poisoned: true,
  },
  {
    name: '400 for a part, and more words than anybody reads (v3)',
    behaviour: storesTheGood(400, {
      error: 'partial write of line protocol occurred',
      data: Array.from({ length: 1000 }, (_, at) => ({ error_message: `invalid column type ${at}`.padEnd(100) })),
    }),
    poisoned: true,
  },
  { name: '400 for all of a batch', behaviour: refusesWhole(400), poisoned: true },
  {
    name: '400 for a part (v1)',
    behaviour: storesTheGood(400, { error: 'partial write: field type conflict dropped=1' }),
    poisoned: true,
  },
  { name: '400 and a page of a proxy', behaviour: says(400, HTML, { 'Content-Type': 'text/html' }), times: 2 },
  { name: '401', behaviour: problem(401, 'unauthorized'), times: 2 },
  { name: '403', behaviour: problem(403, 'forbidden'), times: 2 },
  { name: '404', behaviour: problem(404, 'not found'), times: 2 },
  { name: '408', behaviour: problem(408, 'timeout'), times: 2 },
  { name: 'what InfluxDB itself says of a part', behaviour: honest, poisoned: true },
  {
    name: '422 for a part',
    behaviour: storesTheGood(422, { code: 'unprocessable entity', message: 'dropped=1' }),
    poisoned: true,
  },
  { name: '429, Retry-After in seconds', behaviour: problem(429, 'too many', { 'Retry-After': '1' }), times: 2 },
  {
    name: '429, Retry-After as a date',
    behaviour: (asked) => problem(429, 'too many', { 'Retry-After': new Date(Date.now() + 1000).toUTCString() })(asked),
    times: 2,
  },
  { name: '429, Retry-After without sense', behaviour: problem(429, 'too many', { 'Retry-After': 'Tuesday' }), times: 2 },
  { name: '500', behaviour: problem(500, 'internal error'), times: 2 },
  { name: '502 and a page of a proxy', behaviour: says(502, HTML, { 'Content-Type': 'text/html' }), times: 2 },
  { name: '503', behaviour: problem(503, 'unavailable'), times: 2 },
  { name: '307 to another host', behaviour: says(307, '', { Location: 'http://192.0.2.1/api/v2/write' }), times: 2 },
  { name: '101, another protocol', behaviour: says(101, '', { Connection: 'Upgrade', Upgrade: 'websocket' }), times: 2 },
  { name: 'hangs up at once', behaviour: ({ response }) => void response.destroy(), times: 2 },
  { name: 'hangs up when it has stored', behaviour: stores((response) => response.destroy()), times: 2 },
  {
    name: 'hangs up in the midst of its answer',
    behaviour: stores((response) => {
      response.writeHead(500, { ...JSON_TYPE, 'Content-Length': 1000 }).write('{"message":', () => response.destroy());
    }),
    times: 2,
  },
  {
    name: 'says less than it announces, and nothing more',
    behaviour: stores((response) => void response.writeHead(200, { 'Content-Length': 1000 }).write('{')),
    times: 1,
  },
  {
    name: 'speaks no HTTP',
    behaviour: ({ response }) => void response.socket?.end('220 mail.example ESMTP\r\n'),
    times: 2,
  },
  { name: 'never answers', behaviour: () => undefined, times: 1 },
  { name: 'stores and never answers', behaviour: stores(() => undefined), times: 1 },
  {
    name: 'answers without end',
    behaviour: ({ response }) => {
      response.writeHead(500, JSON_TYPE);
      const more = setInterval(() => response.write(Buffer.alloc(16_384, 'x')), 1);
      response.once('close', () => clearInterval(more));
    },
    times: 1,
  },
  {
    name: 'answers a byte at a time, without end',
    behaviour: ({ response }) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      const more = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(more));
    },
    times: 1,
  },
  {
    name: 'takes its time',
    behaviour: stores((response) => void setTimeout(() => response.writeHead(204).end(), 500)),
    times: 1,
  },
  { name: '413 for more than ten lines', behaviour: refusesMoreThan(10) },
];

function refusesMoreThan(most: number): Behaviour {
  return async (asked) => {
    if (asked.lines.split('\n').length > most) return problem(413, 'request too large')(asked);
    await asked.store();
    asked.response.writeHead(204).end();
  };
}
