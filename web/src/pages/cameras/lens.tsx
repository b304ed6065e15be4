import './lens.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CameraInfo } from '../../model.js';
import { CameraStream } from '../../parts/camera-stream.js';
import { texts } from '../../texts/index.js';

const UNKNOWN = { width: 4, height: 3 };

/** What a camera sees, and what is drawn over it: both in one frame of the picture's proportions, whatever size that is shown in. */
export function Lens({ info: { cameraId, state }, children }: { info: CameraInfo; children: ComponentChildren }) {
  const [{ width, height }, setSize] = useState(UNKNOWN);
  return (
    <div class="lens" style={{ aspectRatio: `${width} / ${height}` }}>
      {state === 'ACTIVE' ? <CameraStream cameraId={cameraId} onSize={setSize} /> : <p>{texts.cameras.noPicture}</p>}
      {children}
    </div>
  );
}
