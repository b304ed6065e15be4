import { texts } from '../../texts/index.js';
import { LineFacts, nameOf } from './line-facts.js';
import type { Line } from './use-lines.js';

/** An input: what it shows, as it changes. */
export function InputCard({ line, where }: { line: Line; where: string | undefined }) {
  return (
    <article class="pin" aria-label={nameOf(line)}>
      <div class="pin-head">
        <h3>{nameOf(line)}</h3>
        <span class={line.value === 1 ? 'level active' : 'level'}>{levelOf(line)}</span>
      </div>
      <LineFacts line={line} where={where} />
    </article>
  );
}

function levelOf({ value }: Line): string {
  if (value === undefined) return texts.pins.unknown;
  return value === 1 ? texts.pins.active : texts.pins.inactive;
}
