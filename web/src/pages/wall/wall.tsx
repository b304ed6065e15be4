import './wall.css';
import { useEffect } from 'preact/hooks';
import { connection } from '../../live.js';
import { cameraList } from '../../model.js';
import { now } from '../../parts/ago.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { Controls } from './controls.js';
import { Pictures } from './pictures.js';
import { useStayAwake } from './stay-awake.js';
import { TilePages } from './tile-pages.js';
import { useTurning } from './turning.js';

/** A screen in the hall: what lives, as large as it fits, for nobody to touch. */
export function Wall() {
  const turning = useTurning();
  useStayAwake();
  // why they are not there is said where they would be
  const hasPictures = may('camera:read') && cameraList.asked.value.value?.length !== 0;
  useEffect(() => {
    document.title = `${texts.wall.title} – ${texts.shell.title}`;
  }, []);
  return (
    <main class={hasPictures ? 'wall with-pictures' : 'wall'}>
      <Controls turning={turning} />
      <div class="wall-head">
        <h1>{texts.shell.title}</h1>
        <p role="status" class={`connection ${connection.value.toLowerCase()}`}>
          {texts.shell.connection[connection.value]}
        </p>
        <Clock />
      </div>
      {hasPictures && <Pictures turns={turning.turns} />}
      <TilePages turns={turning.turns} />
    </main>
  );
}

function Clock() {
  const time = new Date(now.value);
  return (
    <time class="wall-clock" dateTime={time.toISOString()}>
      {time.toLocaleDateString(texts.language, { weekday: 'long', day: 'numeric', month: 'long' })}{' '}
      <strong>{time.toLocaleTimeString(texts.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}</strong>
    </time>
  );
}
