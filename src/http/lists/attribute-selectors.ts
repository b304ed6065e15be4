import { GatewayError } from '../../errors.js';
import { shortened } from './condition.js';
import type { Shape } from './shape.js';

const MAX_NAMES = 32;
const MAX_CHARACTERS = 2048;
const MAX_DEPTH = 16;
/** How deep, and how many, of the names that could have been meant are told. */
const TOLD_DEPTH = 5;
const TOLD = 64;

/** What a client wants to see of each item. A flag is there or not; its value is empty. */
export type Selectors = {
  readonly all_fields?: string;
  readonly fields?: readonly string[];
  readonly exclude_fields?: readonly string[];
  readonly exclude_default?: string;
};

/** Makes of a value what is wanted of it: a new object, or the same one when nothing of it goes. */
export type Selection = (value: object) => object;

/** Attributes by name, each with what is named below it; nothing below means that the attribute itself is named. */
type Names = ReadonlyMap<string, Names>;

/** A selection where it has come to: what goes, all that may or what is named, and what is wanted all the same. */
interface Cut {
  readonly shape: Shape;
  readonly goes: Names | 'all';
  readonly wanted: Names | undefined;
}

/** The selectors as one text, the same for the same selection; undefined when there are none. */
export function selectorsKey({ all_fields, fields, exclude_fields, exclude_default }: Selectors): string | undefined {
  const given = [all_fields, fields, exclude_fields, exclude_default];
  return given.every((one) => one === undefined) ? undefined : JSON.stringify(given);
}

/**
 * Compiles what `all_fields`, `fields`, `exclude_fields` and `exclude_default` ask of each item of a list; none of them means
 * `exclude_default`.
 *
 * Only complex attributes that an item may lack are ever left out. `fields` leaves out all of them but those it names, and with
 * `exclude_default` only those of the default that it does not name. What is named comes whole; what is named within a complex
 * attribute brings that attribute with it, without its other ones that may go.
 *
 * @param usual what `exclude_default` leaves out, as paths; empty where the standard names nothing
 * @returns undefined when everything is to be seen
 * @throws GatewayError `invalid` for selectors that exclude each other, and for names that are unknown, not complex or not optional
 * @see ETSI GS MEC 009, clause 6.18
 */
export function attributeSelectors(selectors: Selectors, shape: Shape, usual: readonly string[] = []): Selection | undefined {
  const given = givenOf(selectors);
  const cut: Cut = { shape, goes: 'all', wanted: undefined };
  switch (given.join(' ')) {
    case 'all_fields':
      return undefined;
    case 'fields':
      return selection({ ...cut, wanted: namesOf('fields', selectors.fields, shape) });
    case 'fields exclude_default':
      return selection({
        ...cut,
        goes: namesOf('exclude_default', usual, shape),
        wanted: namesOf('fields', selectors.fields, shape),
      });
    case 'exclude_fields':
      return selection({ ...cut, goes: namesOf('exclude_fields', selectors.exclude_fields, shape) });
    case '':
    case 'exclude_default':
      return usual.length === 0 ? undefined : selection({ ...cut, goes: namesOf('exclude_default', usual, shape) });
    default:
      throw new GatewayError(
        'invalid',
        `query may not have ${given.join(' and ')} together; of the attribute selectors only fields and exclude_default go together`,
      );
  }
}

function givenOf(selectors: Selectors): (keyof Selectors)[] {
  return (['all_fields', 'fields', 'exclude_fields', 'exclude_default'] as const).filter((name) => selectors[name] !== undefined);
}

function selection(cut: Cut): Selection {
  return (value) => select(value, cut) as object;
}

function select(value: unknown, cut: Cut): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return unchanged(
      value,
      value.map((element: unknown) => select(element, cut)),
    );
  const before = Object.entries(value);
  const after = before.flatMap(([name, one]) => {
    const within = below(name, cut);
    return within === 'gone' ? [] : [[name, within ? select(one, within) : one] as const];
  });
  const isSame = after.length === before.length && after.every(([, one], index) => one === before[index]?.[1]);
  return isSame ? value : Object.fromEntries(after);
}

function unchanged(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((one, index) => one === before[index]) ? before : after;
}

/** @returns what to do within the attribute; undefined when it stays as it is */
function below(name: string, { shape, goes, wanted }: Cut): Cut | 'gone' | undefined {
  const attribute = shape.attribute(name);
  // what stands in a map is at the place of the map: its keys are no attributes
  if (!attribute) return shape.values && { shape: shape.values, goes, wanted };
  if (!attribute.isComplex) return undefined;
  const kept = wanted?.get(name);
  if (kept?.size === 0) return undefined;
  const named = goes === 'all' ? undefined : goes.get(name);
  if (goes === 'all' ? shape.mayLack(name) : named?.size === 0)
    return kept ? { shape: attribute, goes: 'all', wanted: kept } : 'gone';
  if (goes === 'all') return { shape: attribute, goes, wanted: kept };
  return named && { shape: attribute, goes: named, wanted: kept };
}

/** @throws GatewayError `invalid` when one of the names cannot be named */
function namesOf(selector: string, given: readonly string[] = [], shape: Shape): Names {
  const paths = given.flatMap((names) => names.split(',', MAX_NAMES + 1));
  if (paths.length > MAX_NAMES || given.reduce((sum, { length }) => sum + length, 0) > MAX_CHARACTERS)
    throw new GatewayError(
      'invalid',
      `query ${selector} is too long, expected at most ${MAX_NAMES} names and ${MAX_CHARACTERS} characters`,
    );
  const names: MutableNames = new Map();
  for (const path of paths) {
    const steps = path.split('/', MAX_DEPTH + 1);
    if (!mayGo(steps, shape)) refuse(selector, path, shape);
    add(names, steps);
  }
  return names;
}

type MutableNames = Map<string, MutableNames>;

/** A name takes in all that is named below it. */
function add(names: MutableNames, steps: readonly string[]): void {
  let at = names;
  for (const [index, step] of steps.entries()) {
    const next = at.get(step);
    if (next?.size === 0) return;
    const further: MutableNames = next && index < steps.length - 1 ? next : new Map<string, MutableNames>();
    at.set(step, further);
    at = further;
  }
}

function mayGo(steps: readonly string[], item: Shape): boolean {
  let shape = item;
  for (const [index, step] of steps.entries()) {
    const owner = shape.names.has(step) ? shape : shape.values;
    const next = owner?.attribute(step);
    if (!owner || !next || index === MAX_DEPTH) return false;
    if (index === steps.length - 1) return owner.mayLack(step);
    shape = next;
  }
  return false;
}

function refuse(selector: string, path: string, shape: Shape): never {
  const known = [...nameable(shape, '', TOLD_DEPTH)].slice(0, TOLD);
  const expected = known.length > 0 ? `one of ${known.join(', ')}` : 'none: items have no complex attribute that may be left out';
  throw new GatewayError('invalid', `query ${selector} names "${shortened(path)}", expected ${expected}`);
}

function* nameable(shape: Shape, prefix: string, depth: number): Generator<string> {
  if (depth === 0) return;
  for (const owner of shape.values ? [shape, shape.values] : [shape]) {
    for (const name of owner.names) {
      if (owner.mayLack(name)) yield prefix + name;
      const next = owner.attribute(name);
      if (next) yield* nameable(next, `${prefix}${name}/`, depth - 1);
    }
  }
}
