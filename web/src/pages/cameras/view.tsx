import './view.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CameraInfo } from '../../model.js';
import { Shown } from '../../parts/asked.js';
import { type Editing, useConfiguration } from './configuration.js';
import { ConfigurationForm } from './configuration-form.js';
import { Lens } from './lens.js';
import { type MotionData, MotionNews, movingOf, useMotion } from './motion.js';
import { Overlay } from './overlay.js';
import { isOf, type PlaceKind, type PlaceRef, type Polygon, placesOf, withNew, withOutline } from './places.js';

/** What somebody is about to do with the places of a camera. */
export interface Drawing {
  /** What is about to be drawn. */
  readonly kind: PlaceKind | undefined;
  readonly begin: (kind: PlaceKind | undefined) => void;
  readonly selected: PlaceRef | undefined;
  readonly select: (place: PlaceRef | undefined) => void;
  /** Whether the selected place was drawn just now. */
  readonly isNew: boolean;
  /** Adds a place of the kind that is about to be drawn. */
  readonly draw: (outline: Polygon) => void;
}

interface ViewProps {
  readonly info: CameraInfo;
  readonly mayChange: boolean;
  /** What stands below the picture. */
  readonly children: ComponentChildren;
}

/** What a camera sees and what of it is hidden or watched, to be changed on the picture itself. */
export function View({ info, mayChange, children }: ViewProps) {
  const editing = useConfiguration(info.cameraId);
  const drawing = useDrawing(editing);
  const told = useMotion(info.cameraId);
  return (
    <div class="view">
      <Lens info={info}>
        <Drawn editing={editing} drawing={drawing} told={told} mayChange={mayChange} />
      </Lens>
      {mayChange && <Shown asked={editing.asked}>{() => <ConfigurationForm editing={editing} drawing={drawing} />}</Shown>}
      <div class="below">
        {editing.shown?.motion && <MotionNews told={told} />}
        {children}
      </div>
    </div>
  );
}

function useDrawing({ shown, change }: Editing): Drawing {
  const [kind, setKind] = useState<PlaceKind>();
  const [{ selected, isNew }, setSelected] = useState<{ selected?: PlaceRef | undefined; isNew: boolean }>({ isNew: false });
  const draw = (outline: Polygon) => {
    if (kind === undefined || !shown) return;
    const next = withNew(shown, kind, outline);
    change(next);
    setSelected({ selected: placesOf(next).findLast((place) => place.kind === kind), isNew: true });
    setKind(undefined);
  };
  const select = (place: PlaceRef | undefined) => setSelected({ selected: place, isNew: false });
  return { kind, begin: setKind, selected, select, isNew, draw };
}

interface DrawnProps {
  readonly editing: Editing;
  readonly drawing: Drawing;
  readonly told: readonly MotionData[];
  readonly mayChange: boolean;
}

function Drawn({ editing, drawing, told, mayChange }: DrawnProps) {
  const { shown = {}, present = {}, isOvertaken, change } = editing;
  const { kind, selected, select, isNew, draw } = drawing;
  const places = placesOf(shown);
  const edit = { select, draw, change: (place: PlaceRef, outline: Polygon) => change(withOutline(shown, place, outline)) };
  return (
    <Overlay
      places={places}
      others={isOvertaken ? placesOf(present) : []}
      moving={movingOf(told)}
      selected={places.find((place) => isOf(place, selected))}
      isNew={isNew}
      drawing={kind}
      {...(mayChange && { edit })}
    />
  );
}
