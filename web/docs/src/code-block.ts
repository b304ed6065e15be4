import { copied } from '../../src/copied.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** Text as it is, that can be scrolled and therefore reached by the keyboard. @param label its name for who hears the page */
export function codeBlock(label: string, text: string): HTMLPreElement {
  return element('pre', { tabindex: '0', role: 'group', 'aria-label': label }, text);
}

export interface Copyable {
  readonly nodes: readonly Node[];
  /** Has another text there. */
  readonly show: (text: string) => void;
}

/** The same with a button that takes it along. */
export function copyable(label: string, text: string): Copyable {
  const block = codeBlock(label, text);
  const outcome = element('span', { role: 'status', class: 'faint' });
  const button = element('button', { type: 'button', 'aria-label': `${texts.copy}: ${label}` }, texts.copy);
  button.addEventListener('click', () => void copied(block).then((how) => (outcome.textContent = texts[how])));
  const show = (other: string) => {
    block.textContent = other;
    outcome.textContent = '';
  };
  return { nodes: [block, element('p', {}, button, ' ', outcome)], show };
}
