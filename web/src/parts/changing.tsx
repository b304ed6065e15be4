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

interface Change<T, F> {
  /** Under which what was typed is kept. */
  readonly form: string;
  readonly read: Tagged<T>;
  readonly fieldsOf: (value: T) => F;
  /** Sends it, with the `If-Match` that names what it was typed over, and says what it is then; throws Refused. */
  readonly send: (fields: F, ifMatch: string) => Promise<Tagged<T>>;
  /** Is told that something else is there now. */
  readonly changed: () => void;
}

const ANYTHING = '*';

/** Changes what was read, and not what somebody else has made of it meanwhile. */
export function useChanging<T, F>({ form, read, fieldsOf, send, changed }: Change<T, F>): Changing<F> {
  const draft = draftOf<{ readonly fields: F; readonly etag: string } | undefined>(form, undefined);
  const [present, setPresent] = useState(read);
  const [isSaved, setIsSaved] = useState(false);
  const sending = useSending();
  useEffect(() => setPresent(read), [read]);
  const { fields, etag } = draft.value ?? { fields: fieldsOf(present.value), etag: present.etag };
  const save = (ifMatch: string) => {
    const sent = draft.value;
    void sending.send(async () => {
      const saved = await send(fields, ifMatch);
      setPresent(saved);
      // what was typed meanwhile stays, and goes on from what was saved
      if (draft.value === sent) draft.value = undefined;
      else if (draft.value) draft.value = { ...draft.value, etag: saved.etag };
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
  return {
    fields,
    isSending,
    type: (typed) => {
      setIsSaved(false);
      draft.value = { fields: typed, etag };
    },
    save: () => save(etag),
    outcome: (
      <>
        {isSaved && <p role="status">{texts.shell.saved}</p>}
        {isOutdated(refused) && <Outdated onLookAgain={lookAgain} onSave={() => save(ANYTHING)} />}
        {refused && !isOutdated(refused) && <Problem refused={refused} />}
      </>
    ),
  };
}
