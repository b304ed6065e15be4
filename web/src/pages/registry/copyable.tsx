import { useRef, useState } from 'preact/hooks';
import { type Copied, copied } from '../../copied.js';
import { texts } from '../../texts/index.js';

/** A line to take along. */
export function Copyable({ text }: { text: string }) {
  const shown = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<Copied>();
  const copy = () => shown.current && void copied(shown.current).then(setOutcome);
  return (
    <div class="copyable">
      <pre>
        <code ref={shown}>{text}</code>
      </pre>
      <button type="button" onClick={copy}>
        {texts.registry.copy}
      </button>{' '}
      <span role="status">{outcome && texts.registry[outcome]}</span>
    </div>
  );
}
