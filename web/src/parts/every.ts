import { useEffect, useRef } from 'preact/hooks';

/** Calls `action` now and then while the page can be seen, and at once when it is seen again. @param ms 0: not at all */
export function useEvery(ms: number, action: () => void): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    if (ms === 0) return;
    const act = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(act, ms);
    document.addEventListener('visibilitychange', act);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', act);
    };
  }, [ms]);
}
