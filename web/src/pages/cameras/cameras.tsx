import './cameras.css';
import { CameraList } from './camera-list.js';
import { OneCamera } from './one-camera.js';

/** Every camera, or the one that the address names. */
export function Cameras({ about }: { about: string | undefined }) {
  return about === undefined ? <CameraList /> : <OneCamera cameraId={about} />;
}
