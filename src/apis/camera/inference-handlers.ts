import type { operations } from '../../../generated/camera.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import type { Inferences } from '../../camera/inference/inferences.js';
import { stillOfPosted } from '../../camera/inference/still.js';
import type { Pictures } from '../../camera/pictures.js';
import { postedPicture } from '../../camera/posted-picture.js';
import { uprightSize } from '../../camera/upright.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import { HOST } from '../../registry/owner.js';
import type { Services } from '../../registry/services.js';
import { modelService } from './model-service.js';
import type { ViewFor } from './view-for.js';

export interface InferenceApiParts {
  readonly inferences: Inferences;
  readonly pictures: Pictures;
  readonly access: Access;
  readonly services: Pick<Services, 'find' | 'named'>;
}

export function inferenceHandlers(
  { inferences, pictures, access, services }: InferenceApiParts,
  viewFor: ViewFor,
): Pick<Handlers<operations>, 'CameraInferences_POST' | 'Inferences_POST'> {
  return {
    async CameraInferences_POST({ path, body, grant, signal }) {
      const view = viewFor(grant, path.cameraId);
      const { cameraId } = view;
      const { serInstanceId, uri } = modelService(services, access, grant, body.service);
      const { still, kind, results } = await inferences.infer(view, { uri, request: body, client: partyOf(grant), signal });
      const { frame } = still;
      const { bytes } = await pictures.render(frame, {}, cameraId);
      const about = {
        sequence: frame.sequence,
        capturedAt: new Date(frame.capturedAt).toISOString(),
        etag: etagOf(bytes),
        ...uprightSize(still),
      };
      return {
        status: 200,
        headers: { 'Cache-Control': 'no-store' },
        body: { cameraId, serInstanceId, model: body.model, kind, results, frame: about },
      };
    },

    async Inferences_POST({ body: { request, picture: posted }, grant, signal }) {
      const picture = postedPicture(Buffer.from(posted, 'latin1'));
      const { serInstanceId, uri } = modelService(services, access, grant, request.service);
      const inquiry = { uri, request, client: partyOf(grant), signal };
      const { kind, results } = await inferences.inferOn(stillOfPosted(picture), inquiry);
      const about = { type: picture.type, ...uprightSize(picture) };
      return {
        status: 200,
        headers: { 'Cache-Control': 'no-store' },
        body: { serInstanceId, model: request.model, kind, results, picture: about },
      };
    },
  };
}

/** Among whom places are shared: other tenants, however many clients they have, and of the host each client. No clientId has a space. */
function partyOf({ client, tenant = HOST }: Grant): string {
  return tenant === HOST ? client : `tenant ${tenant}`;
}
