import './switch.css';

interface Switched {
  /** What it switches. */
  readonly label: string;
  /** What is so, never what was asked for. */
  readonly isOn: boolean;
  /** The same in words. */
  readonly shown: string;
  readonly isBusy: boolean;
  /** It shows, and cannot be changed: it can still be come to, so that whoever hears the page learns of it. */
  readonly isLocked: boolean;
  readonly onToggle: () => void;
}

/** On or off, by pointer, Space and Enter. */
export function Switch({ label, isOn, shown, isBusy, isLocked, onToggle }: Switched) {
  return (
    <span class="switched">
      <span aria-hidden="true">{shown}</span>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-label={label}
        aria-checked={isOn}
        aria-busy={isBusy}
        aria-disabled={isLocked}
        onClick={() => {
          if (!isLocked && !isBusy) onToggle();
        }}
      >
        <span class="knob" />
      </button>
    </span>
  );
}
