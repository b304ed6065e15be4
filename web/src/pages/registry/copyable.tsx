import { useRef, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';

type Outcome = 'copied' | 'selected';

/** A line to take along. */
export function Copyable({ text }: { text: string }) {
  const shown = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<Outcome>();
  const copy = () => void copied(text, shown.current).then(setOutcome);
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

/** A page that came without TLS has no clipboard; its line is selected, so that a key copies it. */
async function copied(text: string, shown: Node | null): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}
