import { expect, it } from '@jest/globals';
import { Sender } from '../../src/destinations/sender.js';
import { ManualClock } from '../manual-clock.js';

it('What fails on the way says why in words of some length that can be printed', async () => {
  const client = { write: () => Promise.reject(new Error(`\x1b[2J${'x'.repeat(1_000)}`)) };
  const parts = { client, clock: new ManualClock(), timeoutMs: 1_000, settings: 'destinations.cloud' };
  const { verdict } = await new Sender(parts, new AbortController().signal).attempt(['people count=1 1']);
  expect(verdict).toEqual({ kind: 'later', reason: `the server cannot be reached: ?[2J${'x'.repeat(296)}` });
});
