import { isMainThread, Worker } from 'node:worker_threads';

// To be loaded before the gateway: with SIGUSR2 the thread of its store ends when it is asked for something next.
if (isMainThread) {
  process.on('SIGUSR2', () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own `this`
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker) {
      postMessage.call(this, 'exit');
    };
  });
}
