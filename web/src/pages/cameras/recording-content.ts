import { answerOf, camera } from '../../api.js';
import type { Recording } from './recordings.js';

type Named = Pick<Recording, 'cameraId' | 'recordingId'>;

/** @param frame one image, counted from 0; absent: all of it @param signal gives up @throws Refused */
export function contentOf({ cameraId, recordingId }: Named, frame?: number, signal?: AbortSignal): Promise<Blob> {
  const params = { path: { cameraId, recordingId }, query: frame === undefined ? {} : { frame } };
  return answerOf(
    camera.GET('/cameras/{cameraId}/recordings/{recordingId}/content', { params, parseAs: 'blob', ...(signal && { signal }) }),
  );
}
