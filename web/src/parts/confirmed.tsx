import './confirmed.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../texts/index.js';

interface Question {
  /** What would be done, in a sentence. */
  readonly question: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something is done that cannot be undone. The keyboard is in it until it is answered, and Escape is no. */
export function Confirmed({ question, action, onYes, onNo }: Question) {
  const dialog = useRef<HTMLDialogElement>(null);
  // of a layout effect the end is while the dialog is still in the page, so that closing it gives the keyboard back to where it was
  useLayoutEffect(() => {
    const { current: shown } = dialog;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} onClose={onNo} aria-label={question}>
      <p>{question}</p>
      <div class="row">
        <button type="button" onClick={onNo}>
          {texts.shell.cancel}
        </button>
        <button type="button" class="danger" onClick={onYes}>
          {action}
        </button>
      </div>
    </dialog>
  );
}
