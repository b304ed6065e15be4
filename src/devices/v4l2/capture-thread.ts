import { parentPort, workerData } from 'node:worker_threads';
import { loadLibc } from '../libc.js';
import type { ThreadData } from '../woken-thread.js';
import { capture, type CaptureData } from './capture-loop.js';

/** The thread of a camera, on the machine's own devices. */

if (!parentPort) throw new Error('capture-thread.js is for a thread of its own');
const { wakeFd, data } = workerData as ThreadData<CaptureData>;
capture(parentPort, wakeFd, data, await loadLibc('cameras'));
