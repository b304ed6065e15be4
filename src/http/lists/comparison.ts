import { type Condition, refuse, shortened } from './condition.js';
import type { Kind } from './shape.js';

/** Whether one simple value fits; `undefined` stands for an attribute that is not there. */
export type Test = (value: unknown) => boolean;

/** What an attribute can hold, and the values of an enumeration. */
export interface Held {
  readonly kinds: ReadonlySet<Kind>;
  readonly choices: readonly string[];
}

interface Operator {
  /** What it can be applied to. */
  readonly kinds: readonly Kind[];
  readonly takesMany: boolean;
  /** Whether `order`, that of the attribute's value to the given one, will do. */
  readonly fits?: (order: number) => boolean;
  /** True for what the operator without it is false for. */
  readonly negates: boolean;
}

const ORDERED: readonly Kind[] = ['string', 'date-time', 'number', 'integer', 'any'];
const EQUAL: readonly Kind[] = [...ORDERED, 'enumeration', 'boolean'];
const LISTED: readonly Kind[] = [...ORDERED, 'enumeration'];
const TEXTUAL: readonly Kind[] = ['string', 'enumeration', 'any'];
const isSame = (order: number) => order === 0;

/** @see ETSI GS MEC 009, clause 6.19: what can be in a set can be equal too, so dates may be both */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['eq', { kinds: EQUAL, takesMany: false, fits: isSame, negates: false }],
  ['neq', { kinds: EQUAL, takesMany: false, fits: isSame, negates: true }],
  ['gt', { kinds: ORDERED, takesMany: false, fits: (order) => order > 0, negates: false }],
  ['lt', { kinds: ORDERED, takesMany: false, fits: (order) => order < 0, negates: false }],
  ['gte', { kinds: ORDERED, takesMany: false, fits: (order) => order >= 0, negates: false }],
  ['lte', { kinds: ORDERED, takesMany: false, fits: (order) => order <= 0, negates: false }],
  ['in', { kinds: LISTED, takesMany: true, fits: isSame, negates: false }],
  ['nin', { kinds: LISTED, takesMany: true, fits: isSame, negates: true }],
  ['cont', { kinds: TEXTUAL, takesMany: true, negates: false }],
  ['ncont', { kinds: TEXTUAL, takesMany: true, negates: true }],
]);

/**
 * What a condition asks of one simple value.
 *
 * Numbers compare as numbers, date-times as moments, other strings by code unit. Of a value that is not there `eq`, `gt`, `lt`,
 * `gte`, `lte`, `in` and `cont` are false; `neq`, `nin` and `ncont` are of each value, there or not, the opposite of `eq`, `in`
 * and `cont`.
 *
 * @param held what the attribute holds
 * @throws GatewayError `invalid` when there is no such operator, it does not fit the attribute, or a value is not of its kind
 */
export function comparison(condition: Condition, held: Held): Test {
  const operator = operatorOf(condition, held);
  const { negates, fits } = operator;
  if (!fits) return (value) => isPart(value, condition.values) !== negates;
  const wanted = condition.values.map((value) => readAs(value, held, condition, operator));
  return (value) => wanted.some((one) => fits(order(value, one))) !== negates;
}

function operatorOf(condition: Condition, { kinds }: Held): Operator {
  const operator = OPERATORS.get(condition.operator);
  if (!operator) return refuse(condition, `the operator must be one of ${[...OPERATORS.keys()].join(', ')}`);
  if (!operator.kinds.some((kind) => kinds.has(kind))) {
    const fitting = [...OPERATORS].filter((entry) => entry[1].kinds.some((kind) => kinds.has(kind))).map(([name]) => name);
    refuse(
      condition,
      `${condition.operator} does not fit the attribute, which is ${namesOf(kinds)}; expected ${fitting.join(', ')}`,
    );
  }
  if (condition.values.length === 0 || (condition.values.length > 1 && !operator.takesMany))
    refuse(condition, `it has ${condition.values.length} values, expected ${operator.takesMany ? 'one or more' : 'one'}`);
  return operator;
}

/** A value of the filter, as each of what the attribute can be. */
interface Wanted {
  readonly text?: string;
  readonly number?: number;
  readonly boolean?: boolean;
  /** ms since the epoch */
  readonly time?: number;
}

function readAs(text: string, { kinds, choices }: Held, condition: Condition, operator: Operator): Wanted {
  const can = (kind: Kind) => (kinds.has(kind) || kinds.has('any')) && operator.kinds.includes(kind);
  const number = numberOf(text);
  const time = timeOf(text);
  const wanted: Wanted = {
    ...(can('string') || (can('enumeration') && choices.includes(text)) ? { text } : {}),
    ...(number !== undefined && (can('number') || (can('integer') && Number.isInteger(number))) ? { number } : {}),
    ...(can('boolean') && (text === 'true' || text === 'false') ? { boolean: text === 'true' } : {}),
    ...(kinds.has('date-time') && time !== undefined ? { time } : {}),
  };
  if (Object.keys(wanted).length === 0) refuse(condition, `"${shortened(text)}" is not ${expectation(kinds, choices)}`);
  return wanted;
}

/** That of the attribute's value to the wanted one: negative, 0 or positive, NaN where they cannot be compared. */
function order(value: unknown, { text, number, boolean, time }: Wanted): number {
  if (typeof value === 'number' && number !== undefined) return value - number;
  if (typeof value === 'boolean' && boolean !== undefined) return Number(value) - Number(boolean);
  if (typeof value !== 'string') return NaN;
  if (time !== undefined) return Date.parse(value) - time;
  return text === undefined ? NaN : value < text ? -1 : Number(value > text);
}

function isPart(value: unknown, texts: readonly string[]): boolean {
  return typeof value === 'string' && texts.some((text) => value.includes(text));
}

/** As JSON writes numbers. */
function numberOf(text: string): number | undefined {
  const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** @see RFC 3339 */
function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function expectation(kinds: ReadonlySet<Kind>, choices: readonly string[]): string {
  if (choices.length > 0) return `one of ${choices.slice(0, 64).join(', ')}`;
  return kinds.has('date-time')
    ? 'a date-time such as 2026-06-01T12:00:00Z (a + in it is written %2B)'
    : `of the kind ${namesOf(kinds)}`;
}

function namesOf(kinds: ReadonlySet<Kind>): string {
  return [...kinds].join(' or ');
}
