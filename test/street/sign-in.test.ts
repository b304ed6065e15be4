import { describe, expect, it } from '@jest/globals';
import type { Outgoing } from '../../src/outgoing/outgoing.js';
import { OtherRegistry } from '../../src/street/other-registry.js';
import { SignIn } from '../../src/street/sign-in.js';
import { ManualClock } from '../manual-clock.js';

const signal = new AbortController().signal;

/** A registry that answers what it is told to, and remembers what it was asked. */
function setUp(answers: readonly { readonly status: number; readonly text: string }[]) {
  const asked: { readonly headers?: object; readonly body?: Uint8Array }[] = [];
  const left = [...answers];
  const outgoing = {
    ask(_destination: unknown, question: { readonly headers?: object; readonly body?: Uint8Array }) {
      asked.push(question);
      const { status, text } = left.shift() ?? { status: 503, text: '' };
      return Promise.resolve({ status, type: 'application/json', body: Buffer.from(text) });
    },
  } as unknown as Outgoing;
  const clock = new ManualClock();
  const parts = { outgoing, clock, origin: 'http://centre.test', clientId: 'pi:2', clientSecret: 'a b' };
  return { signIn: new SignIn(parts), outgoing, clock, asked };
}

const token = (access_token: string, expires_in = 3_600) => ({
  status: 200,
  text: JSON.stringify({ access_token, token_type: 'Bearer', expires_in }),
});

describe('Whoever signs in at a registry', () => {
  it('says who it is as RFC 6749 has it, and does so again only when the token is about to end', async () => {
    const { signIn, clock, asked } = setUp([token('one'), token('two')]);
    expect(await signIn.authorization(signal)).toBe('Bearer one');
    expect(asked[0]).toMatchObject({
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Authorization: `Basic ${Buffer.from('pi%3A2:a%20b').toString('base64')}`,
      },
    });
    expect(new URLSearchParams(Buffer.from(asked[0]?.body ?? '').toString()).get('grant_type')).toBe('client_credentials');
    await clock.advance(3_569_000);
    expect(await signIn.authorization(signal)).toBe('Bearer one');
    await clock.advance(1_000);
    expect(await signIn.authorization(signal)).toBe('Bearer two');
    expect(asked).toHaveLength(2);
  });

  it('signs in again when the registry takes its token no more', async () => {
    const { signIn } = setUp([token('one'), token('two')]);
    await signIn.authorization(signal);
    signIn.forget();
    expect(await signIn.authorization(signal)).toBe('Bearer two');
  });

  it('does so by itself after a 401, and asks with the other one', async () => {
    const refused = { status: 401, text: '{}' };
    const { signIn, outgoing, clock, asked } = setUp([token('one'), refused, token('two'), { status: 200, text: '{}' }]);
    const registry = new OtherRegistry('http://centre.test', outgoing, clock, signIn);
    await expect(registry.knows('app', signal)).rejects.toMatchObject({ kind: 'later' });
    expect(await registry.knows('app', signal)).toBe(true);
    expect(
      asked.map(({ headers }) => (headers as { Authorization: string }).Authorization.split(' ')).map(([, word]) => word),
    ).toEqual([expect.any(String), 'one', expect.any(String), 'two']);
  });

  it.each([
    ['who is not known', { status: 401, text: '{}' }, /street\.clientId pi:2/],
    ['nonsense', { status: 200, text: '{"access_token": 5}' }, /no token that can be used/],
    ['a token that would end the header', token('a\r\nb'), /no token that can be used/],
    ['a failure', { status: 500, text: '' }, /answers 500/],
  ])('tries later after %s, and never says its secret', async (_what, answer, words) => {
    const { signIn } = setUp([answer]);
    const failure: unknown = await signIn.authorization(signal).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'later', message: expect.stringMatching(words) });
    expect(String(failure)).not.toContain('a b');
  });
});
