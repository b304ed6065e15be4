import { expect, it } from '@jest/globals';
import { running } from '../src/running.js';

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
  );
  expect(ended).toBe(false);
  await task[Symbol.asyncDispose]();
  expect(ended).toBe(true);
});

it('A task that there is not is ended already', async () => {
  await running(() => undefined)[Symbol.asyncDispose]();
});
