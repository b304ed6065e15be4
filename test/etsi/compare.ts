import { mapOnce } from '../../src/http/memo.js';
import { parseFact, type Digest, type Fact, type OperationFacts, type ResponseFacts } from './digest.js';

/** What stands elsewhere in ETSI's files, and is compared with these of ours all the same. */
const SAME: Readonly<Record<string, string>> = {
  'GET /resource_uri_allocated_by_MEC_platform': 'GET /applications/{}/services/{}/liveness',
  'PATCH /resource_uri_allocated_by_MEC_platform': 'PATCH /applications/{}/services/{}/liveness',
  // the value of `notificationType` in the same files is the shorter one
  ServiceAvailabilityNotification: 'SerAvailabilityNotification',
};

/**
 * What a document of ours has otherwise than ETSI's, one line each: where, and then how, seen from here.
 *
 *     GET /services query filter extra
 *     POST /applications/{}/services request state value SUSPENDED missing
 *
 * The words at the end are `missing`, `extra`, `required`, `optional`, `type <ours>`, `only <values>` (they allow any) and `open`
 * (we allow any).
 *
 * @param theirs several versions: missing is what one of them has, extra what none of them has, and required what the first says;
 *   operations are those of the first
 */
export function differences(ours: Digest, theirs: readonly [Digest, ...Digest[]]): string[] {
  const operations = theirs.map((one) => withSame(one.operations));
  const notifications = theirs.map((one) => withSame(one.notifications));
  const given = Object.keys(operations[0] ?? {});
  return [
    ...given.filter((key) => !(key in ours.operations)).map((key) => `${key} operation missing`),
    ...extra(ours.operations, operations).map((key) => `${key} operation extra`),
    ...each(ours.operations, operations, compareOperations),
    ...missing(ours.notifications, notifications).map((name) => `NOTIFY ${name} notification missing`),
    ...extra(ours.notifications, notifications).map((name) => `NOTIFY ${name} notification extra`),
    ...each(ours.notifications, notifications, (name, mine, known) => compareFacts(`NOTIFY ${name}`, mine, known)),
  ];
}

type Table<T> = Readonly<Record<string, T>>;

function withSame<T>(table: Table<T>): Table<T> {
  return { ...table, ...Object.fromEntries(Object.entries(table).map(([key, value]) => [SAME[key] ?? key, value])) };
}

function missing(ours: Table<unknown>, theirs: readonly Table<unknown>[]): string[] {
  return [...new Set(theirs.flatMap((table) => Object.keys(table)))].filter((key) => !(key in ours) && !(key in SAME));
}

function extra(ours: Table<unknown>, theirs: readonly Table<unknown>[]): string[] {
  return Object.keys(ours).filter((key) => !theirs.some((table) => key in table));
}

/** Compares what has the same key. */
function each<T>(
  ours: Table<T>,
  theirs: readonly Table<T>[],
  compare: (key: string, mine: T, known: readonly T[]) => string[],
): string[] {
  return Object.entries(ours).flatMap(([key, mine]) => {
    const known = theirs.map((table) => table[key]).filter((one) => one !== undefined);
    return known.length > 0 ? compare(key, mine, known) : [];
  });
}

function compareOperations(key: string, mine: OperationFacts, known: readonly OperationFacts[]): string[] {
  const responses = known.map((one) => one.responses);
  return [
    ...compareLists(
      `${key} query`,
      [mine, ...known].map(({ query }) => query),
    ),
    ...compareLists(
      `${key} header`,
      [mine, ...known].map(({ header }) => header),
    ),
    ...compareBodies(
      `${key} request`,
      [mine, ...known].map(({ request }) => request),
    ),
    ...missing(mine.responses, responses).map((status) => `${key} ${status} missing`),
    ...extra(mine.responses, responses).map((status) => `${key} ${status} extra`),
    ...each(mine.responses, responses, (status, one, others) => compareResponses(`${key} ${status}`, [one, ...others])),
  ];
}

function compareResponses(where: string, responses: readonly ResponseFacts[]): string[] {
  return [
    ...compareLists(
      `${where} header`,
      responses.map(({ header }) => header),
    ),
    ...compareBodies(
      where,
      responses.map(({ body }) => body),
    ),
  ];
}

type Lines = readonly string[];

/** Ours comes first. Of parameters and headers, none and an empty list are the same. */
function compareLists(where: string, lists: readonly (Lines | undefined)[]): string[] {
  const [mine = [], ...known] = lists.map((lines) => lines ?? []);
  return compareFacts(where, mine, known);
}

function compareBodies(where: string, [mine, ...known]: readonly (Lines | undefined)[]): string[] {
  const bodies = known.filter((lines) => lines !== undefined);
  if (mine) return bodies.length > 0 ? compareFacts(where, mine, bodies) : [`${where} body extra`];
  return bodies.length > 0 ? [`${where} body missing`] : [];
}

function compareFacts(where: string, mine: Lines, known: readonly Lines[]): string[] {
  const facts = byPath(mine);
  const theirs = known.map(byPath);
  return [
    ...missing(facts, theirs).map((path) => `${where} ${path} missing`),
    ...extra(facts, theirs).map((path) => `${where} ${path} extra`),
    ...each(facts, theirs, (path, fact, others) => compareFact(`${where} ${path}`, fact, others)),
  ];
}

const byPath = mapOnce((lines: Lines): Table<Fact> => Object.fromEntries(lines.map(parseFact).map((fact) => [fact.path, fact])));

function compareFact(where: string, mine: Fact, known: readonly Fact[]): string[] {
  const values = new Set(known.flatMap((fact) => fact.values));
  const types = known.map(({ type }) => type).filter((type) => type !== 'any');
  return [
    ...(mine.required === known[0]?.required ? [] : [`${where} ${mine.required ? 'required' : 'optional'}`]),
    ...(types.length === 0 || types.includes(mine.type) ? [] : [`${where} type ${mine.type}`]),
    ...compareValues(where, mine.values, [...values]),
  ];
}

function compareValues(where: string, mine: Lines, known: Lines): string[] {
  if (known.length === 0) return mine.length > 0 ? [`${where} only ${mine.join(',')}`] : [];
  if (mine.length === 0) return [`${where} open`];
  return [
    ...known.filter((value) => !mine.includes(value)).map((value) => `${where} value ${value} missing`),
    ...mine.filter((value) => !known.includes(value)).map((value) => `${where} value ${value} extra`),
  ];
}
