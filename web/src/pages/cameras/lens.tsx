import './lens.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CameraInfo } from '../../model.js';
import { CameraStream } from '../../parts/camera-stream.js';
import type { Size } from '../../parts/drawn.js';
import { texts } from '../../texts/index.js';

const UNKNOWN = '4 / 3';

/** What a camera sees, and what is drawn over it: both in one frame of the picture's proportions, whatever size that is shown in. */
export function Lens({ info: { cameraId, state }, children }: { info: CameraInfo; children: ComponentChildren }) {
  const [proportions, setProportions] = useState(UNKNOWN);
  const take = ({ width, height }: Size) => setProportions(`${width} / ${height}`);
  return (
    <div class="lens" style={{ aspectRatio: proportions }}>
      {state === 'ACTIVE' ? <CameraStream cameraId={cameraId} onSize={take} /> : <p>{texts.cameras.noPicture}</p>}
      {children}
    </div>
  );
}
