import { parentPort, workerData } from 'node:worker_threads';
import { answerTo, type ControlsOrder } from '../../../src/devices/v4l2/controls-order.js';
import { fakeKernel } from './fake-video.js';

/** The thread for controls, on a camera that a test makes up. */

if (!parentPort) throw new Error('fake-controls-thread.js is for a thread of its own');
const order = workerData as ControlsOrder;
parentPort.postMessage(answerTo(order, await fakeKernel(order.device)));
