import './camera-state.css';
import type { CameraInfo } from '../../model.js';
import { State } from '../../parts/state.js';

/** Whether a camera gives pictures, and why it does not. */
export function CameraState({ info: { driver, state, reason } }: { info: CameraInfo }) {
  return (
    <p class="camera-state">
      <State state={state} /> <span class="driver">{driver}</span>
      {reason && <span class="reason">{reason}</span>}
    </p>
  );
}
