import { type DocumentedOperation, textOf } from '../../../src/http/api-pages/example-call.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** The list of operations with a search. On a phone it is folded until somebody wants it, and again when one is chosen. */
export function menu(operations: readonly DocumentedOperation[]): HTMLElement {
  const find = element('input', { type: 'search' });
  const count = element('p', { role: 'status', class: 'faint' });
  const groups = element('div');
  const draw = () => {
    const meant = operations.filter((one) => isMeant(one, find.value));
    count.textContent = texts.found(meant.length);
    groups.replaceChildren(...groupsOf(meant, find.value !== ''));
  };
  find.addEventListener('input', draw);
  draw();
  const list = element('div', { id: 'list' }, element('label', {}, texts.find, find), count, groups);
  const button = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'list' }, texts.operations);
  const unfold = (isOpen: boolean) => button.setAttribute('aria-expanded', String(isOpen));
  button.addEventListener('click', () => unfold(button.getAttribute('aria-expanded') === 'false'));
  addEventListener('hashchange', () => unfold(false));
  return element('nav', { 'aria-label': texts.operations }, button, list);
}

function isMeant({ object, template }: DocumentedOperation, wanted: string): boolean {
  const words = `${object.operationId} ${template} ${textOf(object.summary ?? object.operationId)}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function groupsOf(operations: readonly DocumentedOperation[], isOpen: boolean): readonly Node[] {
  const byTag = Map.groupBy(operations, ({ object }) => String((object.tags as readonly string[])[0]));
  return [...byTag].map(([tag, some]) => {
    const links = some.map(({ object }) =>
      element('li', {}, element('a', { href: `#${object.operationId}` }, textOf(object.summary ?? object.operationId))),
    );
    return element('details', isOpen ? { open: '' } : {}, element('summary', {}, tag), element('ul', {}, ...links));
  });
}
