import { expect, it } from '@jest/globals';
import { running } from '../src/running.js';

const neverFails = (error: unknown) => {
  throw error;
};

it('A task runs until it is ended, and what ends it waits for it', async () => {
  let ended = false;
  const task = running(
    (signal) =>
      new Promise<void>((resolve) =>
        signal.addEventListener('abort', () =>
          setImmediate(() => {
            ended = true;
            resolve();
          }),
        ),
      ),
    neverFails,
  );
  expect(ended).toBe(false);
  await task[Symbol.asyncDispose]();
  expect(ended).toBe(true);
});

it('A task that there is not is ended already', async () => {
  await running(() => undefined, neverFails)[Symbol.asyncDispose]();
});

it('A task that fails by itself is told of, and ends nothing else', async () => {
  const told: unknown[] = [];
  const task = running(
    () => Promise.reject(new Error('out of luck')),
    (error) => told.push(error),
  );
  await task[Symbol.asyncDispose]();
  expect(told).toEqual([new Error('out of luck')]);
});
