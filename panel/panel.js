// Shows what the gateway's own APIs answer, and keeps it fresh by its events. Everything is written as text, never as markup.
import { ask, changes, enter, isBusy, isSignedIn, signOut, webSocketUrl } from './session.js';

/** A gateway that has too much to do is asked again: else a part of the page would stay empty, as if there were nothing. */
const get = async (path) => {
  for (;;) {
    const response = await ask(path);
    if (!isBusy(response)) return response.ok ? response.json() : [];
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
};
const byId = (id) => document.getElementById(id);
const rows = new Map();
const captions = new Map();

function cell(row, text, className) {
  const td = row.insertCell();
  td.textContent = text;
  if (className) td.className = className;
  return td;
}

function link(td, href) {
  const a = document.createElement('a');
  a.href = href;
  a.textContent = td.textContent;
  td.replaceChildren(a);
}

function showReading({ mac, name, temperature, humidity, pressure, time }) {
  let row = rows.get(mac);
  if (!row) rows.set(mac, (row = byId('tags').insertRow()));
  row.replaceChildren();
  const td = cell(row, name ?? mac);
  // a link carries no token
  if (!isSignedIn()) link(td, `sensors/v1/tags/${mac}/readings`);
  cell(row, temperature?.toFixed(2) ?? '', 'number');
  cell(row, humidity?.toFixed(1) ?? '', 'number');
  cell(row, pressure === undefined ? '' : (pressure / 100).toFixed(1), 'number');
  cell(row, new Date(time).toLocaleTimeString(), 'number');
}

async function showReadings() {
  for (const reading of await get('sensors/v1/readings/latest')) showReading(reading);
}

async function showServices() {
  const body = byId('services');
  const services = await get('registry/v1/services');
  body.replaceChildren();
  for (const { serName, state, uris, spec } of services) {
    const row = body.insertRow();
    cell(row, serName);
    cell(row, state);
    cell(row, uris[0] ?? '');
    const td = cell(row, spec ? new URL(spec).pathname.split('/').pop() : '');
    if (spec) link(td, new URL(spec).pathname);
  }
}

/** A signed address: an image carries no token. */
async function pictureOf(cameraId, kind) {
  const response = await ask(`camera/v1/cameras/${cameraId}/links`, { method: 'POST', body: {} });
  if (!response.ok) return undefined;
  const { _links } = await response.json();
  return _links[kind].href;
}

async function show(image, cameraId, kind) {
  const href = await pictureOf(cameraId, kind).catch(() => undefined);
  if (!image.isConnected) return;
  if (href) image.src = href;
  else setTimeout(() => image.isConnected && show(image, cameraId, kind), 10_000);
}

/** Why there is no picture stands where it would be. */
const captionOf = ({ cameraId, reason }) => (reason ? `${cameraId}: ${reason}` : cameraId);

async function showReasons() {
  for (const camera of await get('camera/v1/cameras')) captions.get(camera.cameraId)?.replaceChildren(captionOf(camera));
}

async function showCameras() {
  const cameras = await get('camera/v1/cameras');
  byId('cameras').replaceChildren();
  // a browser keeps about six connections to one place, and a stream holds one for as long as it is shown
  for (const [index, camera] of cameras.entries()) {
    const { cameraId } = camera;
    const kind = index < 3 ? 'stream' : 'snapshot';
    const figure = document.createElement('figure');
    const image = document.createElement('img');
    image.alt = `live picture of ${cameraId}`;
    // the camera was away, or the address was good no more
    image.onerror = () => setTimeout(() => image.isConnected && show(image, cameraId, kind), 5000);
    const caption = document.createElement('figcaption');
    caption.textContent = captionOf(camera);
    captions.set(cameraId, caption);
    figure.append(image, caption);
    byId('cameras').append(figure);
    void show(image, cameraId, kind);
  }
}

let socket;

async function follow() {
  const again = () => {
    if (byId('live').hidden) return;
    byId('link').textContent = 'the gateway does not answer; trying again …';
    setTimeout(() => !byId('live').hidden && follow(), 2000);
  };
  try {
    socket = new WebSocket(await webSocketUrl('/events/v1'));
  } catch {
    again();
    return;
  }
  const mine = socket;
  socket.onopen = () => (byId('link').textContent = 'live');
  socket.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === 'org.umec.sensors.reading.v1') showReading(event.data);
    if (event.type === 'org.umec.services.state.v1') void Promise.all([showServices(), showReasons()]);
  };
  socket.onclose = () => mine === socket && again();
}

function showSignedOut() {
  const last = socket;
  socket = undefined;
  last?.close();
  byId('live').hidden = true;
  byId('signed-out').hidden = false;
  byId('sign-out').hidden = true;
  byId('link').textContent = 'signed out';
  // nothing of what was seen stays
  for (const id of ['cameras', 'tags', 'services']) byId(id).replaceChildren();
  rows.clear();
  captions.clear();
}

async function showAll() {
  byId('signed-out').hidden = true;
  byId('live').hidden = false;
  byId('sign-out').hidden = !isSignedIn();
  byId('link').textContent = 'connecting …';
  if (!socket) void follow();
  await Promise.all([showReadings(), showServices(), showCameras()]);
}

async function begin() {
  try {
    await ((await enter()) ? showAll() : showSignedOut());
  } catch {
    byId('link').textContent = 'the gateway does not answer; trying again …';
    setTimeout(begin, 2000);
  }
}

changes.addEventListener('signedin', showAll);
changes.addEventListener('signedout', showSignedOut);
byId('sign-out').addEventListener('click', () => void signOut());
await begin();
