import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import type { KnownDevice } from '../../use-devices.js';
import type { Arrangement, Position } from './arrangement.js';
import { Marker } from './marker.js';

interface Shown {
  /** Undefined: a grid. */
  readonly bitmap: ImageBitmap | undefined;
  readonly devices: readonly KnownDevice[];
  readonly arrangement: Arrangement;
  readonly isArranging: boolean;
}

/** The picture, or a grid, with the devices that stand on it. */
export function Stage({ bitmap, devices, arrangement, isArranging }: Shown) {
  const stage = useRef<HTMLDivElement>(null);
  const { chosen, positionOf, move, save } = arrangement;
  const pointed = ({ clientX, clientY }: MouseEvent): Position => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  // a keyboard has the markers and the fields for it
  const placeChosen = (event: MouseEvent) => {
    if (!isArranging || chosen.value === undefined) return;
    move(chosen.value, pointed(event));
    save(chosen.value);
  };
  return (
    <div
      ref={stage}
      class={`stage ${isArranging ? 'arranging' : ''}`}
      role="group"
      aria-label={texts.plan.picture}
      onClick={placeChosen}
    >
      {bitmap ? <Picture picture={bitmap} /> : <div class="grid" />}
      {devices.map((device) => {
        const position = positionOf(device);
        return (
          position && (
            <Marker
              key={device.deviceId}
              device={device}
              position={position}
              arrangement={isArranging ? arrangement : undefined}
              pointed={pointed}
            />
          )
        );
      })}
    </div>
  );
}

/** An image's address carries no token, so that what was answered is drawn. */
function Picture({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture;
  useLayoutEffect(() => canvas.current?.getContext('2d')?.drawImage(picture, 0, 0), [picture]);
  return <canvas ref={canvas} width={width} height={height} aria-hidden="true" />;
}
