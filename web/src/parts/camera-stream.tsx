import { useEffect, useRef, useState } from 'preact/hooks';
import { answerOf, camera } from '../api.js';
import { texts } from '../texts/index.js';
import { isVisible } from './is-visible.js';
import { WhileLive } from './while-live.js';

/** A browser keeps about six connections to one place, and a stream holds one for as long as it is shown. */
export const STREAMS = 3;
/** ms until a stream that could not be shown is tried again: the camera was away, or the address is good no more */
const AGAIN_MS = 5000;

interface Size {
  readonly width: number;
  readonly height: number;
}

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

function Streaming({ cameraId, onSize }: Seen) {
  const image = useRef<HTMLImageElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [href, setHref] = useState<string>();
  const isSeen = isVisible.value;
  useEffect(() => {
    if (!isSeen) return;
    let isWanted = true;
    void signedAddress(cameraId).then((found) => {
      if (isWanted) setHref(found);
    });
    return () => {
      isWanted = false;
      setHref(undefined);
    };
  }, [cameraId, isSeen, attempt]);
  useEffect(() => {
    const shown = image.current;
    // an image that is taken out of the page goes on being fetched
    return () => shown?.removeAttribute('src');
  }, [href]);
  useEffect(() => {
    if (href !== undefined || !isSeen) return;
    const timer = setTimeout(() => setAttempt(attempt + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [href, isSeen, attempt]);
  if (href === undefined) return null;
  return (
    <img
      ref={image}
      src={href}
      alt={texts.cameras.pictureOf(cameraId)}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onSize?.({ width, height })}
      onError={() => setHref(undefined)}
    />
  );
}

/** An image carries no token. @returns undefined when there is none now */
async function signedAddress(cameraId: string): Promise<string | undefined> {
  const asked = camera.POST('/cameras/{cameraId}/links', { params: { path: { cameraId } }, body: { expiresIn: 300 } });
  const links = await answerOf(asked).catch(() => undefined);
  return links?._links.stream.href;
}
