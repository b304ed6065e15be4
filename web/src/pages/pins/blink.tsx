import type { components } from '../../../../generated/gpio.js';
import { choiceOf, dropSent } from '../../drafts.js';
import { Button } from '../../parts/button.js';
import { texts } from '../../texts/index.js';
import type { Line } from './use-lines.js';

type NewPattern = components['schemas']['NewPattern'];

/** As they stand in the fields. */
const initial = { onMs: '500', offMs: '500', times: '5' };
/** What the API takes. */
const MAXIMUM = { onMs: 3_600_000, offMs: 3_600_000, times: 1_000_000 };
type Field = keyof typeof initial;

interface Blinking {
  readonly line: Line;
  readonly isSending: boolean;
  /** @returns whether it has begun */
  readonly start: (pattern: NewPattern) => Promise<boolean>;
}

/** Lets an output blink, and show afterwards what it shows now. */
export function Blink({ line, isSending, start }: Blinking) {
  const form = `blink-${line.lineId}`;
  const draft = choiceOf(form, initial);
  const typed = draft.value;
  const submit = (event: Event) => {
    event.preventDefault();
    const steps = [
      { value: 1 as const, durationMs: Number(typed.onMs) },
      { value: 0 as const, durationMs: Number(typed.offMs) },
    ];
    const pattern = { steps, repeat: Number(typed.times), finally: line.value ?? line.safe };
    void start(pattern).then((isDone) => isDone && dropSent(form, typed));
  };
  return (
    <details class="blink">
      <summary>{texts.pins.blink}</summary>
      <form class="row" onSubmit={submit}>
        {(Object.keys(initial) as Field[]).map((field) => (
          <label key={field}>
            {texts.pins[field]}
            <input
              type="number"
              required
              min={1}
              max={MAXIMUM[field]}
              value={typed[field]}
              onInput={({ currentTarget }) => (draft.value = { ...draft.value, [field]: currentTarget.value })}
            />
          </label>
        ))}
        <Button type="submit" isOff={isSending}>
          {texts.pins.start}
        </Button>
      </form>
    </details>
  );
}
