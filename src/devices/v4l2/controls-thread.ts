import { parentPort, workerData } from 'node:worker_threads';
import { loadLibc } from '../libc.js';
import { answerTo, type ControlsOrder } from './controls-order.js';

/** A thread that sets the controls of a camera, says what they are, and ends. */

if (!parentPort) throw new Error('controls-thread.js is for a thread of its own');
parentPort.postMessage(answerTo(workerData as ControlsOrder, await loadLibc('cameras')));
