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

/** By what was asked, the longest unused first. */
type Kept = Map<string, Picture | Promise<Picture>>;

/** Makes pictures of frames: what was asked before of the same frame is not made again. */
export class Pictures {
  private readonly made = new WeakMap<Frame, Kept>();
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
   * @returns the frame as asked, at once when it was made before; equal requests for one frame get the very same picture
   * @throws GatewayError `unavailable` when the frame is damaged, too large, or too many pictures wait; `invalid` for a
   *   request outside its bounds
   */
  render(frame: Frame, request: PictureRequest = {}): Picture | Promise<Picture> {
    const kept = this.keptWith(frame);
    const { width = '', height = '', quality = '', format = '' } = request;
    const key = `${width},${height},${quality},${format}`;
    const picture = kept.get(key) ?? this.making(kept, key, frame, request);
    this.keep(kept, key, picture);
    return picture;
  }

  /**
   * Other work on pictures, which takes its turn like theirs.
   *
   * @throws GatewayError `unavailable` when too many wait, and what `task` throws
   */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    return this.work.run(task);
  }

  /** A failure is not kept, for the next may find more room. */
  private making(kept: Kept, key: string, frame: Frame, request: PictureRequest): Promise<Picture> {
    const making = this.make(frame, request);
    const isStillKept = () => kept.get(key) === making;
    void making.then(
      (picture) => isStillKept() && kept.set(key, picture),
      () => isStillKept() && kept.delete(key),
    );
    return making;
  }

  private async make(frame: Frame, request: PictureRequest): Promise<Picture> {
    return original(frame, request) ?? this.work.run(() => redraw(frame, request));
  }

  private keptWith(frame: Frame): Kept {
    let kept = this.made.get(frame);
    if (!kept) this.made.set(frame, (kept = new Map<string, Picture | Promise<Picture>>()));
    return kept;
  }

  /** The longest unused gives way. */
  private keep(kept: Kept, key: string, picture: Picture | Promise<Picture>): void {
    kept.delete(key);
    kept.set(key, picture);
    for (const oldest of kept.keys()) if (kept.size > this.variants) kept.delete(oldest);
  }
}
