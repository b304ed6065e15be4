// Behaves as rpicam-vid does: writes JPEG images in chunks to its standard output, or says why not. What it is to do, and with which
// picture, stand before its own arguments.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [manner, picture, ...args] = process.argv.slice(2);
const jpeg = readFileSync(picture);
if (args.join(' ').match(/--codec mjpeg .*--output -$/) === null) fail('ERROR: *** unrecognised option ***');
process.stderr.write('[0:01:02.123456789] [1234]  INFO Camera camera_manager.cpp:327 libcamera v0.3.2\n');
if (manner === 'no camera') fail('ERROR: *** no cameras available ***');
if (manner === 'busy') fail('ERROR: *** failed to acquire camera /base/soc/i2c0mux/i2c@1/ov5647@36 ***');
// a program that hangs does not hear that it is to end either
if (manner === 'hangs') process.on('SIGTERM', () => undefined);
for (let count = 0; ; count++) {
  if (manner === 'dies' && count === 3)
    fail('[0:01:03.1] [1236] ERROR V4L2 v4l2_videodevice.cpp:1 Camera frontend has timed out!');
  // in pieces, as a pipe gives them
  for (const at of [0, 1, 2]) {
    const third = Math.ceil(jpeg.length / 3);
    if (!(manner === 'hangs' && count === 2 && at > 0)) process.stdout.write(jpeg.subarray(at * third, (at + 1) * third));
    await sleep(2);
  }
  if (manner === 'hangs' && count === 2) await sleep(1_000_000);
  await sleep(10);
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(255);
}
