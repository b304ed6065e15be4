import type { Notice } from '../events/notice.js';
import type { Change } from './state.js';

/** What it takes to forget everything of one application: to be kept together with the rest, and then done. */
export interface Leaving {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
  /** To be called once the changes are kept. */
  readonly done: () => void;
}

/** Whatever belongs to applications, and goes with them. */
export interface Belongings {
  leave(appInstanceId: string): Leaving;
}
