import './camera-picture.css';
import type { CameraInfo } from '../model.js';
import { CameraStills } from './camera-stills.js';
import { CameraStream } from './camera-stream.js';

/** A camera's stream, or where there are streams enough, its last picture; why there is none stands where it would be. */
export function CameraPicture({ info, kind }: { info: CameraInfo; kind: 'stream' | 'snapshot' }) {
  const { cameraId, state, reason } = info;
  return (
    <figure>
      {state === 'ACTIVE' && (kind === 'stream' ? <CameraStream cameraId={cameraId} /> : <CameraStills cameraId={cameraId} />)}
      <figcaption>{reason ? `${cameraId}: ${reason}` : cameraId}</figcaption>
    </figure>
  );
}
