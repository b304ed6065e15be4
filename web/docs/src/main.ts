import { effect } from '@preact/signals';
import { exampleCalls, operationsOf } from '../../../src/http/api-pages/example-call.js';
import type { Document } from '../../../src/http/document.js';
import { addressOf } from '../../src/root.js';
import { enter, isSignedIn, mayAsk } from '../../src/session.js';
import { element } from './element.js';
import { eventsPage } from './events.js';
import { loaded } from './loaded.js';
import { menu } from './menu.js';
import { operationPage } from './operation.js';
import { startPage } from './start.js';
import { texts } from './texts.js';
import { isAnyUnsent } from './unsent.js';

/** The page that is of no operation. */
const EVENTS = 'events';
const AGAIN_MS = 2000;

const main = element('main', { tabindex: '-1' });
document.body.append(header(), main);
// the specifications are everybody's; who asks has to be known only when something is tried
void come();
const specification = (await loaded('openapi/umec.json', main)) as Document;
const operations = new Map(operationsOf(specification).map((one) => [one.object.operationId, one]));
const calls = exampleCalls(specification);
/** Those that were looked at: what was typed there is still there. */
const pages = new Map<string, readonly Node[]>();
/** How far down each was read, px. */
const places = new Map<string, number>();
let shown = '';
main.before(menu([...operations.values()]));
show();
// the browser would know the place of a page that is not there yet
history.scrollRestoration = 'manual';
// somebody may have signed in in another tab
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && mayAsk.peek() === false) enter().catch(() => undefined);
});
// what is typed is in the page's memory alone
addEventListener('beforeunload', (event) => {
  if (isAnyUnsent()) event.preventDefault();
});
addEventListener('hashchange', () => {
  places.set(shown, scrollY);
  show();
  main.focus({ preventScroll: true });
  scrollTo(0, places.get(shown) ?? 0);
});

/** Finds out who looks, of a gateway that has too much to do or is just being started too. */
async function come(): Promise<void> {
  await enter().catch(() => setTimeout(() => void come(), AGAIN_MS));
}

function header(): HTMLElement {
  const who = element('p', { class: 'faint', role: 'status' });
  effect(() => {
    const [before = '', link = '', after = ''] = texts.signedOut;
    if (mayAsk.value === undefined) return;
    if (!mayAsk.value) who.replaceChildren(before, element('a', { href: addressOf(''), target: '_blank' }, link), after);
    else who.replaceChildren(isSignedIn() ? texts.signedIn : texts.nobodyAsked);
  });
  const links = element(
    'p',
    {},
    element('a', { href: '#' }, texts.start),
    ' ',
    element('a', { href: `#${EVENTS}` }, texts.events),
    ' ',
    element('a', { href: addressOf('') }, texts.panel),
  );
  return element('header', {}, element('h1', {}, texts.title), links, who);
}

/** What the address names. */
function show(): void {
  shown = decoded(location.hash.slice(1));
  const page = pages.get(shown) ?? made(shown);
  pages.set(shown, page);
  main.replaceChildren(...page);
  document.title = [main.querySelector('h2')?.textContent, texts.title].filter(Boolean).join(' · ');
}

function made(name: string): readonly Node[] {
  const [operation, call] = [operations.get(name), calls.get(name)];
  if (operation && call) return operationPage(specification, operation, call);
  if (name === EVENTS) return eventsPage();
  return name === '' ? startPage(specification) : [element('p', {}, texts.nothing)];
}

/** Somebody may have typed it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
