import type { components, operations } from '../../../../generated/registry.js';

export type Line = components['schemas']['LogLine'];
export type Level = Line['level'];
type Answer = components['schemas']['LogPage'];
export type LogQuery = NonNullable<operations['Log_GET']['parameters']['query']>;

/** From the least to the most grave. */
export const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const satisfies readonly Level[];

/** As many as the gateway keeps. */
const MOST = 1_000;

/** What was said so far. */
export interface Said {
  /** The newest first. */
  readonly lines: readonly Line[];
  /** What to ask for next; absent when nothing was asked for yet. */
  readonly next?: number;
  /** How many were said and made room before they were asked for. */
  readonly dropped: number;
}

export const NOTHING: Said = { lines: [], dropped: 0 };

/** What was said so far, with what was said since; the oldest make room. */
export function withMore({ lines, dropped }: Said, { lines: more, next, dropped: missed }: Answer): Said {
  return { lines: [...[...more].reverse(), ...lines].slice(0, MOST), next, dropped: dropped + missed };
}

export const hasText = (text: string) => {
  const wanted = text.toLowerCase();
  return ({ message, details }: Line): boolean =>
    [message, ...Object.entries(details).flat()].some((part) => part.toLowerCase().includes(wanted));
};
