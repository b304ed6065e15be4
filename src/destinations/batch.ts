import type { Point } from '../sensors/history.js';
import type { Refusal } from '../store/rejections.js';

/** A row as it is sent. */
export interface Line {
  readonly seq: number;
  readonly text: string;
  readonly point: Point;
}

interface Piece {
  readonly lines: readonly Line[];
  /** A batch of this piece and the next was refused: when this one is taken, the next is to blame. */
  readonly clearsNext: boolean;
}

/**
 * Lines that are sent together, and in smaller and smaller pieces once one of them is refused, until it is known which: of n lines
 * k bad ones take O(k log n) requests. The pieces are in order.
 */
export class Batch {
  readonly refusals: Refusal[];
  /** How many were taken. */
  stored = 0;
  /** Whether the server has said something of it. */
  isJudged = false;
  /** The next piece is the last. */
  private readonly pieces: Piece[];

  /** @param refusals what we ourselves refuse to send */
  constructor(lines: readonly Line[], refusals: readonly Refusal[] = []) {
    this.refusals = [...refusals];
    this.pieces = lines.length > 0 ? [{ lines, clearsNext: false }] : [];
  }

  /** What is to be sent next; undefined when all is known. */
  get next(): readonly Line[] | undefined {
    return this.pieces.at(-1)?.lines;
  }

  /** The next piece was taken. */
  taken(): void {
    this.isJudged = true;
    const piece = this.pieces.pop();
    this.stored += piece?.lines.length ?? 0;
    const blamed = this.pieces.at(-1);
    // of one line alone we want to hear why
    if (piece?.clearsNext && blamed && blamed.lines.length > 1) this.split(true);
  }

  /** Goes on without the lines that are not to be sent any more. */
  keep(seqs: ReadonlySet<number>): void {
    const kept = this.pieces.map((piece) => ({ ...piece, lines: piece.lines.filter(({ seq }) => seqs.has(seq)) }));
    this.pieces.splice(0, kept.length, ...kept.filter(({ lines }) => lines.length > 0));
  }

  /** Those that are still to be sent. */
  get pending(): readonly number[] {
    return this.pieces.flatMap(({ lines }) => lines.map(({ seq }) => seq));
  }

  /** At least one line of the next piece is refused. */
  refused(reason: string): void {
    const [first, ...others] = this.next ?? [];
    if (first && others.length === 0) this.refuse(first, reason);
    else this.split(true);
  }

  /** The next piece is too large. */
  tooLarge(reason: string): void {
    const [first, ...others] = this.next ?? [];
    if (first && others.length === 0) this.refuse(first, reason);
    else this.split(false);
  }

  private refuse({ seq, point }: Line, reason: string): void {
    this.isJudged = true;
    this.pieces.pop();
    this.refusals.push({ seq, point, reason });
  }

  /** @param clearsNext whether one of the two halves has a bad line */
  private split(clearsNext: boolean): void {
    this.isJudged = true;
    const { lines } = this.pieces.pop() ?? { lines: [] };
    const half = Math.ceil(lines.length / 2);
    this.pieces.push({ lines: lines.slice(half), clearsNext: false }, { lines: lines.slice(0, half), clearsNext });
  }
}
