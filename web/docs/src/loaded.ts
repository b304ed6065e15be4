import type { JsonObject } from '../../../src/json.js';
import { addressOf } from '../../src/root.js';
import { element } from './element.js';
import { texts } from './texts.js';

const AGAIN_MS = 2000;

/**
 * A document that everybody may read. A gateway that does not answer is asked again.
 *
 * @param path from the gateway's root
 * @param shown says meanwhile what is the matter
 */
export async function loaded(path: string, shown: HTMLElement): Promise<JsonObject> {
  for (let state = texts.loading; ; state = texts.unreachable) {
    shown.replaceChildren(element('p', { role: 'status' }, state));
    const response = await fetch(addressOf(path)).catch(() => undefined);
    if (response?.ok) return (await response.json()) as JsonObject;
    if (state === texts.unreachable) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
