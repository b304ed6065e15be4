import './shell.css';
import { computed, effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { dropDrafts } from './drafts.js';
import { connection } from './live.js';
import { type Page, pages } from './pages.js';
import { hrefTo, type Route, route } from './route.js';
import { isSignedIn, may, mayAsk, signOut } from './session.js';
import { texts } from './texts/index.js';

/** What stands around every page: the way to the others, and whether what is shown is what is. */
export function Shell() {
  const { page: name, about } = route.value;
  const page = pages[name];
  if (mayAsk.value !== false && page?.isBare) return <page.Shown about={about} />;
  return (
    <>
      <header>
        <a class="skip" href="#content" onClick={toContent}>
          {texts.shell.toContent}
        </a>
        <p class="product">{texts.shell.title}</p>
        <Connection />
        {mayAsk.value && isSignedIn() && (
          <button type="button" onClick={leave}>
            {texts.shell.signOut}
          </button>
        )}
        {isKept.value && <p role="alert">{texts.shell.notSignedOut}</p>}
      </header>
      {mayAsk.value === false ? (
        <SignedOut />
      ) : (
        <>
          <Menu current={name} />
          <Content route={route.value} page={page} />
        </>
      )}
    </>
  );
}

/** The address is the place in the panel, so that an anchor in the page cannot be one. */
function toContent(event: Event): void {
  event.preventDefault();
  document.querySelector('main')?.focus();
}

/** Whether somebody wanted to leave, and the gateway has not ended the session. */
const isKept = signal(false);
effect(() => {
  if (mayAsk.value === false) isKept.value = false;
});

function leave(): void {
  isKept.value = false;
  signOut().then(dropDrafts, () => (isKept.value = true));
}

function Connection() {
  const state = mayAsk.value === false ? 'ENDED' : connection.value;
  return (
    <p role="status" class={`connection ${state.toLowerCase()}`}>
      {texts.shell.connection[state]}
    </p>
  );
}

const maySee = ({ scope }: Page): boolean => scope === undefined || may(scope);

function Menu({ current }: { current: string }) {
  const menu = useRef<HTMLElement>(null);
  // on a phone it is wider than the screen
  useEffect(() => menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [current]);
  const shown = Object.entries(pages).filter(([, page]) => maySee(page));
  return (
    <nav ref={menu} aria-label={texts.shell.pages}>
      <ul>
        {shown.map(([name, { title }]) => (
          <li key={name}>
            <a href={hrefTo(name)} aria-current={name === current ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
        <li>
          <a href="./docs/">{texts.shell.docs}</a>
        </li>
      </ul>
    </nav>
  );
}

/** What the page is called, which is another as soon as what it is about is called otherwise. */
const title = computed(() => {
  const { page: name, about } = route.value;
  const page = pages[name];
  return (about === undefined ? page?.title : (page?.titleOf?.(about) ?? about)) ?? texts.shell.notFound;
});

/** A page, which begins with its title: whoever hears the panel is told of it when it is another. */
function Content({ route: { page: name, about }, page }: { route: Route; page: Page | undefined }) {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${title.value} – ${texts.shell.title}`;
  }, [title.value]);
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [name, about]);
  return (
    <main ref={main} id="content" tabIndex={-1}>
      <h1>{title.value}</h1>
      {/* it asks when it is shown, and before it is known who looks it would be refused */}
      {page &&
        mayAsk.value &&
        (maySee(page) ? <page.Shown key={`${name}/${about ?? ''}`} about={about} /> : <p role="alert">{texts.shell.mayNot}</p>)}
    </main>
  );
}

function SignedOut() {
  const [before, after] = texts.shell.howToSignIn;
  return (
    <main>
      <h1>{texts.shell.signedOut}</h1>
      <p>
        {before}
        <code>umec link</code>
        {after}
      </p>
    </main>
  );
}
