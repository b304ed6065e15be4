import { beforeEach, describe, expect, it } from '@jest/globals';
import { BearerRefusal } from '../../src/auth/bearer-refusal.js';
import { type Receiver, Receivers } from '../../src/sensors/receivers.js';
import { ManualClock } from '../manual-clock.js';

const token = 'a-token-of-24-characters';
const bring = () => Promise.resolve({ taken: 0, malformed: 0 });
const attic: Receiver = { radioId: 'attic', token, bring };
const polled: Receiver = { radioId: 'polled', bring };
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

let clock: ManualClock;
let receivers: Receivers;
beforeEach(() => {
  clock = new ManualClock();
  receivers = new Receivers([attic, polled], clock, true, () => {});
});
const admit = (authorization?: string, radioId = 'attic', remoteAddress = '192.0.2.1') =>
  receivers.admit({ radioId, authorization, remoteAddress });

describe('A radio elsewhere', () => {
  it.each([`Bearer ${token}`, `bearer ${token}`, `Token ${token}`, basic(`ruuvi:${token}`), basic(`:${token}`)])(
    'is let in with %j',
    (authorization) => {
      expect(admit(authorization)).toBe(attic);
    },
  );

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    token,
    `Bearer ${token} `,
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Digest ${token}`,
    basic(token),
    basic(`${token}:`),
    `Basic ${token}`,
    `Bearer ${'a'.repeat(1_025)}`,
  ])('is not let in with %j', (authorization) => {
    expect(() => admit(authorization)).toThrow(BearerRefusal);
  });

  it('does not learn whether there is another', () => {
    const refused = (radioId: string) => {
      try {
        admit(`Bearer ${token}`, radioId);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(refused('nowhere')).toEqual(refused('polled'));
    expect(refused('nowhere')).toBeInstanceOf(BearerRefusal);
  });

  it('has to wait when it guesses, and the one that was let in before has not', () => {
    admit(`Bearer ${token}`, 'attic', '192.0.2.9');
    for (let times = 0; times < 30; times++) {
      try {
        admit('Bearer guess', 'attic', `192.0.2.${times % 3}`);
      } catch {
        // it is the next that counts
      }
    }
    expect(() => admit(`Bearer ${token}`)).toThrow(expect.objectContaining({ code: 'tooManyRequests' }));
    expect(admit(`Bearer ${token}`, 'attic', '192.0.2.9')).toBe(attic);
  });

  it('needs nothing where nobody does, unless it has a token', () => {
    const open = new Receivers([attic, polled], clock, false, () => {});
    expect(open.admit({ radioId: 'polled', remoteAddress: '' })).toBe(polled);
    expect(() => open.admit({ radioId: 'attic', remoteAddress: '' })).toThrow(BearerRefusal);
  });

  it('is known by its path before it is routed', () => {
    const find = (path: string, authorization = `Bearer ${token}`) => receivers.find({ path, authorization, remoteAddress: '' });
    expect(find('/receivers/attic/advertisements')).toBe(attic);
    expect(find('/receivers/attic/advertisements', 'Bearer no')).toBeUndefined();
    expect(find('/tags')).toBeUndefined();
  });
});
