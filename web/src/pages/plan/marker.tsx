import { useLayoutEffect, useRef } from 'preact/hooks';
import { AIR, withUnit } from '../../fields.js';
import { hrefTo } from '../../route.js';
import { macOf, shownPresence, tagOf } from '../../tags.js';
import type { KnownDevice } from '../../use-devices.js';
import { PresenceMark } from '../../parts/presence-mark.js';
import type { Arrangement, Position } from './arrangement.js';

/** What stands above a device's place, unless that is too near to the top. */
const NEAR_TOP = 0.15;
const STEP = 0.01;
const LARGE_STEP = 0.05;
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Marked {
  readonly device: KnownDevice;
  readonly position: Position;
  /** Absent: nobody moves it, and it leads to what it is. */
  readonly arrangement: Arrangement | undefined;
  /** Where on the plan somebody points. */
  readonly pointed: (event: PointerEvent) => Position;
}

/** A device where it is, with what it says. */
export function Marker({ device, position, arrangement, pointed }: Marked) {
  const { deviceId } = device;
  const { x, y } = position;
  /** How far from where it is somebody took hold of it. */
  const grip = useRef<Position>({ x: 0, y: 0 });
  const marker = useRef<HTMLButtonElement>(null);
  // who has put it on the plan goes on moving it, by the arrow keys too
  useLayoutEffect(() => {
    if (arrangement?.chosen.peek() === deviceId) marker.current?.focus();
  }, []);
  const at = { left: `${x * 100}%`, top: `${y * 100}%` };
  // as much of it is left of its place as the place is away from the left: nothing of it is beside the plan
  const beside = { transform: `translate(${-x * 100}%, ${y < NEAR_TOP ? '0.5rem' : 'calc(-100% - 0.5rem)'})` };
  return (
    <>
      <i class="spot" style={at} aria-hidden="true" />
      {arrangement ? (
        <button
          ref={marker}
          type="button"
          class="marker"
          style={{ ...at, ...beside }}
          aria-pressed={arrangement.chosen.value === deviceId}
          {...moving({ device, position, pointed, grip }, arrangement)}
        >
          <Said device={device} />
        </button>
      ) : (
        <Leading device={device} style={{ ...at, ...beside }} />
      )}
    </>
  );
}

interface Held extends Pick<Marked, 'device' | 'position' | 'pointed'> {
  readonly grip: { current: Position };
}

/** By pointer and by keyboard. It is kept when it is let go, wherever the keyboard is by then. */
function moving({ device, position: { x, y }, pointed, grip }: Held, { chosen, move, moveBy, letGo }: Arrangement) {
  const { deviceId } = device;
  return {
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      chosen.value = deviceId;
    },
    onPointerDown: (event: PointerEvent) => {
      const there = pointed(event);
      grip.current = { x: there.x - x, y: there.y - y };
      chosen.value = deviceId;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
      const there = pointed(event);
      move(deviceId, { x: there.x - grip.current.x, y: there.y - grip.current.y });
    },
    onLostPointerCapture: () => letGo(deviceId),
    onKeyDown: (event: KeyboardEvent) => {
      const way = WAYS[event.key];
      if (!way) return;
      event.preventDefault();
      const step = event.shiftKey ? LARGE_STEP : STEP;
      chosen.value = deviceId;
      moveBy(device, { x: way[0] * step, y: way[1] * step });
    },
    onKeyUp: ({ key }: KeyboardEvent) => {
      if (key in WAYS) letGo(deviceId);
    },
    onBlur: () => letGo(deviceId),
  };
}

function Leading({ device, style }: { device: KnownDevice; style: Readonly<Record<string, string>> }) {
  const { kind, deviceId } = device;
  const said = <Said device={device} />;
  if (kind === 'TAG')
    return (
      <a class="marker" style={style} href={hrefTo('sensors', macOf(deviceId))}>
        {said}
      </a>
    );
  return (
    <span class="marker" style={style}>
      {said}
    </span>
  );
}

/** Its name, and what it says or how it does. */
function Said({ device }: { device: KnownDevice }) {
  const tag = device.kind === 'TAG' ? tagOf(macOf(device.deviceId)) : undefined;
  const field = tag && AIR.find((one) => tag.reading[one] !== undefined);
  const presence = tag?.presence ?? (device.state === 'ACTIVE' ? 'ONLINE' : 'OFFLINE');
  return (
    <>
      <span class="name">{shownName(device)}</span>
      {field && <strong>{withUnit(field, tag.reading[field] ?? 0)}</strong>}
      {shownPresence(presence) !== 'ONLINE' && <PresenceMark presence={presence} />}
    </>
  );
}

export function shownName({ name, kind, deviceId }: KnownDevice): string {
  return name ?? (kind === 'TAG' ? macOf(deviceId) : deviceId);
}
