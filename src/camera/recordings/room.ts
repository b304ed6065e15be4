import { GatewayError } from '../../errors.js';
import { Serial } from '../../registry/serial.js';
import type { Catalogue } from './catalogue.js';
import { RETRY_AFTER_MS } from './disk-state.js';
import { givesWay } from './gives-way.js';
import type { Readers } from './readers.js';
import type { Recording } from './recording.js';

export interface RoomParts {
  /** Of all recordings together, bytes. */
  readonly maxBytes: number;
  /** How many there may be. */
  readonly maxCount: number;
  readonly catalogue: Catalogue;
  readonly readers: Readers;
  /** How much the disk has, in bytes; `undefined` while nobody knows. */
  readonly disk: () => Promise<{ free: number; size: number } | undefined>;
  /** @returns when it is gone. @throws GatewayError `unavailable` when the disk does not take it away */
  readonly giveWay: (recording: Recording) => Promise<void>;
}

/** What others who write to the same disk are left, bytes; of a small disk a sixteenth. */
const LEAVE = 64 * 1024 * 1024;
const ONE_IN = 16;

/** The budget of recordings: what is too much gives way. */
export class Room {
  private readonly turns = new Serial();

  constructor(private readonly parts: RoomParts) {}

  /** @throws GatewayError `unavailable` when all that is there is made just now, the disk fails, or others have filled it */
  make(bytes: number): Promise<void> {
    // one after the other: two at once would both take away, where one is enough
    return this.turns.run(async () => {
      while (!(await this.isThere(bytes))) await this.parts.giveWay(await this.oldest());
    });
  }

  private async isThere(bytes: number): Promise<boolean> {
    return this.parts.catalogue.bytes + bytes <= (await this.budget()) && !this.isTooMany;
  }

  private async oldest(): Promise<Recording> {
    const { catalogue, readers } = this.parts;
    const sizeOf = this.isTooMany ? () => 1 : ({ bytes }: Recording) => bytes;
    const isUnread = (one: Recording) => isWhole(one) && !readers.isRead(one.recordingId);
    // whoever reads slowly, or all there is, is no reason to record nothing any more
    const oldest = givesWay(catalogue.all(), sizeOf, isUnread) ?? givesWay(catalogue.all(), sizeOf, isWhole);
    if (oldest) return oldest;
    const budget = Math.max(0, await this.budget());
    const mend = budget < this.parts.maxBytes ? 'free some of the disk' : 'raise camera.recordings.maxBytes';
    const why = `there is no room for recordings: ${catalogue.bytes} bytes are used, ${budget} may be; ${mend}`;
    throw new GatewayError('unavailable', why, { retryAfterMs: RETRY_AFTER_MS });
  }

  private get isTooMany(): boolean {
    return this.parts.catalogue.size >= this.parts.maxCount;
  }

  private async budget(): Promise<number> {
    const { maxBytes, catalogue } = this.parts;
    const disk = await this.parts.disk();
    if (!disk) return maxBytes;
    const leave = Math.min(LEAVE, disk.size / ONE_IN);
    return Math.min(maxBytes, Math.floor(catalogue.bytes + disk.free - leave));
  }
}

function isWhole({ state }: Recording): boolean {
  return state !== 'RECORDING';
}
