import { createHook } from 'node:async_hooks';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { NewClient } from '../../src/auth/clients.js';
import type { SecretsOptions } from '../../src/auth/secrets.js';
import { TestGateway } from '../gateway.js';
import { ShiftedClock } from '../shifted-clock.js';
import { tempDirectory } from '../temp-directory.js';
import { type Answer, Caller } from './caller.js';
import { credentialsOf, type Registered, signIn, withClients } from './clients.js';

const HOUR_MS = 3_600_000;
/** An expired one would be good again by a clock that is an hour behind. */
const LIFETIME_S = 3_600;
const WRONG = 'A'.repeat(43);
const HOME = '127.0.0.3';
const ATTACKER = '127.0.0.2';
const SCOPES = { scopes: ['registry:read'] };

/** A gateway that can be started again at the same address, which stands in its tokens, with a clock that is set by hand. */
class Restarting {
  readonly clock = new ShiftedClock();
  readonly dir = tempDirectory().path;
  private listen = '127.0.0.1:0';

  clients<Name extends string>(wanted: Readonly<Record<Name, Partial<NewClient>>>, secrets?: SecretsOptions) {
    return withClients(this.dir, wanted, secrets && { secrets });
  }

  async start(): Promise<TestGateway> {
    const http = { listen: this.listen, limits: { lagMs: 86_400_000 } };
    const auth = { mode: 'tokens', tokenLifetimeS: LIFETIME_S };
    const gateway = await TestGateway.start({ auth, http, devices: {} }, { dir: this.dir, clock: this.clock });
    this.listen = new URL(gateway.url).host;
    return gateway;
  }
}

/** Somebody at an address of this machine who asks for tokens. */
class Client implements Disposable {
  private readonly caller: Caller;

  constructor({ url }: TestGateway, localAddress: string) {
    this.caller = new Caller(url, { localAddress, atOnce: 1 });
  }

  signIn(client_id: string, client_secret: string, grant_type = 'client_credentials'): Promise<Answer> {
    return this.post('/oauth2/token', new URLSearchParams({ grant_type, client_id, client_secret }).toString());
  }

  post(path: string, body: string): Promise<Answer> {
    return this.caller.ask({ method: 'POST', path, body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  }

  [Symbol.dispose](): void {
    this.caller[Symbol.dispose]();
  }
}

async function statusWith({ url }: TestGateway, token: string): Promise<number> {
  return (await fetch(`${url}/registry/v1/devices`, { headers: { Authorization: `Bearer ${token}` } })).status;
}

/** How often scrypt was asked for while something was done. */
async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'SCRYPTREQUEST') hashes++;
    },
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return hashes;
}

describe('Whoever guesses secrets', () => {
  it('is slowed after a few of a thousand, and the client gets its token from elsewhere meanwhile', async () => {
    const restarting = new Restarting();
    const { plates } = await restarting.clients({ plates: SCOPES });
    await using gateway = await restarting.start();
    restarting.clock.stop();
    using attacker = new Client(gateway, ATTACKER);
    using home = new Client(gateway, HOME);
    const answers: Answer[] = [];
    for (let guess = 0; guess < 1_000; guess++) {
      answers.push(await attacker.signIn('plates', WRONG));
      if (guess % 250 === 200) expect((await home.signIn('plates', plates.secret)).status).toBe(200);
    }
    const [tried, slowed] = [401, 429].map((status) => answers.filter((answer) => answer.status === status));
    expect(slowed).toHaveLength(989);
    // ten are free, and while no time goes by the next was the last
    expect(tried).toHaveLength(11);
    for (const { headers } of slowed ?? []) {
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    }
    // where so much was wrong, the right one has to wait too
    expect((await attacker.signIn('plates', plates.secret)).status).toBe(429);
    restarting.clock.gone += 60_000;
    expect((await attacker.signIn('plates', plates.secret)).status).toBe(200);
  });

  it('from everywhere keeps a client waiting for ten seconds where it was never before, and not at home', async () => {
    const restarting = new Restarting();
    const { plates } = await restarting.clients({ plates: SCOPES });
    await using gateway = await restarting.start();
    restarting.clock.stop();
    using home = new Client(gateway, HOME);
    expect((await home.signIn('plates', plates.secret)).status).toBe(200);
    for (let host = 10; host < 210; host++) {
      using one = new Client(gateway, `127.0.1.${host}`);
      expect([401, 429]).toContain((await one.signIn('plates', WRONG)).status);
    }
    expect((await home.signIn('plates', plates.secret)).status).toBe(200);
    using elsewhere = new Client(gateway, '127.0.2.1');
    const answer = await elsewhere.signIn('plates', plates.secret);
    expect([answer.status, Number(answer.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(10);
    restarting.clock.gone += 10_000;
    expect((await elsewhere.signIn('plates', plates.secret)).status).toBe(200);
  });

  it('is answered alike, for as much work, whether there is such a client or not', async () => {
    const restarting = new Restarting();
    const { publicKey } = generateKeyPairSync('ed25519');
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'a', alg: 'EdDSA' }] as unknown as NonNullable<
      NewClient['keys']
    >;
    // hashes of the gateway's own cost
    await restarting.clients({ plates: SCOPES, signing: { ...SCOPES, keys } }, {});
    await using gateway = await restarting.start();
    const seen: [string, string, number][] = [];
    for (const [path, more] of [
      ['/oauth2/token', 'grant_type=client_credentials'],
      ['/oauth2/revoke', 'token=x.y.z'],
    ])
      for (const clientId of ['plates', 'signing', 'nobody', '__proto__', 'a b'])
        for (const secret of [WRONG, 'short', `${WRONG}${WRONG}`]) {
          using client = new Client(gateway, `127.0.3.${seen.length + 1}`);
          const body = `${new URLSearchParams({ client_id: clientId, client_secret: secret }).toString()}&${more ?? ''}`;
          const hashes = await hashesDuring(async () => {
            const { status, headers, text } = await client.post(path ?? '', body);
            seen.push([secret, `${status} ${headers['www-authenticate'] ?? ''} ${text}`, 0]);
          });
          (seen.at(-1) ?? [])[2] = hashes;
        }
    expect(seen).toHaveLength(30);
    expect(new Set(seen.map(([, answer]) => answer)).size).toBe(1);
    for (const [secret, answer, hashes] of seen) {
      expect(answer).toMatch(/^401 Basic realm="umec" \{"error":"invalid_client"/);
      // what is no secret of the gateway's is not worth a hash, whosever it is to be
      expect([secret, hashes]).toEqual([secret, secret === WRONG ? 1 : 0]);
    }
  });
});

describe('A token', () => {
  /** A gateway with a client that has a token. */
  async function setUp() {
    const restarting = new Restarting();
    const { plates } = await restarting.clients({ plates: SCOPES });
    return { restarting, plates, clock: restarting.clock };
  }
  const revoke = async (gateway: TestGateway, client: Registered, token: string) => {
    using home = new Client(gateway, HOME);
    expect((await home.post('/oauth2/revoke', `${credentialsOf(client)}&token=${token}`)).status).toBe(200);
  };

  it('is as good after a restart as before, and one that was revoked is not', async () => {
    const { restarting, plates } = await setUp();
    let kept: string;
    let revoked: string;
    {
      await using gateway = await restarting.start();
      [kept, revoked] = [await signIn(gateway.url, plates), await signIn(gateway.url, plates)];
      expect([await statusWith(gateway, kept), await statusWith(gateway, revoked)]).toEqual([200, 200]);
      await revoke(gateway, plates, revoked);
      expect([await statusWith(gateway, kept), await statusWith(gateway, revoked)]).toEqual([200, 401]);
    }
    for (let restarts = 0; restarts < 2; restarts++) {
      await using gateway = await restarting.start();
      expect([await statusWith(gateway, kept), await statusWith(gateway, revoked)]).toEqual([200, 401]);
      expect(await statusWith(gateway, await signIn(gateway.url, plates))).toBe(200);
    }
  });

  it('that has expired stays so when the clock is put back by an hour, over restarts too', async () => {
    const { restarting, plates, clock } = await setUp();
    let token: string;
    {
      await using gateway = await restarting.start();
      token = await signIn(gateway.url, plates);
      expect(await statusWith(gateway, token)).toBe(200);
      clock.gone += (LIFETIME_S + 1) * 1000;
      expect(await statusWith(gateway, token)).toBe(401);
      clock.set -= HOUR_MS;
      expect(await statusWith(gateway, token)).toBe(401);
    }
    for (let restarts = 0; restarts < 2; restarts++) {
      await using gateway = await restarting.start();
      expect(await statusWith(gateway, token)).toBe(401);
      expect(await statusWith(gateway, await signIn(gateway.url, plates))).toBe(200);
    }
  });

  it('of before has ended when a start finds the clock behind, also once that is right again', async () => {
    const { restarting, plates, clock } = await setUp();
    let token: string;
    {
      await using gateway = await restarting.start();
      token = await signIn(gateway.url, plates);
      expect(await statusWith(gateway, token)).toBe(200);
    }
    for (const set of [-HOUR_MS, 0]) {
      clock.set = set;
      await using gateway = await restarting.start();
      expect([set, await statusWith(gateway, token)]).toEqual([set, 401]);
      expect(await statusWith(gateway, await signIn(gateway.url, plates))).toBe(200);
    }
  });

  it('that has been revoked stays so when the clock is put back', async () => {
    const { restarting, plates, clock } = await setUp();
    let token: string;
    {
      await using gateway = await restarting.start();
      token = await signIn(gateway.url, plates);
      await revoke(gateway, plates, token);
    }
    for (const back of [0, 200_000, HOUR_MS]) {
      clock.set -= back;
      await using gateway = await restarting.start();
      expect([back, await statusWith(gateway, token)]).toEqual([back, 401]);
    }
  });
});
