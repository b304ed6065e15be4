import type { Corner } from './places.js';

interface Drag {
  /** Where the pointer is, and how far it has come, in fractions of the surface. */
  readonly move: (at: Corner, dx: number, dy: number) => void;
  readonly end?: () => void;
  /** It was a scroll, or something else the browser took for itself. */
  readonly cancel: () => void;
}

/** Where a pointer is, in fractions of the surface, whatever size that is shown in: beyond its edges below 0 and above 1. */
export function pointIn(surface: Element, { clientX, clientY }: PointerEvent): Corner {
  const { left, top, width, height } = surface.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

/** Follows a pointer that was pressed until it is let go. */
export function follow(pressed: PointerEvent, surface: HTMLElement, { move, end, cancel }: Drag): void {
  if (pressed.button !== 0) return;
  const from = pointIn(surface, pressed);
  const over = new AbortController();
  const { signal } = over;
  const isIt = ({ pointerId }: PointerEvent) => pointerId === pressed.pointerId;
  const onMove = (event: PointerEvent) => {
    if (!isIt(event)) return;
    const at = pointIn(surface, event);
    move(at, at.x - from.x, at.y - from.y);
  };
  const onOver = (tell?: () => void) => (event: PointerEvent) => {
    if (!isIt(event)) return;
    over.abort();
    tell?.();
  };
  // also beyond its edge
  surface.setPointerCapture(pressed.pointerId);
  surface.addEventListener('pointermove', onMove, { signal });
  surface.addEventListener('pointerup', onOver(end), { signal });
  surface.addEventListener('pointercancel', onOver(cancel), { signal });
}
