import { element } from './element.js';

/** Text as it is, that can be scrolled and therefore reached by the keyboard. @param label its name for who hears the page */
export function codeBlock(label: string, text: string): HTMLPreElement {
  return element('pre', { tabindex: '0', role: 'group', 'aria-label': label }, text);
}
