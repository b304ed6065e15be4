import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';

/** What a client signs in with, as it was given this once. */
export interface Given {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A secret, shown until somebody has kept it. It is in this part of the page alone, and goes with it. */
export function Secret({ clientId, clientSecret, onKept }: Given & { readonly onKept: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [wasCopied, setWasCopied] = useState<boolean>();
  const { title, once, label, copy, copied, notCopied, kept } = texts.clients.secret;
  const mark = () => field.current?.select();
  // it may stand far from the button that asked for it
  useEffect(() => field.current?.focus(), []);
  const copyIt = () => {
    mark();
    void copyOf(clientSecret).then(setWasCopied);
  };
  return (
    <section class="secret" aria-labelledby="secret">
      <h3 id="secret">{title(clientId)}</h3>
      <p role="alert">{once}</p>
      <label>
        {label}
        <input ref={field} readOnly value={clientSecret} size={48} autocomplete="off" spellcheck={false} onFocus={mark} />
      </label>
      <div class="row">
        <button type="button" onClick={copyIt}>
          {copy}
        </button>
        <button type="button" onClick={onKept}>
          {kept}
        </button>
        {wasCopied !== undefined && <p role="status">{wasCopied ? copied : notCopied}</p>}
      </div>
    </section>
  );
}

/** Browsers give pages without TLS no clipboard. @returns whether it was copied */
async function copyOf(text: string): Promise<boolean> {
  const { clipboard } = navigator as Partial<Navigator>;
  try {
    await clipboard?.writeText(text);
  } catch {
    return false;
  }
  return clipboard !== undefined;
}
