import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { type Shot, watch } from './camera-watch.js';
import { Drawn, type Size } from './drawn.js';
import { isVisible } from './is-visible.js';
import { NoPicture, WhileLive } from './while-live.js';

/** ms until a stream that has ended is tried again, and one that never began: too many may look at that camera already */
const AGAIN_MS = 2000;
const REFUSED_MS = 5000;

interface Seen {
  readonly cameraId: string;
  /** Told what size its pictures have, px. */
  readonly onSize?: (size: Size) => void;
}

/** What a camera sees, as long as somebody sees the page. */
export function CameraStream(seen: Seen) {
  return (
    <WhileLive>
      <Streaming {...seen} />
    </WhileLive>
  );
}

/** A picture of a stream that has ended does not stay, as nobody could tell it from what is seen now. */
function Streaming({ cameraId, onSize }: Seen) {
  const [shot, setShot] = useState<Shot | 'NONE'>();
  const isSeen = isVisible.value;
  useEffect(() => {
    if (!isSeen) return;
    const ended = new AbortController();
    let timer: number | undefined;
    const look = async () => {
      const hasBegun = await watch(cameraId, setShot, ended.signal).catch(() => false);
      if (ended.signal.aborted) return;
      setShot('NONE');
      timer = window.setTimeout(() => void look(), hasBegun ? AGAIN_MS : REFUSED_MS);
    };
    void look();
    return () => {
      ended.abort();
      clearTimeout(timer);
      setShot(undefined);
    };
  }, [cameraId, isSeen]);
  if (shot === undefined) return null;
  if (shot === 'NONE') return <NoPicture />;
  const drawn = (size?: Size) => {
    if (size) onSize?.(size);
    shot.next();
  };
  return <Drawn picture={shot.picture} alt={texts.cameras.pictureOf(cameraId)} onDrawn={drawn} />;
}
