import type { components } from '../../../../generated/camera.js';
import { Button } from '../../parts/button.js';
import { NumberInput } from '../../parts/number-input.js';
import { texts } from '../../texts/index.js';
import { cornerAt, split, withCorner, withoutCorner } from './outline.js';
import {
  type Configuration,
  type Corner,
  FEWEST_CORNERS,
  MOST_CORNERS,
  type Place,
  withMask,
  withOutline,
  without,
  withZone,
} from './places.js';
import type { Drawing } from './view.js';

const { configuration: words } = texts.cameras;
const FILLS = ['BLACK', 'PIXELATED'] as const satisfies readonly components['schemas']['MaskFill'][];

interface PlaceFieldsProps {
  readonly shown: Configuration;
  readonly selected: Place;
  readonly drawing: Drawing;
  readonly change: (next: Configuration) => void;
}

/** The chosen place in words and numbers. */
export function PlaceFields({ shown, selected, drawing, change }: PlaceFieldsProps) {
  const { kind, index, polygon: outline, zoneId } = selected;
  const remove = () => {
    change(without(shown, selected));
    drawing.select(undefined);
  };
  return (
    <fieldset>
      <legend>{texts.cameras.placeName(selected)}</legend>
      {kind === 'mask' && (
        <label>
          {words.fill}
          <select
            value={shown.masks?.[index]?.fill ?? 'BLACK'}
            onChange={({ currentTarget: { value } }) =>
              change(withMask(shown, index, { fill: FILLS.find((fill) => fill === value) ?? 'BLACK' }))
            }
          >
            {FILLS.map((fill) => (
              <option key={fill} value={fill}>
                {words.fills[fill]}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === 'zone' && (
        <label>
          {words.zoneId}
          <input
            required
            maxLength={32}
            pattern="[a-z0-9][a-z0-9\-]*"
            title={words.zoneIdIs}
            value={zoneId}
            onInput={({ currentTarget: { value } }) => change(withZone(shown, index, { zoneId: value }))}
          />
        </label>
      )}
      <div class="corners" aria-hidden="true">
        {words.axes.map((axis) => (
          <span key={axis}>{axis}</span>
        ))}
      </div>
      <ol class="corners">
        {outline.map((corner, at) => (
          <li key={at}>
            <Coordinate
              {...{ corner, at, axis: 'x' }}
              onChange={(next) => change(withOutline(shown, selected, withCorner(outline, at, next)))}
            />
            <Coordinate
              {...{ corner, at, axis: 'y' }}
              onChange={(next) => change(withOutline(shown, selected, withCorner(outline, at, next)))}
            />
            <Button
              aria-label={words.addAfter(at)}
              title={words.addAfter(at)}
              isOff={outline.length >= MOST_CORNERS}
              onClick={() => change(withOutline(shown, selected, split(outline, at)))}
            >
              +
            </Button>
            <Button
              aria-label={words.removeCorner(at)}
              title={words.removeCorner(at)}
              isOff={outline.length <= FEWEST_CORNERS}
              onClick={() => change(withOutline(shown, selected, withoutCorner(outline, at)))}
            >
              −
            </Button>
          </li>
        ))}
      </ol>
      <button type="button" class="danger" onClick={remove}>
        {words.removePlace}
      </button>
    </fieldset>
  );
}

interface CoordinateProps {
  readonly corner: Corner;
  readonly at: number;
  readonly axis: 'x' | 'y';
  readonly onChange: (corner: Corner) => void;
}

/** In hundredths of the picture. */
function Coordinate({ corner, at, axis, onChange }: CoordinateProps) {
  const take = (hundredths: number) => {
    const next = { ...corner, [axis]: hundredths / 100 };
    onChange(cornerAt(next.x, next.y));
  };
  return (
    <NumberInput
      min={0}
      max={100}
      step={0.01}
      aria-label={words.coordinate[axis](at)}
      value={Number((corner[axis] * 100).toFixed(2))}
      onChange={take}
    />
  );
}
