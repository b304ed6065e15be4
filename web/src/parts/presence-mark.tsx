import './presence-mark.css';
import type { Presence } from '../tags.js';
import { texts } from '../texts/index.js';

/** By shape and by word, not by colour alone. */
const SHAPES = { ONLINE: '●', LATE: '◐', OFFLINE: '○' } as const satisfies Record<Presence, string>;

/** Whether a tag is heard, as the gateway judges it. */
export function PresenceMark({ presence }: { presence: Presence }) {
  return (
    <span class={`presence ${presence.toLowerCase()}`}>
      <span aria-hidden="true">{SHAPES[presence]}</span> {texts.sensors.presence[presence]}
    </span>
  );
}
