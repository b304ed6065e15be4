import { statSync } from 'node:fs';

/** Which file a path leads to, and how large it is. */
export interface Place {
  readonly id: string;
  /** bytes */
  readonly size: number;
}

/** @returns undefined when it leads nowhere */
export function placeOf(path: string): Place | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { id: `${found.dev}:${found.ino}`, size: found.size };
}
