import { jpegSize } from '../jpeg-size.js';
import type { LiveView } from '../live-view.js';

const NO_SIZE = { width: 0, height: 0 };

/**
 * What µStreamer's `/state` says, of one camera, as far as it means anything here. Times and rates are per second; readers are numbered.
 *
 * @see µStreamer, src/ustreamer/http/server.c
 */
export function ustreamerState(view: LiveView) {
  const { kept, capturedFps, readerFps } = view;
  const readers = readerFps.map((fps, at) => [String(at), { fps }] as const);
  return {
    ok: true as const,
    result: {
      instance_id: view.cameraId,
      encoder: { type: 'HW' as const, quality: 0 },
      source: {
        resolution: kept ? jpegSize(kept.jpeg) : NO_SIZE,
        online: view.camera.health.value.state === 'ACTIVE',
        desired_fps: 0,
        captured_fps: capturedFps,
      },
      stream: { queued_fps: capturedFps, clients: readers.length, clients_stat: Object.fromEntries(readers) },
    },
  };
}
