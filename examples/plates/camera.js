import { Buffer } from 'node:buffer';

/** What the services of all cameras have in common. */
const CATEGORY = 'umec-camera';
/** Of a picture, bytes. */
const LONGEST = 16 * 1024 * 1024;
/** Below a gateway's address. */
const PATH = '/camera/v1/';

/** @returns {string} what the service of a camera is called */
export function serviceOf(cameraId) {
  return `umec-camera-${cameraId}`;
}

/**
 * Finds a camera of the gateway in the MEC registry, which may list another gateway's, too.
 *
 * @param {string | undefined} cameraId absent: the first that is there
 * @returns {Promise<{ camera?: string, elsewhere?: string }>} its address; while none is ACTIVE at the gateway, where else one is
 */
export async function findCamera(gateway, cameraId) {
  const named = cameraId ? `ser_name=${encodeURIComponent(serviceOf(cameraId))}` : `ser_category_id=${CATEGORY}`;
  const services = await (await gateway.ask('GET', `/mec_service_mgmt/v1/services?${named}`)).json();
  const uris = services
    // only the gateway itself may offer services of such names
    .filter(({ serName, state }) => state === 'ACTIVE' && serName.startsWith(serviceOf('')))
    .flatMap(({ transportInfo }) => transportInfo.endpoint.uris ?? []);
  const camera = uris.find((uri) => gateway.has(uri));
  return camera ? { camera } : { elsewhere: uris.find((uri) => uri.includes(PATH))?.split(PATH)[0] };
}

/**
 * @returns {Promise<{ jpeg: Buffer, time: number }>} a picture, and when it was exposed, ms since the epoch
 * @throws when it is longer than any of a camera
 */
export async function takePicture(gateway, camera) {
  const answer = await gateway.ask('GET', `${camera}/snapshot?rotate=0`);
  return { jpeg: await bytesOf(answer), time: Date.parse(answer.headers.get('Umec-Captured-At')) };
}

async function bytesOf({ body }) {
  const chunks = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST) throw new Error(`the picture has more than ${LONGEST / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
