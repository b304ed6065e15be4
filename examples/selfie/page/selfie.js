/** The page: says what is there, and has a picture taken when somebody presses the button. */

const RETRY_MS = 5_000;
const STATES = {
  ACTIVE: 'ready',
  INACTIVE: 'INACTIVE: whoever offers it has switched it off',
  SUSPENDED: 'SUSPENDED: it is away for now, and this page goes on when it is back',
};
const ABSENT = 'not in the registry; this page goes on when it is';

const the = (id) => document.getElementById(id);
let isReady = false;
let isTaking = false;
let hasEnded = false;

follow();
the('take').addEventListener('click', () => void take());

/** Is told what is there, and whenever that changes. A browser connects again by itself, unless it was refused. */
function follow() {
  const states = new EventSource('state');
  states.addEventListener('message', ({ data }) => {
    const state = JSON.parse(data);
    hasEnded = state.hasEnded === true;
    if (hasEnded) states.close();
    showState(state);
  });
  states.addEventListener('error', () => {
    showState({ problem: 'The application does not answer; this page goes on when it does.' });
    if (states.readyState === EventSource.CLOSED) setTimeout(follow, RETRY_MS);
  });
}

function showState({ camera, classifier, problem }) {
  showService(the('camera'), camera);
  showService(the('classifier'), classifier);
  set(the('trouble'), hasEnded ? 'The application has ended. Load this page again when it runs.' : (problem ?? ''));
  isReady = !problem && !hasEnded && camera?.state === 'ACTIVE' && classifier?.state === 'ACTIVE';
  showButton();
}

function showService(place, service) {
  if (!service) return;
  set(place, `${service.name}: ${STATES[service.state] ?? ABSENT}`);
  place.classList.toggle('away', service.state !== 'ACTIVE');
}

/** It keeps the focus while it does nothing, which a disabled button would not. */
function showButton() {
  the('take').setAttribute('aria-disabled', String(!isReady || isTaking));
}

async function take() {
  if (!isReady || isTaking) return;
  isTaking = true;
  showButton();
  set(the('problem'), '');
  set(the('said'), 'Taking a picture …');
  try {
    const answer = await fetch('pictures', { method: 'POST' });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail);
    showPicture(body);
  } catch (error) {
    set(the('said'), '');
    set(the('problem'), `There is no picture: ${error.message}`);
  } finally {
    isTaking = false;
    showButton();
  }
}

function showPicture({ picture, takenAt, camera, classifier, region, results }) {
  const [best] = results;
  const summary = best ? `${nameOf(best)}, ${percentOf(best)}` : 'nothing that it knows';
  set(the('said'), `It sees ${summary}.`);
  the('picture').src = picture;
  the('picture').alt = `What ${camera} sees`;
  set(
    the('caption'),
    `${camera}, ${new Date(takenAt).toLocaleString()}. ${classifier} has looked at ${region ? 'the part in the frame' : 'all of it'}.`,
  );
  the('labels').replaceChildren(...results.map(lineOf));
  for (const outline of document.querySelectorAll('.outline')) outline.remove();
  the('frame').append(...[region, ...results.map(({ box }) => box)].filter(Boolean).map(outlineOf));
  the('result').hidden = false;
}

/** A label is whatever a model server says: it is text, never markup. */
function lineOf(result) {
  const line = document.createElement('li');
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.style.width = percentOf(result);
  line.append(elementOf('span', nameOf(result)), elementOf('span', percentOf(result)), bar);
  return line;
}

/** @param box in fractions of the picture */
function outlineOf({ x, y, width, height }) {
  const outline = document.createElement('div');
  outline.className = 'outline';
  Object.assign(outline.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
  return outline;
}

function nameOf({ label, index }) {
  return label ?? `class ${index}`;
}

function percentOf({ score }) {
  return `${Math.round(score * 100)}%`;
}

function elementOf(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** A screen reader reads what is written anew: the same is not. */
function set(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
