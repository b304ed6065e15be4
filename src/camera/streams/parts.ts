import { lengthOf, put } from '../joined.js';
import type { Picture } from '../picture.js';

/** Cameras and sizes that are looked at together, and those of before that somebody slow is still being sent; of more, some are made again. */
const MOST = 16;
/** Memory grows by so much, so that pictures which become a little larger find room. */
const STEP = 16_384;

/** A picture between what stands before and behind it, in one piece. */
export interface Part {
  readonly bytes: Uint8Array;
  /** To be called once by everybody who was given it, when it is no longer needed: others are made in the same memory then. */
  readonly left: () => void;
}

/** Of each picture one part, which all who want it share. The memory of one that all have been sent is that of the next. */
export class Parts {
  private made: Made[] = [];

  /** @param around what stands before a picture of that many bytes, in Latin-1, and what behind it */
  constructor(
    private readonly before: (picture: Picture, length: number) => string,
    private readonly behind: Uint8Array,
  ) {}

  of(picture: Picture): Part {
    const made = this.made.find((one) => one.picture === picture) ?? this.make(picture);
    made.users++;
    return made;
  }

  private make(picture: Picture): Made {
    const { pieces = [picture.bytes] } = picture;
    const length = lengthOf(pieces);
    const header = this.before(picture, length);
    const whole = header.length + length + this.behind.length;
    const { memory } = this.freeOf(whole) ?? { memory: Buffer.allocUnsafeSlow(Math.ceil(whole / STEP + 1) * STEP) };
    memory.write(header, 'latin1');
    memory.set(this.behind, put(pieces, memory, header.length));
    const made = new Made(picture, memory, whole);
    this.made.unshift(made);
    if (this.made.length > MOST) this.made.pop();
    return made;
  }

  /** Whoever still holds one that is forgotten here goes on holding it. */
  private freeOf(length: number): Made | undefined {
    const at = this.made.findIndex(({ users, memory }) => users === 0 && memory.length >= length);
    return at < 0 ? undefined : this.made.splice(at, 1)[0];
  }
}

class Made implements Part {
  users = 0;
  readonly bytes: Uint8Array;

  constructor(
    readonly picture: Picture,
    readonly memory: Buffer,
    length: number,
  ) {
    this.bytes = memory.subarray(0, length);
  }

  readonly left = (): void => {
    this.users--;
  };
}
