import './overlay.css';
import { useRef, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { Corners } from './corners.js';
import { follow, pointIn } from './drag.js';
import type { MotionData } from './motion.js';
import { pointedAt, rectangle, shifted } from './outline.js';
import type { Place, PlaceKind, PlaceRef, Polygon } from './places.js';

/** What a drag is at least, in fractions of the picture: less was a slip of the finger. */
const LEAST = 0.01;

export interface OverlayProps {
  readonly places: readonly Place[];
  /** What somebody else has saved meanwhile. */
  readonly others: readonly Place[];
  readonly moving: readonly MotionData[];
  readonly selected: Place | undefined;
  /** Whether the selected place was drawn just now. */
  readonly isNew: boolean;
  /** What is about to be drawn. */
  readonly drawing: PlaceKind | undefined;
  /** Absent where whoever looks may change nothing. */
  readonly edit?: {
    readonly select: (place: PlaceRef) => void;
    readonly draw: (outline: Polygon) => void;
    readonly change: (place: PlaceRef, outline: Polygon) => void;
  };
}

/** Places over the picture, and what moves: drawn, taken and moved with a mouse, a pen or a finger. */
export function Overlay({ places, others, moving, selected, isNew, drawing, edit }: OverlayProps) {
  const surface = useRef<HTMLDivElement>(null);
  const [sketch, setSketch] = useState<Polygon>();
  const draw = (event: PointerEvent) => {
    if (!surface.current || !edit || drawing === undefined) return;
    const from = pointedAt(pointIn(surface.current, event));
    let outline: Polygon = [];
    const forget = () => setSketch(undefined);
    follow(event, surface.current, {
      move: (at) => setSketch((outline = rectangle(from, pointedAt(at)))),
      end: () => {
        forget();
        if (isLargeEnough(outline)) edit.draw(outline);
      },
      cancel: forget,
    });
  };
  const take = (place: Place, event: PointerEvent) => {
    if (!surface.current || !edit || drawing !== undefined) return;
    edit.select(place);
    follow(event, surface.current, {
      move: (_, dx, dy) => edit.change(place, shifted(place.polygon, dx, dy)),
      cancel: () => edit.change(place, place.polygon),
    });
  };
  const isMoving = ({ zoneId }: Place) => zoneId !== undefined && moving.some((one) => one.zoneId === zoneId);
  return (
    <div
      ref={surface}
      class={`overlay ${drawing ? 'drawing' : ''} ${selected ? 'taken' : ''} ${edit ? 'editable' : ''}`}
      onPointerDown={draw}
    >
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {others.map((place) => (
          <Outline key={keyOf(place)} outline={place.polygon} looks={`${place.kind} other`} />
        ))}
        {places.map((place) => (
          <Outline
            key={keyOf(place)}
            outline={place.polygon}
            looks={`${place.kind} ${place === selected ? 'selected' : ''} ${isMoving(place) ? 'moving' : ''}`}
            onPress={(event) => take(place, event)}
          />
        ))}
        {sketch && <Outline outline={sketch} looks={`${drawing ?? ''} selected`} />}
        {moving.map(({ zoneId = '', box }) => (
          <rect key={zoneId} class="moves" {...box} />
        ))}
      </svg>
      {places.map((place) => (
        <PlaceName key={keyOf(place)} place={place} />
      ))}
      {selected && edit && (
        <Corners
          key={keyOf(selected)}
          place={selected}
          surface={surface}
          isNew={isNew}
          onChange={(outline) => edit.change(selected, outline)}
        />
      )}
    </div>
  );
}

const keyOf = ({ kind, index }: PlaceRef): string => `${kind} ${index}`;

function isLargeEnough(outline: Polygon): boolean {
  const [from, , to] = outline;
  return from !== undefined && to !== undefined && to.x - from.x >= LEAST && to.y - from.y >= LEAST;
}

interface OutlineProps {
  readonly outline: Polygon;
  readonly looks: string;
  readonly onPress?: (event: PointerEvent) => void;
}

function Outline({ outline, looks, onPress }: OutlineProps) {
  return <polygon class={`place ${looks}`} points={outline.map(({ x, y }) => `${x},${y}`).join(' ')} onPointerDown={onPress} />;
}

/** A name at the upper left of its place. */
function PlaceName({ place }: { place: Place }) {
  const left = Math.min(...place.polygon.map(({ x }) => x));
  const top = Math.min(...place.polygon.map(({ y }) => y));
  return (
    <span class="place-name" style={{ left: `${left * 100}%`, top: `${top * 100}%` }}>
      {texts.cameras.placeName(place)}
    </span>
  );
}
