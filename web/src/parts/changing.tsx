import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { draftOf } from '../drafts.js';
import { isOutdated, type Tagged } from '../tagged.js';
import { texts } from '../texts/index.js';
import { Problem } from './asked.js';
import { Outdated } from './outdated.js';
import { useSending } from './sending.js';

/** Something that was read and is being changed: what is there, until somebody types something else. */
export interface Changing<F> {
  readonly fields: F;
  readonly isSending: boolean;
  readonly type: (fields: F) => void;
  readonly save: () => void;
  /** How that went. */
  readonly outcome: ComponentChildren;
}

/** What somebody has typed, and what they saw when they began. */
interface Draft<T, F> {
  readonly fields: F;
  readonly of: Tagged<T>;
}

interface Change<T, F> {
  /** Under which what was typed is kept. */
  readonly form: string;
  readonly read: Tagged<T>;
  /** Throws Refused. */
  readonly readAgain: () => Promise<Tagged<T>>;
  readonly fieldsOf: (value: T) => F;
  /** Has it so in place of `over`, and says what it is then; throws Refused, also when something else is there by now. */
  readonly send: (fields: F, over: Tagged<T>) => Promise<Tagged<T>>;
  /** Is told that something else is there now. */
  readonly changed: () => void;
}

/** Changes what was read, and not what somebody else has made of it meanwhile. */
export function useChanging<T, F extends object>(change: Change<T, F>): Changing<F> {
  const { form, read, readAgain, fieldsOf, send, changed } = change;
  const draft = draftOf<Draft<T, F> | undefined>(form, undefined);
  const [present, setPresent] = useState(read);
  const [isSaved, setIsSaved] = useState(false);
  const sending = useSending();
  useEffect(() => setPresent(read), [read]);
  const { fields, of } = draft.value ?? { fields: fieldsOf(present.value), of: present };
  /** @param over says what it is saved over: of that everything stays that was not typed here */
  const save = (over: () => Promise<Tagged<T>>) => {
    const sent = draft.value;
    void sending.send(async () => {
      const there = await over();
      const saved = await send(onto(fieldsOf(there.value), fields, fieldsOf(of.value)), there);
      setPresent(saved);
      // what was typed meanwhile stays, and goes on from what was saved
      if (draft.value === sent) draft.value = undefined;
      else if (draft.value) draft.value = { fields: onto(fieldsOf(saved.value), draft.value.fields, fields), of: saved };
      setIsSaved(draft.value === undefined);
      changed();
    });
  };
  const lookAgain = () => {
    // nothing is refused any more
    void sending.send(() => Promise.resolve());
    draft.value = undefined;
    changed();
  };
  const { refused, isSending } = sending;
  const { saved, outdated, lookAgain: look, saveMine } = texts.shell;
  return {
    fields,
    isSending,
    type: (typed) => {
      setIsSaved(false);
      draft.value = { fields: typed, of };
    },
    save: () => save(() => Promise.resolve(of)),
    outcome: (
      <>
        {isSaved && <p role="status">{saved}</p>}
        {isOutdated(refused) && <Outdated said={outdated} ways={{ [look]: lookAgain, [saveMine]: () => save(readAgain) }} />}
        {refused && !isOutdated(refused) && <Problem refused={refused} />}
      </>
    ),
  };
}

/** What is there, with those fields that were typed since they were as they had `begun`. */
function onto<F extends object>(there: F, typed: F, begun: F): F {
  const isTyped = ([field, value]: [string, unknown]) => contentOf(value) !== contentOf(begun[field as keyof F]);
  return { ...there, ...(Object.fromEntries(Object.entries(typed).filter(isTyped)) as Partial<F>) };
}

const contentOf = (value: unknown): string | undefined => JSON.stringify(value);
