import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { Drawn } from './drawn.js';
import { isVisible } from './is-visible.js';
import { snapshotOf } from './snapshot.js';
import { WhileLive } from './while-live.js';

const EVERY_MS = 5000;

/** What a camera saw a moment ago, for where there are streams enough. */
export function CameraStills(seen: { cameraId: string }) {
  return (
    <WhileLive>
      <Taking {...seen} />
    </WhileLive>
  );
}

function Taking({ cameraId }: { cameraId: string }) {
  const [picture, setPicture] = useState<Blob>();
  const isSeen = isVisible.value;
  useEffect(() => {
    if (!isSeen) return;
    let timer: number | undefined;
    let isWanted = true;
    const next = async () => {
      const found = await snapshotOf(cameraId, EVERY_MS).catch(() => undefined);
      if (!isWanted) return;
      setPicture(found?.picture);
      timer = window.setTimeout(() => void next(), EVERY_MS);
    };
    void next();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [cameraId, isSeen]);
  return picture ? <Drawn picture={picture} alt={texts.cameras.pictureOf(cameraId)} /> : null;
}
