import { expect, it } from '@jest/globals';
import { identity } from '../../src/registry/identity.js';
import { FakeState } from './fake-state.js';

it('A gateway is the same after a restart', async () => {
  const state = new FakeState();
  expect(await identity(state, () => 'first')).toBe('first');
  expect(await identity(state, () => 'second')).toBe('first');
});

it('A gateway that cannot keep who it is does not start', async () => {
  const state = new FakeState();
  state.failing = true;
  await expect(identity(state, () => 'first')).rejects.toMatchObject({ code: 'unavailable' });
});
