import { signal, type Signal } from '@preact/signals';

interface Draft {
  readonly typed: Signal<unknown>;
  readonly initial: unknown;
  /** Whether it would be a loss. */
  readonly isWork: boolean;
}

/**
 * What somebody has typed and not sent yet, by the form it stands in. It outlives the form, so that it is there again after a session that
 * ended, a server that restarted, or a look at another page; in memory alone.
 */
const drafts = new Map<string, Draft>();

/** The draft of a form. @param initial what stands for nothing typed, the same each time */
export const draftOf = <T>(form: string, initial: T): Signal<T> => keptOf(form, initial, true);

/** As a draft, of what is not to be sent as it is: what is looked for, how long something is to go on. */
export const choiceOf = <T>(form: string, initial: T): Signal<T> => keptOf(form, initial, false);

function keptOf<T>(form: string, initial: T, isWork: boolean): Signal<T> {
  const known = drafts.get(form) ?? { typed: signal<unknown>(initial), initial, isWork };
  drafts.set(form, known);
  // a form has one shape
  return known.typed as Signal<T>;
}

/** Whether something that was typed would be lost with the page. */
export const isAnyTyped = (): boolean =>
  [...drafts.values()].some(({ typed, initial, isWork }) => isWork && contentOf(typed.peek()) !== contentOf(initial));

const contentOf = (value: unknown): string | undefined => JSON.stringify(value instanceof Map ? [...value] : value);

/** It is not wanted any more. */
export function dropDraft(form: string): void {
  const known = drafts.get(form);
  // whoever shows the form holds on to its draft
  if (known) known.typed.value = known.initial;
}

/** What of it was `sent` is done with; what was typed meanwhile stays. */
export function dropSent(form: string, sent: unknown): void {
  if (drafts.get(form)?.typed.peek() === sent) dropDraft(form);
}

/** Nothing of what was typed stays with somebody who has signed out. */
export function dropDrafts(): void {
  for (const form of drafts.keys()) dropDraft(form);
}
