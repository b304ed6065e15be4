import type { ServerResponse } from 'node:http';

/**
 * Writes parts as they come, and asks for the next only when the one before has left: a slow reader delays nobody but itself. Whatever
 * ends it early, reader or parts, ends both; a response that was not written to its end is cut.
 *
 * It is a loop and no pipeline of streams, which would take half as long again for each part.
 *
 * @param sent is told the bytes of each part
 * @returns when all has left, or nobody is there any more
 * @throws what the parts do
 */
export async function sendParts(
  res: ServerResponse,
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
  sent: (bytes: number) => void,
): Promise<void> {
  let wake: () => void = () => undefined;
  const goOn = () => wake();
  /** `res` says something when there is room again, when all has left, and when it is closed. */
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((resolve) => (wake = resolve));
  };
  for (const event of ['drain', 'finish', 'close']) res.on(event, goOn);
  try {
    for (let next = first; !next.done && !res.destroyed; next = await rest.next()) {
      sent(next.value.length);
      if (!res.write(next.value)) await until(() => !res.writableNeedDrain || res.destroyed);
    }
    if (res.destroyed) return;
    res.end();
    await until(() => res.writableFinished || res.destroyed);
  } finally {
    for (const event of ['drain', 'finish', 'close']) res.off(event, goOn);
    if (!res.writableEnded) res.destroy();
    await rest.return?.();
  }
}
