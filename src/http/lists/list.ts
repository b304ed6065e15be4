import type { Document } from '../document.js';
import { mapOnce } from '../memo.js';
import { linkToNext, type Query } from '../paging.js';
import { attributeFilter } from './attribute-filter.js';
import { attributeSelectors, type Selectors, selectorsKey } from './attribute-selectors.js';
import { decodeMarker, encodeMarker, foreignMarker, type Key } from './marker.js';
import { Remembered } from './remembered.js';
import { Shape } from './shape.js';

/** What a client may ask of every list, whatever else it may ask of this one. */
export type ListQuery = Selectors & {
  readonly filter?: string;
  readonly limit?: number;
  readonly nextpage_opaque_marker?: string;
};

export interface ListAnswer<Item> {
  readonly headers: { readonly Link?: string };
  readonly body: readonly Item[];
}

export interface ListParts<Value, Item> {
  readonly document: Document;
  /** The component schema of one item. */
  readonly schema: string;
  /** How many items a page has at the most; a client may ask for fewer by `limit`. */
  readonly pageSize: number;
  /** Grows from each value to the next; never the same for two, and never another for the same one. */
  readonly key: (value: Value) => Key;
  /** What clients see of a value; the value itself when absent. Asked once per value. */
  readonly represent?: (value: Value) => Item;
  /** The attributes that are left out unless they are asked for, as paths; none when absent. */
  readonly excludedByDefault?: readonly string[];
}

type Pass<In, Out = In> = (values: readonly In[]) => readonly Out[];

/** What was made of one list. Bytes hang on bodies, so few of them are kept; filters and selections without a list are small. */
class Made<Value, Item> {
  readonly fitting = new Remembered<readonly Value[]>(16);
  readonly bodies = new Remembered<readonly Item[]>(16);
  /** A query that comes again as the same object is not even looked at. */
  readonly answers = new WeakMap<ListQuery, { readonly path: string; readonly answer: ListAnswer<Item> }>();
}

/**
 * Answers for a list as ETSI GS MEC 009 wants it: filtered, one page of it, and of each item what is selected.
 *
 * Values, lists and queries are never changed, neither here nor by whoever hands them in; an update is a new list. So what was made of a
 * list is kept with it, and the same question to an unchanged list is answered with the same array, the one that was handed in
 * when nothing was asked of it: `encode` then has its bytes already. Filtering a new list costs a look at each item, a page of an
 * unfiltered one only the page.
 *
 * @see ETSI GS MEC 009, clauses 6.18 to 6.20
 */
export class List<Value extends object, Item extends object = Value> {
  private readonly shape: Shape;
  private readonly filters = new Remembered<(item: object) => boolean>(64);
  // each keeps the items that it was applied to, as long as they live
  private readonly selections = new Remembered<Pass<Item>>(16);
  private readonly madeOf = mapOnce((_values: readonly Value[]) => new Made<Value, Item>());
  private readonly represent: (value: Value) => Item;
  private readonly representAll: Pass<Value, Item>;
  private readonly selectUsual: Pass<Item>;

  /** @throws Error when the document has no such schema, or what is excluded by default cannot be */
  constructor(private readonly parts: ListParts<Value, Item>) {
    const { document, schema, represent } = parts;
    this.shape = Shape.of(document, schema);
    // without `represent` an Item is a Value
    this.represent = represent ? mapOnce(represent) : (value) => value as unknown as Item;
    this.representAll = represent
      ? mapOnce((values: readonly Value[]) => values.map(this.represent))
      : (values) => values as unknown as readonly Item[];
    this.selectUsual = this.selecting({});
  }

  /**
   * @param values in the order of their keys
   * @param query all that the client asked, for the way to the next page
   * @param path of the resource, as the client asked for it
   * @throws GatewayError `invalid` for a filter, a selector or a marker that is none
   */
  answer(values: readonly Value[], query: ListQuery & Query, path: string): ListAnswer<Item> {
    const { answers } = this.madeOf(values);
    const known = answers.get(query);
    if (known?.path === path) return known.answer;
    const answer = this.answerNow(values, query, path);
    answers.set(query, { path, answer });
    return answer;
  }

  private answerNow(values: readonly Value[], query: ListQuery & Query, path: string): ListAnswer<Item> {
    const { filter, limit, nextpage_opaque_marker: marker } = query;
    const { key, pageSize } = this.parts;
    const select = this.selectBy(query);
    const made = this.madeOf(values);
    const fitting = filter === undefined ? values : made.fitting.get(filter, () => this.filtered(values, filter));

    const start = marker === undefined ? 0 : this.startAfter(fitting, marker);
    const end = Math.min(start + Math.min(limit ?? pageSize, pageSize), fitting.length);
    const body = made.bodies.get(JSON.stringify([filter, start, end, selectorsKey(query)]), () =>
      select(this.representAll(end - start === fitting.length ? fitting : fitting.slice(start, end))),
    );
    const last = end < fitting.length ? fitting[end - 1] : undefined;
    return { headers: linkToNext(path, query, last && encodeMarker(key(last))), body };
  }

  private filtered(values: readonly Value[], filter: string): readonly Value[] {
    const fits = this.filters.get(filter, () => attributeFilter(filter, this.shape));
    const fitting = values.filter((value) => fits(this.represent(value)));
    return fitting.length === values.length ? values : fitting;
  }

  /** The place of the first value with a greater key than the marker's. */
  private startAfter(values: readonly Value[], marker: string): number {
    const after = decodeMarker(marker);
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const value = values[middle];
      const at = value && this.parts.key(value);
      if (typeof at !== typeof after) throw foreignMarker();
      if (at !== undefined && at > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private selectBy(query: Selectors): Pass<Item> {
    const key = selectorsKey(query);
    return key === undefined ? this.selectUsual : this.selections.get(key, () => this.selecting(query));
  }

  private selecting(query: Selectors): Pass<Item> {
    const select = attributeSelectors(query, this.shape, this.parts.excludedByDefault);
    if (!select) return (items) => items;
    // only what may be absent is left out, so an Item it is still
    const selectOnce = mapOnce((item: Item) => select(item) as Item);
    return (items) => {
      const selected = items.map(selectOnce);
      return selected.every((item, index) => item === items[index]) ? items : selected;
    };
  }
}
