import './confirmed.css';
import { useEffect, useRef } from 'preact/hooks';
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
  useEffect(() => {
    const { current: shown } = dialog;
    shown?.showModal();
    // the keyboard goes back to where it was, which taking the dialog out of the page would not do
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
