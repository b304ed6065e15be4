import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { timesLive } from '../live.js';
import { texts } from '../texts/index.js';

type Loaded<P> = ComponentType<P> | 'FAILED' | undefined;

/** A part that is fetched when it is shown first; once more when it could not be, and the gateway is back. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Lazily(props: P) {
    const [Shown, setShown] = useState<Loaded<P>>();
    const isThere = Shown !== undefined && Shown !== 'FAILED';
    useEffect(() => {
      if (isThere) return;
      let isWanted = true;
      mendStyles()
        .then(load)
        .then(
          (found) => isWanted && setShown(() => found),
          () => isWanted && setShown('FAILED'),
        );
      return () => {
        isWanted = false;
      };
    }, [timesLive.value]);
    if (Shown === undefined) return <p role="status">{texts.shell.loading}</p>;
    return Shown === 'FAILED' ? <NotLoaded /> : <Shown {...props} />;
  };
}

/** Styles that could not be loaded. */
const missing = new Set<HTMLLinkElement>();
document.head.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target);
  },
  true,
);

/** Most browsers fetch a script that was not there anew when it is asked for again; styles they do not, as a page takes what it has named for loaded. */
async function mendStyles(): Promise<void> {
  const links = [...missing];
  missing.clear();
  await Promise.all(links.map(fetchedAnew));
}

/** @throws Event when it is not there now either */
function fetchedAnew(link: HTMLLinkElement): Promise<unknown> {
  const anew = link.cloneNode() as HTMLLinkElement;
  link.replaceWith(anew);
  return new Promise((resolve, reject) => {
    anew.onload = resolve;
    anew.onerror = reject;
  });
}

/** A gateway that was replaced has other files. Loading again is left to whoever has typed something. */
function NotLoaded() {
  return (
    <p role="alert">
      {texts.shell.notLoaded}{' '}
      <button type="button" onClick={() => location.reload()}>
        {texts.shell.loadAgain}
      </button>
    </p>
  );
}
