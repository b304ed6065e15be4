import { AtMost } from '../at-most.js';
import { GatewayError } from '../errors.js';
import type { Frame } from './camera.js';
import { KeptPictures } from './kept-pictures.js';
import { keyOf, original, type Picture, type PictureRequest, redraw } from './picture.js';

export interface PicturesOptions {
  /** Pictures made at the same time; 2 unless given. */
  readonly atOnce?: number;
  /** Pictures of one camera that wait for their turn; beyond these a request is refused. 16 unless given. */
  readonly waiting?: number;
  /** Pictures kept, of all frames; 128 unless given. */
  readonly most?: number;
  /** Bytes of them; 16 MiB unless given. */
  readonly mostBytes?: number;
}

/** Makes pictures of frames: what was asked before of the same frame is not made again. */
export class Pictures {
  private readonly kept: KeptPictures;
  private readonly work: AtMost;

  constructor({ atOnce = 2, waiting = 16, most = 128, mostBytes = 16_777_216 }: PicturesOptions = {}) {
    this.kept = new KeptPictures(most, mostBytes);
    this.work = new AtMost(
      atOnce,
      waiting,
      () => new GatewayError('unavailable', 'too much picture work at once; try again later', { retryAfterMs: 1_000 }),
    );
  }

  /**
   * @param queue whose work it is: the camera's name, so that who asks much of one camera keeps nobody from the others
   * @returns the frame as asked, at once when it was made before; equal requests for one frame get the very same picture
   * @throws GatewayError `unavailable` when the frame is damaged, too large, or too many pictures of the queue wait; `invalid` for
   *   a request outside its bounds
   */
  render(frame: Frame, request: PictureRequest = {}, queue = ''): Picture | Promise<Picture> {
    const key = keyOf(request);
    return this.kept.get(frame, key) ?? this.making(frame, request, key, queue);
  }

  /**
   * Other work on pictures, which takes its turn like theirs.
   *
   * @param queue as for `render`
   * @throws GatewayError `unavailable` when too many of the queue wait, and what `task` throws
   */
  inTurn<T>(queue: string, task: () => Promise<T>): Promise<T> {
    return this.work.run(task, queue);
  }

  /** A failure is not kept, for the next may find more room. */
  private making(frame: Frame, request: PictureRequest, key: string, queue: string): Promise<Picture> {
    const making = this.make(frame, request, queue);
    this.kept.put(frame, key, making);
    void making.then(
      (picture) => this.kept.put(frame, key, picture),
      () => this.kept.delete(frame, key),
    );
    return making;
  }

  private async make(frame: Frame, request: PictureRequest, queue: string): Promise<Picture> {
    return original(frame, request) ?? this.work.run(() => redraw(frame, request), queue);
  }
}
