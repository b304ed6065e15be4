import { parentPort, workerData } from 'node:worker_threads';
import { answerTo, type Question } from '../../../src/devices/v4l2/question.js';
import { fakeKernel } from './fake-video.js';

/** The thread that asks, on a camera that a test makes up. */

if (!parentPort) throw new Error('fake-question-thread.js is for a thread of its own');
const order = workerData as Question;
parentPort.postMessage(answerTo(order, await fakeKernel(order.device)));
