import type { ComponentChildren } from 'preact';
import { isLost } from '../live.js';
import { texts } from '../texts/index.js';

/**
 * What a camera sees, as long as the gateway is there. What is left of a stream when it is away looks like one that goes on, and no browser
 * says that it has ended: so it is taken out of the page, and asked for anew when the gateway is back.
 */
export function WhileLive({ children }: { children: ComponentChildren }) {
  return isLost.value ? <p class="faint">{texts.cameras.noPicture}</p> : <>{children}</>;
}
