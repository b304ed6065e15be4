import { useEffect, useRef, useState } from 'preact/hooks';
import { type Copied, copied } from '../../copied.js';
import { texts } from '../../texts/index.js';

/** What a client signs in with, as it was given this once. */
export interface Given {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A secret, shown until somebody has kept it. It is in this part of the page alone, and goes with it. */
export function Secret({ clientId, clientSecret, onKept }: Given & { readonly onKept: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Copied>();
  const said = texts.clients.secret;
  // it may stand far from the button that asked for it
  useEffect(() => field.current?.focus(), []);
  const copy = () => field.current && void copied(field.current).then(setOutcome);
  return (
    <section class="secret" aria-labelledby="secret">
      <h3 id="secret">{said.title(clientId)}</h3>
      <p role="alert">{said.once}</p>
      <label>
        {said.label}
        <input
          ref={field}
          readOnly
          value={clientSecret}
          size={48}
          autocomplete="off"
          spellcheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <div class="row">
        <button type="button" onClick={copy}>
          {said.copy}
        </button>
        <button type="button" onClick={onKept}>
          {said.kept}
        </button>
        {outcome && <p role="status">{said[outcome]}</p>}
      </div>
    </section>
  );
}
