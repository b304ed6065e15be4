import type { ComponentChildren } from 'preact';
import { isLost } from '../live.js';
import { texts } from '../texts/index.js';

/** What a camera sees, as long as the gateway is there: what is left of it when that is away looks like what is seen now. */
export function WhileLive({ children }: { children: ComponentChildren }) {
  return isLost.value ? <NoPicture /> : <>{children}</>;
}

/** In the place of what a camera sees. */
export const NoPicture = () => <p class="faint">{texts.cameras.noPicture}</p>;
