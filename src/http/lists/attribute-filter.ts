import { comparison, type Held, type Test } from './comparison.js';
import { type Condition, refuse } from './condition.js';
import { parseFilter } from './parse-filter.js';
import type { Shape } from './shape.js';

/** The name that stands for the keys of a map. */
const KEY = '@key';

/** Something that a path leads to; in a map it has a key. */
interface Place {
  readonly key?: string;
  readonly value: unknown;
}

interface Step {
  readonly name: string;
  readonly take: (value: unknown) => readonly Place[];
}

interface Leaf {
  /** The way to what has the attribute. */
  readonly prefix: readonly Step[];
  readonly fits: (place: Place) => boolean;
}

/**
 * Compiles the `filter` of a list. All conditions must hold.
 *
 * Where a path goes through an array, some element must fit; and conditions with the same prefix, all names but the last, must
 * hold for the same element: `(eq,parts/id,3);(eq,parts/color,green)` wants a part that is number 3 and green. Conditions on one
 * array of simple values each look for an element of their own. The negative operators follow the same words: `(neq,parts/color,green)`
 * wants a part of another colour, not that no part is green. What is not there (absent, null, an empty array) is neither equal to
 * anything nor contains it: it never fits a positive operator, and always a negative one.
 *
 * A map is like an array of its values, with `@key` for their keys: `(eq,ports/@key,http);(gt,ports/number,1024)`. A key may also
 * stand in the path itself, `(eq,tags/gate,north)`, unless the values have an attribute of that name.
 *
 * @param text with percent-encoding undone
 * @param shape of the list's items
 * @throws GatewayError `invalid` for an attribute that there is not or that is not simple, and for all that `parseFilter` and
 * `comparison` refuse
 * @see ETSI GS MEC 009, clause 6.19
 */
export function attributeFilter(text: string, shape: Shape): (item: object) => boolean {
  const groups = new Map<string, Leaf[]>();
  for (const condition of parseFilter(text)) {
    const leaf = leafOf(condition, shape);
    const prefix = JSON.stringify(leaf.prefix.map(({ name }) => name));
    groups.set(prefix, [...(groups.get(prefix) ?? []), leaf]);
  }
  const ways = [...groups.values()].map((leaves) => ({ prefix: leaves[0]?.prefix ?? [], leaves }));
  return (item) =>
    ways.every(({ prefix, leaves }) => reach(item, prefix).some((place) => leaves.every(({ fits }) => fits(place))));
}

function leafOf(condition: Condition, item: Shape): Leaf {
  const steps: Step[] = [];
  let shape = item;
  for (const [index, name] of condition.path.entries()) {
    if (name === KEY && shape.values && index === condition.path.length - 1) {
      const test = comparison(condition, KEYS);
      return { prefix: [...steps, entries(shape)], fits: ({ key }) => test(key) };
    }
    const next = shape.attribute(name) ?? shape.values?.attribute(name) ?? shape.values;
    if (!next || name === '' || name === KEY) return refuse(condition, unknown(condition, index, shape));
    if (!shape.names.has(name) && shape.values?.names.has(name)) steps.push(entries(shape));
    steps.push(member(name));
    shape = next;
  }
  const last = condition.path.at(-1) ?? '';
  if (shape.kinds.size === 0)
    refuse(condition, `${condition.path.join('/')} is not simple; expected ${expected(shape)} below it`);
  return { prefix: steps.slice(0, -1), fits: ofMember(last, comparison(condition, shape)) };
}

/** What the keys of a map hold: any string. */
const KEYS: Held = { kinds: new Set(['string']), choices: [] };

function ofMember(name: string, test: Test): (place: Place) => boolean {
  return ({ value }) => elements(own(value, name)).some(test);
}

function reach(item: object, steps: readonly Step[]): readonly Place[] {
  let places: readonly Place[] = [{ value: item }];
  for (const { take } of steps) places = places.flatMap(({ value }) => take(value));
  return places;
}

function member(name: string): Step {
  return { name: `/${name}`, take: (value) => elements(own(value, name)).map((element) => ({ value: element })) };
}

/** Those of a map, save what has a name of its own beside them. */
function entries(shape: Shape): Step {
  const take = (value: unknown): readonly Place[] => {
    const places = Object.entries(value ?? {})
      .filter(([key]) => !shape.names.has(key))
      .flatMap(([key, one]) => elements(one).map((element) => ({ key, value: element })));
    return places.length > 0 ? places : [{ value: undefined }];
  };
  return { name: KEY, take };
}

/** Those of an array, or the one value; nothing is one value that is not there. */
function elements(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [value];
  // flattening is dear, and there is seldom anything to flatten
  const all: readonly unknown[] = value.some(Array.isArray) ? value.flat(Infinity) : value;
  return all.length > 0 ? all : [undefined];
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function unknown({ path }: Condition, index: number, shape: Shape): string {
  return `there is no attribute ${path.slice(0, index + 1).join('/')}, expected ${expected(shape)}`;
}

function expected({ names, values }: Shape): string {
  const all = [...names, ...(values ? [...values.names, KEY] : [])].slice(0, 64);
  return all.length > 0 ? `one of ${all.join(', ')}` : 'nothing';
}
