import './presence-mark.css';
import { type Presence, shownPresence } from '../tags.js';
import { texts } from '../texts/index.js';

/** By shape and by word, not by colour alone. */
const SHAPES = { ONLINE: '●', LATE: '◐', OFFLINE: '○', UNKNOWN: '◌' } as const satisfies Record<Presence | 'UNKNOWN', string>;

/** Whether a tag is heard, as the gateway judges it; while that is away nobody does. */
export function PresenceMark({ presence }: { presence: Presence }) {
  const shown = shownPresence(presence);
  return (
    <span class={`presence ${shown.toLowerCase()}`}>
      <span aria-hidden="true">{SHAPES[shown]}</span> {texts.sensors.presence[shown]}
    </span>
  );
}
