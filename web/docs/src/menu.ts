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
    mark(groups);
  };
  find.addEventListener('input', draw);
  // on a phone, the keyboard goes and shows what was found
  find.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') groups.querySelector('a')?.focus();
  });
  draw();
  const list = element('div', { id: 'list' }, element('label', {}, texts.find, find), count, groups);
  const button = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'list' }, texts.operations);
  const unfold = (isOpen: boolean) => button.setAttribute('aria-expanded', String(isOpen));
  button.addEventListener('click', () => unfold(button.getAttribute('aria-expanded') === 'false'));
  // that of the page that is shown leads nowhere else, and is meant all the same
  groups.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) unfold(false);
  });
  addEventListener('hashchange', () => {
    unfold(false);
    mark(groups);
  });
  return element('nav', { 'aria-label': texts.operations }, button, list);
}

/** Says which operation is shown, and opens what has it. */
function mark(groups: HTMLElement): void {
  for (const link of groups.querySelectorAll('a')) {
    const isHere = link.hash === location.hash;
    link.setAttribute('aria-current', isHere ? 'page' : 'false');
    if (isHere) link.closest('details')?.setAttribute('open', '');
  }
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
