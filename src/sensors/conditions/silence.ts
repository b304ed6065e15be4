import type { TagReading } from '../tag-reading.js';

/** When a tag said something last, and what. */
export interface Heard {
  /** ms of the clock that never jumps; a tag that history knows was heard when the gateway began to listen */
  readonly at: number;
  readonly reading: TagReading;
}

/** Whether it is silent for so long. The clock that never jumps counts: a step of the other is no silence. */
export function isSilent(seconds: number, { at }: Pick<Heard, 'at'>, now: number): boolean {
  return now - at >= seconds * 1000;
}

/** When each tag was heard last, silent longest first. */
export class LastHeard {
  private readonly tags = new Map<string, Heard>();

  get(mac: string): Heard | undefined {
    return this.tags.get(mac);
  }

  hear(reading: TagReading, at: number): void {
    // what is set anew goes to the end, and time never goes back
    this.tags.delete(reading.mac);
    this.tags.set(reading.mac, { at, reading });
  }

  forget(mac: string): void {
    this.tags.delete(mac);
  }

  longestFirst(): IterableIterator<Heard> {
    return this.tags.values();
  }
}
