import { parentPort } from 'node:worker_threads';
import type { Message, Request } from './calls.js';
import { Databases, toRefusal } from './databases.js';

/** The store's own thread: all scans and writes happen here, one after the other, so that the main thread never waits. */
const say = (message: Message): void => parentPort?.postMessage(message);

const databases = new Databases((report) => say({ report }));

parentPort?.on('message', (request: Request | 'exit') => {
  if (request === 'exit') process.exit();
  const { id, name, args } = request;
  try {
    const call = databases[name].bind(databases) as (...args: readonly unknown[]) => unknown;
    say({ id, result: call(...args) });
  } catch (error) {
    say({ id, refusal: toRefusal(error) });
  }
});
