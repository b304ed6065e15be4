import { useEffect } from 'preact/hooks';

/** Keeps the screen on while this is shown, where the browser can: it asks for a page that came with TLS, or from its own machine. */
export function useStayAwake(): void {
  useEffect(() => {
    let isShown = true;
    let lock: WakeLockSentinel | undefined;
    const stay = async () => {
      // a lock goes with the sight of the page
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (!isShown) await lock?.release();
    };
    const look = () => void stay();
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      isShown = false;
      document.removeEventListener('visibilitychange', look);
      void lock?.release();
    };
  }, []);
}
