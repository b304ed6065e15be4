/** What rpicam-vid and libcamera say, and what it means to the person who has to mend it. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/is not installed/, 'neither rpicam-vid nor libcamera-vid is installed; apt-get install rpicam-apps'],
  [/no cameras available/i, 'there is no camera on the CSI connector; switch the board off and look at the cable at both ends'],
  [
    /selected camera is not available|camera index .* out of range/i,
    'there is no camera of this number; rpicam-vid --list-cameras lists those that there are',
  ],
  [
    /in use by another process|failed to acquire camera|device or resource busy/i,
    'another program is using it, or another camera of the configuration; stop that one first',
  ],
  [/permission denied/i, 'the gateway may not open it; add its user to the group video'],
  [
    /failed to (allocate|reserve)|cannot allocate memory|dma_heap/i,
    'there is no memory for its pictures; ask for smaller ones, or give it more CMA',
  ],
  [
    /camera frontend has timed out|dequeue timer/i,
    'the sensor has stopped; switch the board off and look at the cable at both ends',
  ],
];

/** Says in one line why a capture ended, from the last words of the program. */
export function adviceFrom(words: string): string {
  return MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ?? lastLine(words) ?? 'it ended';
}

/** Without time, thread and place in the source, as libcamera writes them: `[1:02:03.4] [567] ERROR V4L2 v4l2_device.cpp:390 …`. */
function lastLine(words: string): string | undefined {
  const lines = words.split('\n').map((line) => line.replace(/^(\[[^\]]*\]\s*)+/, '').trim());
  return lines.findLast((line) => line !== '')?.slice(0, 200);
}
