import { answerOf, camera } from '../api.js';
import { ask } from '../session.js';

export interface Snapshot {
  readonly picture: Blob;
  /** When it was exposed, RFC 3339. */
  readonly capturedAt: string;
}

/**
 * A picture of a camera. One that is away is not asked again and again: why it gives none is the answer.
 *
 * @param maxAgeMs how old it may be
 * @param signal gives up
 * @throws Refused
 */
export async function snapshotOf(cameraId: string, maxAgeMs = 0, signal?: AbortSignal): Promise<Snapshot> {
  const params = { path: { cameraId }, query: { max_age_ms: maxAgeMs } };
  const exchange = camera.GET('/cameras/{cameraId}/snapshot', { params, parseAs: 'blob', fetch: ask, ...(signal && { signal }) });
  const picture = await answerOf(exchange);
  return { picture, capturedAt: (await exchange).response.headers.get('Umec-Captured-At') ?? '' };
}
