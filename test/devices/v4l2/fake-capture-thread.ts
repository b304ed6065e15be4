import { parentPort, workerData } from 'node:worker_threads';
import { capture, type CaptureData } from '../../../src/devices/v4l2/capture-loop.js';
import type { ThreadData } from '../../../src/devices/woken-thread.js';
import { fakeKernel } from './fake-video.js';

/** The thread of a camera, on one that a test makes up. */

if (!parentPort) throw new Error('fake-capture-thread.js is for a thread of its own');
const { wakeFd, data } = workerData as ThreadData<CaptureData>;
capture(parentPort, wakeFd, data, await fakeKernel(data.device));
