import { element } from './element.js';

/** `code`, **strong**, and links to elsewhere. */
const MARKED = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** What a specification says, in Markdown: paragraphs and lists. Whatever else it has in it is text. */
export function prose(text: string): readonly HTMLElement[] {
  return text
    .trim()
    .split(/\n{2,}|\n(?=[-*] )/)
    .reduce<HTMLElement[]>((blocks, block) => [...blocks, ...added(blocks.at(-1), block)], []);
}

/** The element for the block; none for another item of a list that is there. */
function added(before: HTMLElement | undefined, block: string): readonly HTMLElement[] {
  const item = /^[-*] ([^]*)$/.exec(block)?.[1];
  if (item === undefined) return [element('p', {}, ...inline(block))];
  const line = element('li', {}, ...inline(item));
  if (!(before instanceof HTMLUListElement)) return [element('ul', {}, line)];
  before.append(line);
  return [];
}

/** The same within one line. */
export function inline(text: string): readonly (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let from = 0;
  for (const { 0: all, 1: code, 2: strong, 3: label, 4: href, index } of text.matchAll(MARKED)) {
    nodes.push(text.slice(from, index), marked({ code, strong, label, href }));
    from = index + all.length;
  }
  return [...nodes, text.slice(from)];
}

interface Mark {
  readonly code: string | undefined;
  readonly strong: string | undefined;
  readonly label: string | undefined;
  readonly href: string | undefined;
}

function marked({ code, strong, label = '', href = '' }: Mark): Node {
  if (code !== undefined) return element('code', {}, code);
  return strong === undefined ? element('a', { href, rel: 'noreferrer' }, label) : element('strong', {}, strong);
}
