/**
 * What went wrong at the other registry.
 *
 * - `gone`: it knows the thing no more
 * - `refused`: it will not have this, however often it is asked
 * - `later`: nothing was settled; it may be asked again after a while
 */
export type FailureKind = 'gone' | 'refused' | 'later';

/** A question that was not answered as hoped; `message` is for people, and holds only what can be printed. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** ms for which the other side wants to be left alone */
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}
