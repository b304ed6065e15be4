/** `/?action=stream_1&…`: what is wanted, of which camera, and what else stands there. */
const ADDRESS = /^\/\?action=(snapshot|stream)(?:_(\d{1,2}))?(?:&(.*))?$/;
/** What mjpg-streamer does beside: who asks for that is not to take our own page for the answer. */
const OTHER = '/?action=';
/** What it asks of our own addresses. Whatever else players write, such as a number that is new each time, means nothing. */
const PASSED_ON = new Set(['fps', 'width', 'height', 'quality', 'signature']);
const CAMERA_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

/**
 * The addresses of mjpg-streamer, as many players know no others: `/?action=snapshot` and `/?action=stream` of the first camera, with `_1` of
 * the second, and with `&camera=` of the one of that name.
 *
 * @param target path and query of a request
 * @returns where the same is to be had here, which is nowhere for its other actions; `target` itself when it is none of them
 */
export function mjpgStreamerAddress(target: string): string {
  const [, action, number = '0', rest = ''] = ADDRESS.exec(target) ?? [];
  if (action === undefined) return target.startsWith(OTHER) ? `/${target.slice('/?'.length)}` : target;
  const pairs = rest.split('&');
  const asked = pairs.filter((pair) => PASSED_ON.has(nameOf(pair))).join('&');
  return `/camera/v1/cameras/${named(pairs) ?? `~${Number(number)}`}/${action}${asked && `?${asked}`}`;
}

/** A name that no camera can have becomes one that there is not, and never another camera. */
function named(pairs: readonly string[]): string | undefined {
  const names = pairs.filter((pair) => nameOf(pair) === 'camera').map((pair) => pair.slice('camera='.length));
  const [name] = names;
  if (name === undefined) return undefined;
  return names.length === 1 && CAMERA_ID.test(name) ? name : '~';
}

function nameOf(pair: string): string {
  return pair.split('=', 1)[0] ?? '';
}
