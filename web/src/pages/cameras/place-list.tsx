import { texts } from '../../texts/index.js';
import { type Configuration, isOf, placesOf } from './places.js';
import type { Drawing } from './view.js';

/** Every place, to be chosen without pointing at the picture. */
export function PlaceList({ shown, drawing: { selected, select } }: { shown: Configuration; drawing: Drawing }) {
  const places = placesOf(shown);
  if (places.length === 0) return <p class="hint">{texts.cameras.configuration.noPlaces}</p>;
  return (
    <ul class="row places">
      {places.map((place) => (
        <li key={`${place.kind} ${place.index}`}>
          <button
            type="button"
            class={`tool ${place.kind}`}
            aria-pressed={isOf(place, selected)}
            onClick={() => select(isOf(place, selected) ? undefined : place)}
          >
            {texts.cameras.placeName(place)}
          </button>
        </li>
      ))}
    </ul>
  );
}
