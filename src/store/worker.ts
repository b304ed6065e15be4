import { parentPort } from 'node:worker_threads';
import type { Message, Request } from './calls.js';
import { Databases, toFailure } from './databases.js';

/** The store's own thread: all scans and writes happen here, one after the other, so that the main thread never waits. */
const say = (message: Message): void => parentPort?.postMessage(message);

const report = (message: string): void => say({ report: message });
const databases = new Databases(report);
/** What was said last of each call that fails, until it succeeds: a disk that stays full is no news each second. */
const said = new Map<string, string>();
const reportOnce = (name: string, message: string): void => {
  if (said.get(name) !== message) report(message);
  said.set(name, message);
};

parentPort?.on('message', (request: Request | 'exit') => {
  if (request === 'exit') process.exit();
  const { id, name, args } = request;
  try {
    const call = databases[name].bind(databases) as (...args: readonly unknown[]) => unknown;
    say({ id, result: call(...args) });
    said.delete(name);
  } catch (error) {
    say({ id, ...toFailure(name, error, (message) => reportOnce(name, message)) });
  }
});
