// Shows what the gateway's own APIs answer, and keeps it fresh by its events. Everything is written as text, never as markup.
const get = async (path) => {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  return response.ok ? response.json() : [];
};
const byId = (id) => document.getElementById(id);
const rows = new Map();

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
  link(cell(row, name ?? mac), `/sensors/v1/tags/${mac}/readings`);
  cell(row, temperature?.toFixed(2) ?? '', 'number');
  cell(row, humidity?.toFixed(1) ?? '', 'number');
  cell(row, pressure === undefined ? '' : (pressure / 100).toFixed(1), 'number');
  cell(row, new Date(time).toLocaleTimeString(), 'number');
}

async function showReadings() {
  for (const reading of await get('/sensors/v1/readings/latest')) showReading(reading);
}

async function showServices() {
  const body = byId('services');
  const services = await get('/registry/v1/services');
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

async function showCameras() {
  // a browser keeps about six connections to one place, and a stream holds one for as long as it is shown
  for (const [index, { cameraId, _links }] of (await get('/camera/v1/cameras')).entries()) {
    const figure = document.createElement('figure');
    const image = document.createElement('img');
    image.src = index < 3 ? _links.stream.href : _links.snapshot.href;
    image.alt = `live picture of ${cameraId}`;
    const caption = document.createElement('figcaption');
    caption.textContent = cameraId;
    figure.append(image, caption);
    byId('cameras').append(figure);
  }
}

function follow() {
  const socket = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/events/v1`);
  socket.onopen = () => (byId('link').textContent = 'live');
  socket.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === 'org.umec.sensors.reading.v1') showReading(event.data);
    if (event.type === 'org.umec.services.state.v1') showServices();
  };
  socket.onclose = () => {
    byId('link').textContent = 'the gateway does not answer; trying again …';
    setTimeout(follow, 2000);
  };
}

follow();
await Promise.all([showReadings(), showServices(), showCameras()]);
