import { messageOf } from '../errors.js';
import type { Point } from '../sensors/history.js';
import type { Refusal, Rejection } from '../store/rejections.js';
import type { Row } from '../store/readings.js';
import { Batch, type Line } from './batch.js';
import { LineMaker } from './line.js';
import { type DestinationSettings, dialectOf, isWanted } from './settings.js';

export interface Shaped {
  readonly batch: Batch;
  /** How many rows are passed over: they are not wanted, or nothing in them is understood. */
  readonly filtered: number;
}

/** Makes of rows what a destination is to be sent of them. */
export class Shaping {
  private readonly dialect;

  constructor(private readonly settings: DestinationSettings) {
    this.dialect = dialectOf(settings);
  }

  batchOf(rows: readonly Row[]): Shaped {
    return this.shaped(
      rows.filter(({ point }) => isWanted(point, this.settings.only)),
      rows.length,
    );
  }

  /** Somebody wants these to be sent, whatever is wanted otherwise. */
  batchAgain(rejections: readonly Rejection[]): Batch {
    return this.shaped(rejections, rejections.length, 'there is nothing in it that the destination understands').batch;
  }

  private shaped(rows: readonly { readonly seq: number; readonly point: Point }[], count: number, empty?: string): Shaped {
    const maker = new LineMaker(this.dialect);
    const lines: Line[] = [];
    const refusals: Refusal[] = [];
    for (const { seq, point } of rows) {
      const text = textOf(maker, point);
      if (text === undefined) {
        if (empty !== undefined) refusals.push({ seq, point, reason: empty });
      } else if (typeof text === 'string') lines.push({ seq, point, text });
      else refusals.push({ seq, point, reason: text.refused });
    }
    return { batch: new Batch(lines, refusals), filtered: count - lines.length - refusals.length };
  }
}

function textOf(maker: LineMaker, point: Point): string | undefined | { readonly refused: string } {
  try {
    return maker.lineOf(point);
  } catch (error) {
    return { refused: messageOf(error) };
  }
}
