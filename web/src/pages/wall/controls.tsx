import { useEffect, useState } from 'preact/hooks';
import { hrefTo } from '../../route.js';
import { texts } from '../../texts/index.js';
import type { Turning } from './turning.js';

/** ms after the last touch */
const SHOWN_MS = 4000;

/** The ways out, there when somebody touches the screen or comes by the keyboard, and else not to be seen. */
export function Controls({ turning: { isHeld, setHeld } }: { turning: Turning }) {
  const isTouched = useTouched();
  const isFull = useFullScreen();
  return (
    <nav class={isTouched ? 'wall-controls touched' : 'wall-controls'} aria-label={texts.wall.controls}>
      <a href={hrefTo('')}>{texts.wall.back}</a>
      {document.fullscreenEnabled && (
        <button type="button" onClick={() => void turn(isFull)}>
          {isFull ? texts.wall.leaveFullScreen : texts.wall.fullScreen}
        </button>
      )}
      <button type="button" aria-pressed={isHeld} onClick={() => setHeld(!isHeld)}>
        {texts.wall.hold}
      </button>
    </nav>
  );
}

/** A browser may refuse, and then nothing is lost. */
async function turn(isFull: boolean): Promise<void> {
  await (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
}

function useFullScreen(): boolean {
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  return isFull;
}

/** Whether somebody has just moved or touched something. */
function useTouched(): boolean {
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const touched = () => {
      clearTimeout(timer);
      setTouched(true);
      timer = window.setTimeout(() => setTouched(false), SHOWN_MS);
    };
    addEventListener('pointermove', touched);
    addEventListener('pointerdown', touched);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', touched);
      removeEventListener('pointerdown', touched);
    };
  }, []);
  return isTouched;
}
