import { texts } from '../texts/index.js';

interface Choice {
  /** Drops what was typed, and shows what is there. */
  readonly onLookAgain: () => void;
  /** Sends what was typed, over what is there. */
  readonly onSave: () => void;
}

/** Says that somebody else has changed what somebody was about to change, and asks whose is to count. */
export function Outdated({ onLookAgain, onSave }: Choice) {
  const { outdated, lookAgain, saveMine } = texts.shell;
  return (
    <div class="problem" role="alert">
      <p>{outdated}</p>
      <div class="row">
        <button type="button" onClick={onLookAgain}>
          {lookAgain}
        </button>
        <button type="button" onClick={onSave}>
          {saveMine}
        </button>
      </div>
    </div>
  );
}
