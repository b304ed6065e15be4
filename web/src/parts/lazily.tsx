import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';

type Loaded<P> = ComponentType<P> | 'FAILED' | undefined;

/** A part that is fetched when it is shown first. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Lazily(props: P) {
    const [Shown, setShown] = useState<Loaded<P>>();
    useEffect(() => {
      load().then(
        (found) => setShown(() => found),
        () => setShown('FAILED'),
      );
    }, []);
    if (Shown === undefined) return <p role="status">{texts.shell.loading}</p>;
    return Shown === 'FAILED' ? <NotLoaded /> : <Shown {...props} />;
  };
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
