/** Where somebody puts what comes, as long as there is room. Nothing is awaited: with many who are given the same, promises are what costs. */
export interface Outlet<T> {
  /** What comes while there is none is not put. */
  readonly hasRoom: boolean;
  /** @param left is called once when `value` is needed no more, be it sent or not; of one that was cut off, perhaps never */
  put(value: T, left?: () => void): void;
  /** Once: nothing more comes. @param error why, unless it was wanted so */
  end(error?: unknown): void;
}

/** Whoever fills an outlet. Disposing stops it. */
export interface Pouring extends Disposable {
  /** There is room again. */
  goOn(): void;
}

/** Begins to fill an outlet. It throws when it cannot begin. */
export type Pour<T> = (outlet: Outlet<T>) => Pouring;
