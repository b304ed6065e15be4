import './corners.css';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { follow } from './drag.js';
import { cornerAt, middleAfter, pointedAt, split, withCorner, withoutCorner } from './outline.js';
import { FEWEST_CORNERS, MOST_CORNERS, type Corner, type Place, type Polygon } from './places.js';

/** How far an arrow key moves a corner, in fractions of the picture; with Shift as finely as fields say it. */
const STEP = 0.01;
const FINE = 0.001;
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface CornersProps {
  readonly place: Place;
  readonly surface: RefObject<HTMLDivElement | null>;
  /** The keyboard goes to the first corner of what was drawn just now. */
  readonly isNew: boolean;
  readonly onChange: (outline: Polygon) => void;
}

/** The corners of a place, each to be dragged, or moved by the arrow keys; between them is where another can be pulled out. */
export function Corners({ place, surface, isNew, onChange }: CornersProps) {
  const { polygon: outline } = place;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus({ preventScroll: true });
  }, [isNew]);
  const dragged = (event: PointerEvent, from: Polygon, index: number) => {
    const corner = from[index];
    if (!surface.current || !corner) return;
    follow(event, surface.current, {
      move: (_, dx, dy) => onChange(withCorner(from, index, pointedAt({ x: corner.x + dx, y: corner.y + dy }))),
      cancel: () => onChange(outline),
    });
    event.stopPropagation();
  };
  const pressed = (event: KeyboardEvent, index: number, corner: Corner) => {
    const next = afterKey(event, outline, index, corner);
    if (!next) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <>
      {outline.length < MOST_CORNERS &&
        outline.map((_, index) => (
          <span
            key={index}
            class="middle"
            style={placedAt(middleAfter(outline, index))}
            onPointerDown={(event) => dragged(event, split(outline, index), index + 1)}
          />
        ))}
      {outline.map((corner, index) => (
        <button
          key={index}
          ref={index === 0 ? first : null}
          type="button"
          class="corner"
          style={placedAt(corner)}
          aria-label={texts.cameras.cornerOf(texts.cameras.placeName(place), index, corner)}
          onPointerDown={(event) => dragged(event, outline, index)}
          onKeyDown={(event) => pressed(event, index, corner)}
        />
      ))}
    </>
  );
}

const placedAt = ({ x, y }: Corner) => ({ left: `${x * 100}%`, top: `${y * 100}%` });

/** @returns undefined when the key means nothing here */
function afterKey({ key, shiftKey }: KeyboardEvent, outline: Polygon, index: number, { x, y }: Corner): Polygon | undefined {
  if ((key === 'Delete' || key === 'Backspace') && outline.length > FEWEST_CORNERS) return withoutCorner(outline, index);
  const [right, down] = DIRECTIONS[key] ?? [];
  if (right === undefined || down === undefined) return undefined;
  const step = shiftKey ? FINE : STEP;
  return withCorner(outline, index, cornerAt(x + right * step, y + down * step));
}
