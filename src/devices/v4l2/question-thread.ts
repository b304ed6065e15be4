import { parentPort, workerData } from 'node:worker_threads';
import { loadLibc } from '../libc.js';
import { answerTo, type Question } from './question.js';

/** A thread that asks a camera something, says what it answers, and ends. */

if (!parentPort) throw new Error('question-thread.js is for a thread of its own');
parentPort.postMessage(answerTo(workerData as Question, await loadLibc('cameras')));
