import { withoutSecrets } from '../../without-secrets.js';

/** What ffmpeg says, and what it means to the person who has to mend it. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/ffmpeg is not installed/, 'ffmpeg is not installed; apt-get install ffmpeg'],
  [/\bE[MN]FILE\b/, 'the gateway has too many files open; try again later'],
  [/Device or resource busy/, 'another program is using it, or another camera of the configuration; stop that one first'],
  [/Permission denied/, 'the gateway may not open it; add its user to the group video'],
  [/No such file or directory/, 'it does not exist; plug the camera in, or correct the configuration'],
  [
    // before the next: ffmpeg says of such a node, in the next line, that there is no such device
    /Not a video capture device|Inappropriate ioctl/,
    'this is no capture device; a camera often has several nodes, try the other',
  ],
  [/No such device/, 'the device is gone; plug it in again'],
  [/Input\/output error/, 'the camera reports a fault; unplug it and plug it in again'],
  [/Cannot find a proper format|No such input format/, 'it does not offer the inputFormat of the configuration; leave that out'],
  [
    /VIDIOC_\w+\): Invalid argument/,
    'it gives no pictures as asked; leave out inputFormat, width, height and fps to see whether it does',
  ],
  // so ends every listing of formats; here it had none in it
  [/Immediate exit requested/, 'it offers no format that pictures can be made of'],
  [/Connection refused|timed out|No route to host|Name or service not known/, 'it cannot be reached over the network'],
  [/401 Unauthorized|403 Forbidden/, 'it wants another user name or password'],
  [/404 Not Found|Server returned 4XX/, 'there is nothing at that address; correct the source'],
  [
    /: Invalid data found when processing input\s*$/,
    'ffmpeg can read no pictures from it; correct the source, or say in format what it is',
  ],
];

/**
 * Says in one line why a capture ended, from the last words of ffmpeg. Secrets in addresses are left out: clients read this.
 *
 * @param source the device or address that was read
 */
export function adviceFrom(words: string, source: string): string {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(words))?.[1];
  return withoutSecrets(`${source}: ${meaning ?? lastLine(words, source) ?? 'it ended'}`);
}

/** Without the `[mjpeg @ 0x55d0c0]` that says which part of ffmpeg speaks, and where in memory, or of what, which is said already. */
function lastLine(words: string, source: string): string | undefined {
  const lines = words.split('\n').map((line) => line.replace(/^(\[[^\]]*\]\s*)+/, '').trim());
  const last = lines.findLast((line) => line !== '');
  return (last?.startsWith(`${source}: `) ? last.slice(source.length + 2) : last)?.slice(0, 200);
}
