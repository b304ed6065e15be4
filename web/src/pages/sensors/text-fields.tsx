import { useId } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import type { Typed } from './configured.js';

const { form: said } = texts.sensors;

/** As the specification bounds them. */
const LINES = {
  name: { maxLength: 64 },
  room: { maxLength: 64 },
  description: { maxLength: 256 },
  latitude: { type: 'number', min: -90, max: 90, step: 'any', inputMode: 'decimal' },
  longitude: { type: 'number', min: -180, max: 180, step: 'any', inputMode: 'decimal' },
} as const;
const NOTES = 2048;

interface Fields {
  readonly typed: Typed;
  /** What is there now, when somebody else has changed it; absent: what was read. */
  readonly there: Typed | undefined;
  readonly onChange: (more: Partial<Typed>) => void;
}

export function TextFields({ typed, there, onChange }: Fields) {
  const notes = useId();
  return (
    <div class="device-fields">
      {(Object.keys(LINES) as (keyof typeof LINES)[]).map((field) => (
        <label key={field} class={field}>
          {said[field]}
          <input
            {...LINES[field]}
            autocomplete="off"
            value={typed[field]}
            onInput={({ currentTarget: { value } }) => onChange({ [field]: value })}
          />
          <NowThere field={field} typed={typed} there={there} />
        </label>
      ))}
      <label class="notes" for={notes}>
        {said.notes}
        <textarea
          id={notes}
          rows={3}
          maxLength={NOTES}
          value={typed.notes}
          onInput={({ currentTarget: { value } }) => onChange({ notes: value })}
        />
        <NowThere field="notes" typed={typed} there={there} />
      </label>
    </div>
  );
}

function NowThere({ field, typed, there }: { field: keyof typeof LINES | 'notes'; typed: Typed; there: Typed | undefined }) {
  if (!there || there[field] === typed[field]) return null;
  return <span class="now-there">{said.nowThere(said[field], there[field])}</span>;
}
