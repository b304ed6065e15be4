import { type Frame, isRetracted } from '../camera.js';

/** The images of the last seconds, in memory: a recording can begin before what it is of. The oldest give way. */
export class PreRoll {
  private frames: Frame[] = [];
  private bytes = 0;

  /**
   * @param lastsMs how far back it goes, by the times of the images
   * @param maxBytes how much it holds at the most
   */
  constructor(
    private readonly lastsMs: number,
    private readonly maxBytes: number,
  ) {}

  put(frame: Frame): void {
    this.frames.push(frame);
    this.bytes += frame.jpeg.length;
    const isTooOld = ({ capturedAt }: Frame) => Math.abs(frame.capturedAt - capturedAt) > this.lastsMs;
    let gone = 0;
    for (const oldest of this.frames) {
      if (this.bytes <= this.maxBytes && !isTooOld(oldest)) break;
      this.bytes -= oldest.jpeg.length;
      gone++;
    }
    this.frames = this.frames.slice(gone);
  }

  /** Oldest first, without those that nobody may see any more. */
  take(): readonly Frame[] {
    const taken = this.frames.filter((frame) => !isRetracted(frame));
    this.clear();
    return taken;
  }

  clear(): void {
    this.frames = [];
    this.bytes = 0;
  }
}
