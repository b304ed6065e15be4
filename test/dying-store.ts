import { isMainThread, Worker } from 'node:worker_threads';

// To be loaded before the gateway: with SIGUSR2 the thread of its store ends when it is asked for something next.
if (isMainThread) {
  process.on('SIGUSR2', () => {
    const postMessage = Reflect.get<Worker, 'postMessage'>(Worker.prototype, 'postMessage');
    Worker.prototype.postMessage = function (this: Worker) {
      postMessage.call(this, 'exit');
    };
  });
}
