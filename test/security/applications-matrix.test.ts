import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as bodies from '../bodies.js';
import { furnish, type Known, NOTHING } from '../apis/examples.js';
import { stateIn } from '../apis/mec011/state-fault.js';
import { documents, operations } from '../apis/operations.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { scopesOf } from '../../src/http/api.js';
import { type Answer, Caller } from './caller.js';
import { atClients, type Registered, signIn, withClients } from './clients.js';
import { asked, type OperationQuestion, questionOf } from './question-of.js';

const SCOPES = [...new Set([...documents.values()].flatMap(scopesOf))];
const REGISTRY = '/registry/v1/applications';
const REGISTRATIONS = '/mec_app_support/v1/registrations';
const JSON_TYPE = { 'Content-Type': 'application/json' };
/** Who asks so much in the very thread that is to answer makes it late. */
const http = { limits: { lagMs: 86_400_000 } };
const settings = { auth: { mode: 'tokens' }, http, devices: {}, mec: { mp1Legacy: true } };

/** Everything that is done to an application instance. */
const owned = operations.filter(({ path }) => path.includes('{appInstanceId}'));
/** And names something of its own besides. */
const inside = owned.filter(({ path }) => path.replace('{appInstanceId}', '').includes('{'));

const strangers = {
  'another client': { scopes: SCOPES, appInstanceIds: ['mine'] },
  'the client of another tenant': { scopes: SCOPES, tenant: 'harbour' },
  'the operator of another tenant': { tenant: 'harbour', role: 'operator' },
  'the administrator of another tenant': { tenant: 'harbour', role: 'admin' },
  'a program of the host': { scopes: SCOPES, tenant: 'host' },
} as const;
type Stranger = keyof typeof strangers;
const names = Object.keys(strangers) as Stranger[];
const idOf = (name: Stranger) => `stranger-${names.indexOf(name)}`;

let gateway: TestGateway;
let caller: Caller;
/** Whose applications it is about. */
let own: string;
let known: Known;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const { path: dir } = tempDirectory();
  const wanted = Object.fromEntries(names.map((name) => [idOf(name), strangers[name]]));
  const clients = await withClients(dir, {
    ...wanted,
    owner: { scopes: SCOPES, appInstanceIds: ['given', 'app-1', 'app-2', 'app-3'] },
  });
  gateway = await TestGateway.start(settings, { dir });
  caller = new Caller(gateway.url);
  for (const [clientId, registered] of Object.entries(clients)) tokens.set(clientId, await signIn(gateway.url, registered));
  own = tokens.get('owner') ?? '';
  known = { ...NOTHING, ...(await furnish(posting(own))) };
});
afterAll(async () => {
  caller[Symbol.dispose]();
  await gateway.stop();
});

/** Makes things with a token. */
function posting(token: string): (path: string, body: object) => Promise<string> {
  return async (path, body) => {
    const { status, headers, text } = await post(token, path, body);
    if (status !== 201) throw new Error(`POST ${path}: ${status} ${text}`);
    return decodeURIComponent(headers.location?.split('/').at(-1) ?? '');
  };
}

function post(token: string, path: string, body: object): Promise<Answer> {
  return caller.ask(asked({ method: 'POST', path, body: JSON.stringify(body), headers: JSON_TYPE }, token));
}

const get = (token: string, path: string) => caller.ask(asked({ method: 'GET', path }, token));
const tokenOf = (name: Stranger) => tokens.get(idOf(name)) ?? '';

/** The application instances of the owner, each as what the calls speak of. */
const targets = () =>
  [known.app, known.stopping, known.leaving, known.registered].map((id) => ({
    ...known,
    ...{ app: id, stopping: id, leaving: id, registered: id },
  }));

/** @returns those whose answer is none of these statuses */
async function askAll(questions: readonly OperationQuestion[], token: string, statuses: readonly number[]): Promise<unknown[]> {
  const others: unknown[] = [];
  await caller.askAll(
    questions.map((question) => asked(question, token)),
    ({ operationId, path }, { status, text }) => {
      if (!statuses.includes(status)) others.push([operationId, path, status, text]);
    },
  );
  return others;
}

/** What the owner sees of all that is its own. */
async function view(): Promise<unknown[]> {
  const seen: unknown[] = [];
  const questions = targets().flatMap((target) =>
    owned.filter(({ method }) => method === 'get').map((operation) => questionOf(operation, target)),
  );
  for (const question of questions.filter(({ expected }) => expected !== 101)) {
    const { status, text } = await caller.ask(asked(question, own));
    seen.push([question.path, status, text]);
  }
  return seen;
}

describe.each(names)('An application is not to be touched by %s', (name) => {
  let before: [unknown[], string];
  beforeAll(async () => {
    before = [await view(), stateIn(gateway.dir)];
  });
  afterEachStranger();

  it('by any operation, in any spelling of its name', async () => {
    const questions = targets().flatMap((target) => owned.map((operation) => questionOf(operation, target)));
    expect(questions.length).toBeGreaterThan(4 * 30);
    expect(await askAll(questions, tokenOf(name), [403])).toEqual([]);
    const respelled = questions.flatMap((question) => [
      { ...question, path: question.path.replace('app-1', '%61pp%2D1') },
      { ...question, path: question.path.replace('/applications/', '//applications///') },
      { ...question, path: gateway.url + question.path },
    ]);
    expect(await askAll(respelled, tokenOf(name), [400, 403, 404])).toEqual([]);
  });

  it('and it is the same answer where there is no such application', async () => {
    const bare = async (target: Known) => {
      const answers: string[] = [];
      for (const operation of owned) {
        const { status, text } = await caller.ask(asked(questionOf(operation, target), tokenOf(name)));
        answers.push(`${status} ${text.replaceAll(target.app, 'ID')}`);
      }
      return answers;
    };
    const nobody = { ...known, app: 'no-1', stopping: 'no-1', leaving: 'no-1', registered: 'no-1' };
    expect(await bare(targets()[0] as Known)).toEqual(await bare(nobody));
  });

  function afterEachStranger(): void {
    afterAll(async () => {
      expect([await view(), stateIn(gateway.dir)]).toEqual(before);
    });
  }
});

describe('Whoever has an application of its own', () => {
  let mine: string;
  beforeAll(async () => {
    mine = await posting(tokenOf('another client'))(REGISTRY, { appInstanceId: 'mine', appName: 'mine' });
  });

  it('finds nothing of another one in it', async () => {
    const before = await view();
    const state = stateIn(gateway.dir);
    const target = { ...known, app: mine, stopping: mine, leaving: mine, registered: mine };
    expect(inside.length).toBeGreaterThan(10);
    expect(
      await askAll(
        inside.map((operation) => questionOf(operation, target)),
        tokenOf('another client'),
        [404],
      ),
    ).toEqual([]);
    expect(await view()).toEqual(before);
    expect(stateIn(gateway.dir)).toBe(state);
  });

  it('cannot register in the place of another one', async () => {
    const before = await view();
    const registration = { ...bodies.registration, appDId: 'descriptor', isInsByMec: true, appInstanceId: known.app };
    for (const name of names) {
      const { status } = await post(tokenOf(name), REGISTRATIONS, registration);
      expect([name, status]).toEqual([name, 403]);
    }
    const made = await post(tokenOf('another client'), REGISTRATIONS, { ...registration, isInsByMec: false });
    expect([made.status, (JSON.parse(made.text) as { appInstanceId: string }).appInstanceId]).not.toContain(known.app);
    expect(await view()).toEqual(before);
  });

  it('subscribes for itself, whatever it says whose end it wants to hear of', async () => {
    const before = await view();
    const path = `/mec_app_support/v1/applications/${mine}/subscriptions`;
    const made = await post(tokenOf('another client'), path, { ...bodies.toTheEnd, appInstanceId: known.app });
    expect([made.status, JSON.parse(made.text)]).toEqual([201, expect.objectContaining({ appInstanceId: mine })]);
    expect(await view()).toEqual(before);
  });

  it('offers services of its own, whatever it says whose they are', async () => {
    const before = await view();
    const body = { ...bodies.service, serInstanceId: known.service, appInstanceId: known.app };
    const made = await post(tokenOf('another client'), `/mec_service_mgmt/v1/applications/${mine}/services`, body);
    expect(made.text).not.toContain(known.service);
    expect(await view()).toEqual(before);
  });

  it('cannot make one under the name of another one, nor under one that was given to somebody else', async () => {
    for (const appInstanceId of [known.app, 'given'])
      for (const name of names) {
        const { status } = await post(tokenOf(name), REGISTRY, { appInstanceId, appName: 'thief' });
        expect([appInstanceId, name, status]).toEqual([appInstanceId, name, 403]);
      }
    expect((await post(own, REGISTRY, { appInstanceId: 'given', appName: 'given' })).status).toBe(201);
    expect((await get(own, `${REGISTRY}/given`)).status).toBe(200);
    for (const name of names) expect((await get(tokenOf(name), `${REGISTRY}/given`)).status).toBe(403);
  });
});

describe('The owner of an application', () => {
  it('is let in by every operation', async () => {
    const faults: unknown[] = [];
    // one after the other: what deletes comes last
    for (const operation of owned) {
      const { expected, ...question } = questionOf(operation, known);
      const { status, text } = await caller.ask(asked(question, own));
      if (status !== expected) faults.push([operation.operationId, status, expected, text]);
    }
    expect(faults).toEqual([]);
  });
});

describe('An application that has registered by itself', () => {
  it('is still its client’s after a restart, and not that of another tenant’s client of the same name', async () => {
    const { path: dir } = tempDirectory();
    const { plates } = await withClients(dir, { plates: { scopes: SCOPES } });
    const ask = async (work: (url: string, token: string) => Promise<unknown>, registered: Registered) => {
      await using running = await TestGateway.start(settings, { dir });
      return await work(running.url, await signIn(running.url, registered));
    };
    const seen = (id: string) => async (url: string, token: string) =>
      (await fetch(`${url}${REGISTRATIONS}/${id}`, { headers: { Authorization: `Bearer ${token}` } })).status;
    const id = (await ask(async (url, token) => {
      const headers = { ...JSON_TYPE, Authorization: `Bearer ${token}` };
      const made = await fetch(url + REGISTRATIONS, { method: 'POST', headers, body: JSON.stringify(bodies.registration) });
      return made.headers.get('location')?.split('/').at(-1);
    }, plates)) as string;
    expect(await ask(seen(id), plates)).toBe(200);
    await atClients(dir, (clients) => clients.remove('plates'));
    const other = await withClients(dir, { plates: { scopes: SCOPES, tenant: 'harbour' } });
    expect(await ask(seen(id), other.plates)).toBe(403);
    await atClients(dir, (clients) => clients.remove('plates'));
    const host = await withClients(dir, { plates: { scopes: SCOPES, tenant: 'host' } });
    expect(await ask(seen(id), host.plates)).toBe(403);
    await atClients(dir, (clients) => clients.remove('plates'));
    const again = await withClients(dir, { plates: { scopes: SCOPES } });
    expect(await ask(seen(id), again.plates)).toBe(200);
  });
});
