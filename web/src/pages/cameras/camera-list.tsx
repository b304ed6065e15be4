import './camera-list.css';
import { answerOf, camera } from '../../api.js';
import { type CameraInfo, cameras } from '../../model.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { CameraStills } from '../../parts/camera-stills.js';
import { CameraStream } from '../../parts/camera-stream.js';
import { streamed } from '../../parts/camera-streams.js';
import { hrefTo } from '../../route.js';
import { texts } from '../../texts/index.js';
import { CameraState } from './camera-state.js';

/** Every camera, as many live as one can afford. */
export function CameraList() {
  const asked = useAsked(() => answerOf(camera.GET('/cameras')), [cameras.value]);
  return <Shown asked={asked}>{(found) => (found.length === 0 ? <p>{texts.cameras.none}</p> : <List of={found} />)}</Shown>;
}

function List({ of: all }: { of: readonly CameraInfo[] }) {
  const streaming = streamed(all);
  return (
    <ul class="pictures cameras">
      {all.map((info) => (
        <li key={info.cameraId}>
          <article aria-label={info.cameraId}>
            <h2>
              <a href={hrefTo('cameras', info.cameraId)}>{info.cameraId}</a>
            </h2>
            <CameraState info={info} />
            <Picture info={info} isStreaming={streaming.has(info)} />
          </article>
        </li>
      ))}
    </ul>
  );
}

function Picture({ info: { cameraId, state }, isStreaming }: { info: CameraInfo; isStreaming: boolean }) {
  return (
    <div class="lens">
      {state !== 'ACTIVE' && <p>{texts.cameras.noPicture}</p>}
      {state === 'ACTIVE' && (isStreaming ? <CameraStream cameraId={cameraId} /> : <CameraStills cameraId={cameraId} />)}
    </div>
  );
}
