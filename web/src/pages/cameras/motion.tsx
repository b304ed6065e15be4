import './motion.css';
import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../../../generated/camera.js';
import { onEvent, timesLive } from '../../live.js';
import { clockOf } from '../../parts/times.js';
import { texts } from '../../texts/index.js';

export type MotionData = components['schemas']['MotionEventData'];

const TYPE = 'org.umec.camera.motion.v1';
/** So many that each of 16 zones may be among them. */
const KEPT = 64;
const SHOWN = 5;

/** What a camera has told of motion since the page is live, newest first: what came before nobody knows here. */
export function useMotion(cameraId: string): readonly MotionData[] {
  const [told, setTold] = useState<readonly MotionData[]>([]);
  useEffect(() => {
    setTold([]);
    return onEvent(({ type, data }) => {
      if (type !== TYPE || (data as MotionData).cameraId !== cameraId) return;
      setTold((before) => [data as MotionData, ...before].slice(0, KEPT));
    });
  }, [cameraId, timesLive.value]);
  return told;
}

/** What moves now: of each zone the newest that was told, where that is no end. */
export function movingOf(told: readonly MotionData[]): readonly MotionData[] {
  const isNewest = ({ zoneId }: MotionData, at: number) => told.findIndex((one) => one.zoneId === zoneId) === at;
  return told.filter((one, at) => isNewest(one, at) && one.change === 'BEGUN');
}

/** Whether something moves, and where, as it happens. */
export function MotionNews({ told }: { told: readonly MotionData[] }) {
  const moving = movingOf(told);
  return (
    <section aria-labelledby="motion-news">
      <h2 id="motion-news">{texts.cameras.motionNews}</h2>
      <p role="status" class={moving.length > 0 ? 'moves' : ''}>
        {told.length === 0
          ? texts.cameras.nothingTold
          : moving.map(({ zoneId }) => texts.cameras.moves(zoneId)).join(' ') || texts.cameras.nothingMoves}
      </p>
      <ol class="motion-news">
        {told.slice(0, SHOWN).map(({ zoneId, change, capturedAt, area }) => (
          <li key={`${zoneId ?? ''} ${change} ${capturedAt}`}>
            <time dateTime={capturedAt}>{clockOf(capturedAt)}</time> {texts.cameras.motionChange[change](zoneId)}
            {change === 'BEGUN' && ` ${texts.cameras.area(area)}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
