// Where the keyboard goes when what it was on is taken out of the page: a browser leaves it nowhere, and whoever uses one begins at the top.

const CONTROLS = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary';
/** Of which there are several, one like the other. */
const ROW = 'li, tr, article';
const HEADING = 'h1, h2, h3';

/** What the keyboard is on, and what that stands in, from within outwards to what stays whatever page is shown. */
let held: readonly Element[] = [];

/** Sees to it as long as the page is there. */
export function keepKeyboard(): void {
  document.addEventListener('focusin', ({ target }) => (held = target instanceof Element ? upToMain(target) : []));
  document.addEventListener('focusout', () => {
    // somebody has left it, unless it is being taken away
    queueMicrotask(() => held[0]?.isConnected && held[0] !== document.activeElement && (held = []));
  });
  new MutationObserver(onChange).observe(document.body, { childList: true, subtree: true });
}

function upToMain(element: Element): Element[] {
  const { parentElement } = element;
  return element.matches('main') || !parentElement ? [element] : [element, ...upToMain(parentElement)];
}

function onChange(records: readonly MutationRecord[]): void {
  if (document.activeElement !== document.body || held[0]?.isConnected !== false) return;
  const taken = records.find(({ removedNodes }) => [...removedNodes].some(isLost));
  if (taken) for (const element of near(taken, records)) if (takes(element)) return;
}

const isLost = (node: Node): boolean => held.some((one) => one === node) && !node.isConnected;

function takes(element: HTMLElement): boolean {
  element.focus();
  return document.activeElement === element;
}

/** Where it may go, the nearest first. */
function* near(taken: MutationRecord, records: readonly MutationRecord[]): Generator<HTMLElement> {
  const { target, removedNodes, nextSibling, previousSibling } = taken;
  const isRow = [...removedNodes].some((node) => isLost(node) && (node as Element).matches(ROW));
  if (isRow) {
    for (let row = nextSibling; row; row = row.nextSibling) yield* controlsIn(row);
    for (let row = previousSibling; row; row = row.previousSibling) yield* controlsIn(row);
  } else {
    for (const record of records) if (record.target === target) for (const node of record.addedNodes) yield* controlsIn(node);
    yield* controlsIn((target as Element).closest(ROW));
  }
  yield* headingsOf(held.filter(({ isConnected }) => isConnected));
}

function* controlsIn(node: Node | null): Generator<HTMLElement> {
  if (!(node instanceof Element) || !node.isConnected) return;
  if (node instanceof HTMLElement && node.matches(CONTROLS)) yield node;
  yield* node.querySelectorAll<HTMLElement>(CONTROLS);
}

/** What it stood in begins with one; of a page, the page itself takes the keyboard. */
function* headingsOf(elements: readonly Element[]): Generator<HTMLElement> {
  for (const element of elements) {
    const to = element.matches('main') ? element : element.querySelector(HEADING);
    if (!(to instanceof HTMLElement)) continue;
    to.tabIndex = -1;
    yield to;
  }
}
