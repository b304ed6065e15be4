import { type Document, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';

/** Something that is wrong with what was typed. */
export interface Fault {
  readonly words: string;
  /** Where it is: where in the text that begins, and in which line, from 1. Absent when it is nowhere in the text. */
  readonly at?: { readonly offset: number; readonly line: number };
}

/** What was typed, read as YAML. */
export interface Typed {
  /** What it says: sections by name; absent when there are faults. */
  readonly sections?: Record<string, unknown>;
  readonly faults: readonly Fault[];
  /** Where a setting stands in it, or the innermost of the sections around it that does. @param setting as `http.listen` */
  readonly placeOf: (setting: string) => Fault['at'];
}

/** Reads what was typed. @param notSections what is said of YAML that is no configuration, such as a list */
export function typedIn(text: string, notSections: string): Typed {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const place = (offset: number) => ({ offset, line: Math.max(1, counter.linePos(offset).line) });
  const placeOf = (setting: string) => {
    const offset = offsetOf(document, setting);
    return offset === undefined ? undefined : place(offset);
  };
  const faults = document.errors.map(({ message, pos: [offset] }) => ({ words: message, at: place(offset) }));
  if (faults.length > 0) return { faults, placeOf };
  const { value, words } = valueOf(document);
  if (words !== undefined) return { faults: [{ words }], placeOf };
  return isSections(value) ? { sections: value, faults, placeOf } : { faults: [{ words: notSections }], placeOf };
}

/** A few lines can stand for more than fits anywhere, by aliases of aliases: what is that large is refused. */
function valueOf(document: Document): { readonly value?: unknown; readonly words?: string } {
  try {
    // nothing, or comments alone, is a configuration that leaves everything as it is
    return { value: document.toJS() ?? {} };
  } catch (err) {
    return { words: err instanceof Error ? err.message : String(err) };
  }
}

function isSections(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names may have dots in them, as an address does: the longest name that is there is meant. */
function offsetOf(document: Document, setting: string): number | undefined {
  let at: unknown = document.contents;
  let rest = setting;
  let offset: number | undefined;
  while (rest !== '' && isCollection(at)) {
    const found = entriesOf(at)
      .filter(({ name }) => rest === name || rest.startsWith(`${name}.`))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (!found) break;
    ({ offset } = found);
    rest = rest.slice(found.name.length + 1);
    at = found.value;
  }
  return offset;
}

interface Entry {
  readonly name: string;
  readonly offset: number | undefined;
  readonly value: unknown;
}

function entriesOf(collection: unknown): Entry[] {
  if (!isCollection(collection)) return [];
  return collection.items.map((item: unknown, index) => {
    if (!isMap(collection) || !isPair(item)) return { name: String(index), offset: offsetIn(item), value: item };
    const name = isScalar(item.key) ? String(item.key.value) : '';
    return { name, offset: offsetIn(item.key), value: item.value };
  });
}

function offsetIn(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
