import { AtMost } from '../at-most.js';
import { GatewayError } from '../errors.js';
import type { Frame } from './camera.js';
import { original, type Picture, type PictureRequest, redraw } from './picture.js';

export interface PicturesOptions {
  /** Pictures made at the same time; 2 unless given. */
  readonly atOnce?: number;
  /** Pictures that wait for their turn; beyond these a request is refused. 16 unless given. */
  readonly waiting?: number;
  /** Pictures kept per frame, for as long as anybody holds the frame; 8 unless given. */
  readonly variants?: number;
}

/** Makes pictures of frames: what was asked before of the same frame is not made again. */
export class Pictures {
  private readonly made = new WeakMap<Frame, Map<string, Promise<Picture>>>();
  private readonly work: AtMost;
  private readonly variants: number;

  constructor({ atOnce = 2, waiting = 16, variants = 8 }: PicturesOptions = {}) {
    this.work = new AtMost(
      atOnce,
      waiting,
      () => new GatewayError('unavailable', 'too much picture work at once; try again later', { retryAfterMs: 1_000 }),
    );
    this.variants = variants;
  }

  /**
   * @returns the frame as asked; equal requests for one frame get the very same picture
   * @throws GatewayError `unavailable` when the frame is damaged, too large, or too many pictures wait; `invalid` for a
   *   request outside its bounds
   */
  async render(frame: Frame, request: PictureRequest = {}): Promise<Picture> {
    const kept = this.keptWith(frame);
    const key = [request.width, request.height, request.quality, request.format].join();
    const picture = kept.get(key) ?? this.make(frame, request);
    this.keep(kept, key, picture);
    return picture;
  }

  private async make(frame: Frame, request: PictureRequest): Promise<Picture> {
    return original(frame, request) ?? this.work.run(() => redraw(frame, request));
  }

  private keptWith(frame: Frame): Map<string, Promise<Picture>> {
    const kept = this.made.get(frame) ?? new Map<string, Promise<Picture>>();
    this.made.set(frame, kept);
    return kept;
  }

  /** The longest unused gives way; a failure is not kept, for the next may find more room. */
  private keep(kept: Map<string, Promise<Picture>>, key: string, picture: Promise<Picture>): void {
    kept.delete(key);
    kept.set(key, picture);
    picture.catch(() => {
      if (kept.get(key) === picture) kept.delete(key);
    });
    for (const oldest of kept.keys()) if (kept.size > this.variants) kept.delete(oldest);
  }
}
