import type { Frame } from './camera.js';
import type { Picture } from './picture.js';

interface Kept {
  readonly frame: Frame;
  readonly key: string;
  readonly picture: Picture | Promise<Picture>;
  /** 0 while it is being made. */
  readonly bytes: number;
}

/**
 * Pictures by frame and by what was asked of it, within bounds of number and bytes: the longest unused gives way. A finished picture
 * keeps its frame in memory, so that counts too, once.
 */
export class KeptPictures {
  private readonly byFrame = new WeakMap<Frame, Map<string, Kept>>();
  /** The longest unused first. */
  private readonly all = new Set<Kept>();
  private bytes = 0;

  constructor(
    private readonly most: number,
    private readonly mostBytes: number,
  ) {}

  get size(): number {
    return this.all.size;
  }

  get(frame: Frame, key: string): Picture | Promise<Picture> | undefined {
    const kept = this.byFrame.get(frame)?.get(key);
    if (!kept) return undefined;
    this.all.delete(kept);
    this.all.add(kept);
    return kept.picture;
  }

  /** @param picture one that is still being made counts no bytes, and gives way to itself when it is there */
  put(frame: Frame, key: string, picture: Picture | Promise<Picture>): void {
    this.delete(frame, key);
    const kept = { frame, key, picture, bytes: picture instanceof Promise ? 0 : picture.bytes.length };
    if (kept.bytes + frame.jpeg.length > this.mostBytes && kept.bytes > 0) return;
    this.bytes += kept.bytes + this.frameBytes(kept);
    let ofFrame = this.byFrame.get(frame);
    if (!ofFrame) this.byFrame.set(frame, (ofFrame = new Map<string, Kept>()));
    ofFrame.set(key, kept);
    this.all.add(kept);
    for (const oldest of this.all) if (this.isTooMuch) this.delete(oldest.frame, oldest.key);
  }

  delete(frame: Frame, key: string): void {
    const kept = this.byFrame.get(frame)?.get(key);
    if (!kept) return;
    this.byFrame.get(frame)?.delete(key);
    this.all.delete(kept);
    this.bytes -= kept.bytes + this.frameBytes(kept);
  }

  /** What the frame of a picture takes that is not kept, and is the only finished one of it. */
  private frameBytes({ frame, bytes }: Kept): number {
    if (bytes === 0) return 0;
    const others = [...(this.byFrame.get(frame)?.values() ?? [])];
    return others.some((other) => other.bytes > 0) ? 0 : frame.jpeg.length;
  }

  private get isTooMuch(): boolean {
    return this.all.size > this.most || this.bytes > this.mostBytes;
  }
}
