import { Blob, Buffer } from 'node:buffer';

/** The longer side of a picture, pixels: what a phone shows, and fewer bytes than a gateway takes unless it is told otherwise (1 MiB). */
const SIDE = 1280;
/** Of a picture, bytes. */
const LONGEST = 4 * 1024 * 1024;

/**
 * Takes a picture and has it classified: the very same, for it is sent to the model as it came.
 *
 * @param {import('./services.js').Found} found
 * @param {object} request an InferenceRequest of the gateway
 * @returns {Promise<object>} the picture as a `data:` URL, and what the model sees in it
 * @throws when one of them is not there or refuses
 */
export async function takePicture(gateway, { camera, classifier }, request) {
  if (!camera?.uri || !classifier?.serInstanceId) throw new Error('the registry has no camera, or no classifier');
  const snapshot = await gateway.ask('GET', `${camera.uri}/snapshot?width=${SIDE}&height=${SIDE}&fit=INSIDE&format=JPEG`);
  const jpeg = await bytesOf(snapshot);
  const form = new FormData();
  form.set('request', JSON.stringify({ ...request, service: { serInstanceId: classifier.serInstanceId } }));
  form.set('picture', new Blob([jpeg], { type: 'image/jpeg' }), 'picture.jpg');
  const { results } = await (await gateway.ask('POST', '/camera/v1/inferences', form)).json();
  return {
    picture: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
    takenAt: snapshot.headers.get('Umec-Captured-At'),
    camera: camera.name,
    classifier: classifier.name,
    region: request.frame?.region,
    results,
  };
}

/** @throws when there are more than anybody would want to look at */
async function bytesOf(answer) {
  const chunks = [];
  let length = 0;
  for await (const chunk of answer.body) {
    length += chunk.length;
    if (length > LONGEST) throw new Error(`the picture has more than ${LONGEST / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
