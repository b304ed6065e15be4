import { parentPort } from 'node:worker_threads';
import type { Message, Request } from './calls.js';
import { Databases, toFailure } from './databases.js';

/** The store's own thread: all scans and writes happen here, one after the other, so that the main thread never waits. */
const say = (message: Message): void => parentPort?.postMessage(message);

const report = (message: string): void => say({ report: message });
const databases = new Databases(report);

parentPort?.on('message', (request: Request | 'exit') => {
  if (request === 'exit') process.exit();
  const { id, name, args } = request;
  try {
    const call = databases[name].bind(databases) as (...args: readonly unknown[]) => unknown;
    say({ id, result: call(...args) });
  } catch (error) {
    say({ id, ...toFailure(name, error, report) });
  }
});
