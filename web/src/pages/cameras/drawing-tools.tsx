import { texts } from '../../texts/index.js';
import { rectangle } from './outline.js';
import { type Configuration, KINDS, MOST_PLACES, placesOf } from './places.js';
import type { Drawing } from './view.js';

const { configuration: words } = texts.cameras;
/** Where a place begins that nobody points at. */
const MIDDLE = rectangle({ x: 0.4, y: 0.4 }, { x: 0.6, y: 0.6 });

/** What can be drawn on the picture. */
export function DrawingTools({ shown, drawing: { kind: chosen, begin, draw } }: { shown: Configuration; drawing: Drawing }) {
  const places = placesOf(shown);
  const endOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') begin(undefined);
  };
  return (
    <fieldset onKeyDown={endOnEscape}>
      <legend>{words.draw}</legend>
      <div class="row">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class={`tool ${kind}`}
            aria-pressed={kind === chosen}
            disabled={places.filter((place) => place.kind === kind).length >= MOST_PLACES}
            onClick={() => begin(kind === chosen ? undefined : kind)}
          >
            {words.kinds[kind]}
          </button>
        ))}
      </div>
      {chosen && (
        <>
          <p role="status">
            {words.meaning[chosen]} {words.howToDraw}
          </p>
          <button type="button" onClick={() => draw(MIDDLE)}>
            {words.inTheMiddle}
          </button>
        </>
      )}
    </fieldset>
  );
}
