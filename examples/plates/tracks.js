/** How long a plate may be out of sight and be taken for the same, ms. */
const GONE_MS = 1500;
/** So many readings must say the same, and so large a share of all there were. */
const AGREEING = 3;
const SHARE = 0.75;

/** One car's plate, followed from picture to picture, and what was read on it. */
export class Track {
  votes = new Map();
  /** The text that enough readings agreed on. */
  plate = undefined;

  constructor(box, time) {
    this.move(box, time);
  }

  move(box, time) {
    this.box = box;
    this.seenAt = time;
  }

  /** @returns {string | undefined} the plate, at the one reading that settles it */
  vote(text) {
    const count = (this.votes.get(text) ?? 0) + 1;
    this.votes.set(text, count);
    const total = [...this.votes.values()].reduce((sum, each) => sum + each, 0);
    if (this.plate || count < AGREEING || count < SHARE * total) return undefined;
    return (this.plate = text);
  }
}

/** The plates in view. A plate is the same as one before when it is as large, in the same row and hardly further than its width. */
export class Tracks {
  #tracks = [];

  /**
   * @param {{ left: number, top: number, width: number, height: number }[]} boxes where plates are now
   * @param {number} time ms since the epoch
   * @returns {Track[]} the track of each box
   */
  follow(boxes, time) {
    const before = this.#tracks.filter(({ seenAt }) => time - seenAt <= GONE_MS);
    const now = boxes.map((box) => {
      const same = nearest(before, box);
      if (!same) return new Track(box, time);
      before.splice(before.indexOf(same), 1);
      same.move(box, time);
      return same;
    });
    this.#tracks = [...before, ...now];
    return now;
  }
}

function nearest(tracks, box) {
  const distance = (track) => Math.abs(track.box.left - box.left);
  return tracks.filter((track) => isLike(track.box, box)).sort((a, b) => distance(a) - distance(b))[0];
}

function isLike(a, b) {
  const isAsLarge = Math.abs(a.width - b.width) < 0.15 * b.width;
  return isAsLarge && Math.abs(a.top - b.top) < b.height / 2 && Math.abs(a.left - b.left) < 1.2 * b.width;
}
