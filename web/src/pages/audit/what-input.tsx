import { useState } from 'preact/hooks';
import type { components } from '../../../../generated/access.js';
import { type Change, changes } from './changes.js';

interface Props {
  readonly name: string;
  readonly value: string;
  readonly onInput: (event: { currentTarget: HTMLInputElement }) => void;
  readonly seen: readonly Pick<components['schemas']['AuditEntry'], 'what'>[];
}

const SUGGESTED = 'audit-what';

/** What was done: suggested is what changes something and what is in sight, and any other word may be typed too. */
export function WhatInput({ seen, ...input }: Props) {
  const [known, setKnown] = useState<readonly Change[]>([]);
  // without suggestions it does as well, and whoever comes back to the field gets them
  const learn = () => known.length === 0 && void changes().then(setKnown, () => undefined);
  const summaries = new Map([...seen.map(({ what }) => [what, ''] as const), ...known]);
  return (
    <>
      {/* a browser may take the form's `off` for its own suggestions and these */}
      <input {...input} list={SUGGESTED} autocomplete="on" maxLength={64} onFocus={learn} />
      <datalist id={SUGGESTED}>
        {[...summaries].map(([what, summary]) => (
          <option key={what} value={what} label={summary} />
        ))}
      </datalist>
    </>
  );
}
