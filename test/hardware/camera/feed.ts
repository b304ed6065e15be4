/** Feeds a virtual camera, whose format is set already, with one picture again and again, each marked, until it is killed. */
import { openSync, readFileSync, writeSync } from 'node:fs';
import { marked } from './marked.js';

const [device = '', picture = '', fps = ''] = process.argv.slice(2);
const jpeg = readFileSync(picture);
// a device is neither made nor cut
const fd = openSync(device, 'r+');
let number = 0;
setInterval(() => writeSync(fd, marked(jpeg, { number: number++, at: process.hrtime.bigint() })), 1000 / Number(fps));
