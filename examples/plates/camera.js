import { Buffer } from 'node:buffer';

/** What the services of all cameras have in common. */
const CATEGORY = 'umec-camera';

/** @returns {string} what the service of a camera is called */
export function serviceOf(cameraId) {
  return `umec-camera-${cameraId}`;
}

/**
 * Finds a camera of the gateway in the MEC registry.
 *
 * @param {string | undefined} cameraId absent: the first that is there
 * @returns {Promise<string | undefined>} its address; nothing while none is ACTIVE
 */
export async function findCamera(gateway, cameraId) {
  const named = cameraId ? `ser_name=${encodeURIComponent(serviceOf(cameraId))}` : `ser_category_id=${CATEGORY}`;
  const services = await (await gateway.ask('GET', `/mec_service_mgmt/v1/services?${named}`)).json();
  return (
    services
      // only the gateway itself may offer services of such names
      .filter(({ serName, state }) => state === 'ACTIVE' && serName.startsWith(serviceOf('')))
      .flatMap(({ transportInfo }) => transportInfo.endpoint.uris ?? [])
      .find((uri) => URL.canParse(uri) && new URL(uri).origin === gateway.origin)
  );
}

/** @returns {Promise<{ jpeg: Buffer, time: number }>} a picture, and when it was exposed, ms since the epoch */
export async function takePicture(gateway, camera) {
  const answer = await gateway.ask('GET', `${camera}/snapshot?rotate=0`);
  return { jpeg: Buffer.from(await answer.arrayBuffer()), time: Date.parse(answer.headers.get('Umec-Captured-At')) };
}
