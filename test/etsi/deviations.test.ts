import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { document as appSupport } from '../../generated/mec011-app-support.js';
import { document as serviceManagement } from '../../generated/mec011-service-management.js';
import { readPage, ROOT } from '../docs/blocks.js';
import { differences } from './compare.js';
import { deviationsOf, unexplained } from './deviations.js';
import { digest, formatFact, parseFact, type Digest, type OperationFacts } from './digest.js';

const deviations = deviationsOf(readPage('openapi/README.md'));
const apis = [
  { stem: 'mec011-service-management', ours: digest(serviceManagement) },
  { stem: 'mec011-app-support', ours: digest(appSupport) },
].map((api) => ({ ...api, theirs: [etsi(api.stem, 'v3.1.1'), etsi(api.stem, 'v2.1.1')] as const }));

describe('openapi/README.md', () => {
  it.each(apis)('explains everything that $stem has otherwise than ETSI', ({ ours, theirs }) => {
    expect(unexplained(differences(ours, theirs), deviations)).toEqual([]);
  });

  const all = apis.flatMap(({ ours, theirs }) => differences(ours, theirs));

  it.each(deviations)('explains what is so: $what', ({ patterns }) => {
    const idle = patterns.filter(({ expression }) => !all.some((difference) => expression.test(difference)));
    expect(idle.map(({ text }) => text)).toEqual([]);
  });

  it('says of every row where it shows', () => {
    expect(deviations.length).toBeGreaterThan(20);
    expect(deviations.filter(({ patterns }) => patterns.length === 0)).toEqual([]);
  });
});

describe.each(apis)('a change of $stem that nobody has explained', ({ ours, theirs }) => {
  const known = new Set(differences(ours, theirs));
  /** What the change brings that no row explains. */
  const told = (changed: Digest) =>
    unexplained(
      differences(changed, theirs).filter((difference) => !known.has(difference)),
      deviations,
    );
  const unnoticed = (changes: readonly Change[]) => changes.filter(({ changed }) => told(changed).length === 0);
  const isExtra = ({ name }: Change) => known.has(`${name} extra`) || known.has(`${name} operation extra`);

  it('is noticed when an operation, a parameter, a status or a property is dropped', () => {
    const changes = [...without(ours)].filter((change) => !isExtra(change) && !isWithinExtra(change.name, known));
    expect(changes.length).toBeGreaterThan(300);
    expect(unnoticed(changes).map(({ name }) => name)).toEqual([]);
  });

  it('is noticed when a value is dropped or added', () => {
    const changes = [...withOtherValues(ours)].filter((change) => !isWithinExtra(change.name, known));
    expect(changes.length).toBeGreaterThan(50);
    expect(unnoticed(changes).map(({ name }) => name)).toEqual([]);
  });

  it('is noticed when what was required no longer is, or has another type', () => {
    const changes = [...otherwise(ours)].filter(
      ({ name }) => !isWithinExtra(name, known) && !known.has(name) && !UNTYPED.test(name),
    );
    expect(changes.length).toBeGreaterThan(300);
    expect(unnoticed(changes).map(({ name }) => name)).toEqual([]);
  });

  it('is noticed when an operation, a status or a property is added', () => {
    expect(unnoticed([...withMore(ours)].filter(({ name }) => !isWithinExtra(name, known))).map(({ name }) => name)).toEqual([]);
  });
});

describe('a property that is dropped from a document', () => {
  it('is noticed in every operation that has it', () => {
    const document = structuredClone(serviceManagement) as unknown as {
      components: { schemas: { ServiceInfo: { properties: Record<string, unknown> } } };
    };
    // as it is required, a property of which nothing more is said would still be one
    delete document.components.schemas.ServiceInfo.properties.serializer;
    const [{ theirs }] = apis as [(typeof apis)[number]];
    expect(unexplained(differences(digest(document), theirs), deviations)).toContain('GET /services 200 [].serializer missing');
  });
});

/** ETSI's files say nothing of their type. */
const UNTYPED = /( request serInstanceId| request serName| location|\.requestedPermissions| appProfile)$/;

/** A digest that is otherwise in one place. */
interface Change {
  /** The beginning of the difference that it should make. */
  readonly name: string;
  readonly changed: Digest;
}

function etsi(stem: string, version: string): Digest {
  return JSON.parse(readFileSync(join(ROOT, `test/fixtures/etsi-${stem}-${version}.json`), 'utf8')) as Digest;
}

/** What is part of an addition of ours can be compared with nothing. */
function isWithinExtra(name: string, known: ReadonlySet<string>): boolean {
  const words = name.split(' ');
  return words.some((_, index) => {
    const whole = words.slice(0, index + 1).join(' ');
    return known.has(`${whole} operation extra`) || known.has(`${whole} notification extra`) || known.has(`${whole} extra`);
  });
}

type Lines = readonly string[];

/** Every list of facts of a digest, with its name and a digest that has another in its place. */
function* listsOf(whole: Digest): Generator<{ name: string; lines: Lines; replaced: (lines: Lines) => Digest }> {
  for (const [name, lines] of Object.entries(whole.notifications))
    yield {
      name: `NOTIFY ${name}`,
      lines,
      replaced: (others) => ({ ...whole, notifications: { ...whole.notifications, [name]: others } }),
    };
  for (const [key, operation] of Object.entries(whole.operations)) {
    const put = (changed: OperationFacts) => ({ ...whole, operations: { ...whole.operations, [key]: changed } });
    for (const part of ['query', 'header', 'request'] as const) {
      const lines = operation[part];
      if (lines) yield { name: `${key} ${part}`, lines, replaced: (others) => put({ ...operation, [part]: others }) };
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      const answer = (part: object) =>
        put({ ...operation, responses: { ...operation.responses, [status]: { ...response, ...part } } });
      const { header, body } = response;
      if (header) yield { name: `${key} ${status} header`, lines: header, replaced: (others) => answer({ header: others }) };
      if (body) yield { name: `${key} ${status}`, lines: body, replaced: (others) => answer({ body: others }) };
    }
  }
}

/** Without one operation, status, parameter, header or property each. */
function* without(whole: Digest): Generator<Change> {
  for (const [key, operation] of Object.entries(whole.operations)) {
    yield { name: key, changed: { ...whole, operations: dropped(whole.operations, key) } };
    for (const status of Object.keys(operation.responses)) {
      const changed = { ...operation, responses: dropped(operation.responses, status) };
      yield { name: `${key} ${status}`, changed: { ...whole, operations: { ...whole.operations, [key]: changed } } };
    }
  }
  for (const { name, lines, replaced } of listsOf(whole))
    for (const line of lines)
      yield { name: `${name} ${parseFact(line).path}`, changed: replaced(lines.filter((one) => one !== line)) };
}

function* withOtherValues(whole: Digest): Generator<Change> {
  for (const { name, lines, replaced } of listsOf(whole))
    for (const line of lines) {
      const fact = parseFact(line);
      const put = (values: Lines) => replaced(lines.map((one) => (one === line ? formatFact({ ...fact, values }) : one)));
      if (fact.values.length > 0) yield { name: `${name} ${fact.path}`, changed: put([...fact.values, 'NEW']) };
      for (const value of fact.values.length > 1 ? fact.values : [])
        yield { name: `${name} ${fact.path}`, changed: put(fact.values.filter((one) => one !== value)) };
    }
}

function* otherwise(whole: Digest): Generator<Change> {
  for (const { name, lines, replaced } of listsOf(whole))
    for (const line of lines) {
      const fact = parseFact(line);
      const put = (other: object) => replaced(lines.map((one) => (one === line ? formatFact({ ...fact, ...other }) : one)));
      if (fact.path)
        yield {
          name: `${name} ${fact.path} ${fact.required ? 'required' : 'optional'}`,
          changed: put({ required: !fact.required }),
        };
      if (fact.type !== 'any') yield { name: `${name} ${fact.path}`, changed: put({ type: 'number' }) };
    }
}

function* withMore(whole: Digest): Generator<Change> {
  const responses = { '200': {} };
  yield { name: 'GET /new', changed: { ...whole, operations: { ...whole.operations, 'GET /new': { responses } } } };
  for (const [key, operation] of Object.entries(whole.operations)) {
    const changed = { ...operation, responses: { ...operation.responses, '418': {} } };
    yield { name: `${key} 418`, changed: { ...whole, operations: { ...whole.operations, [key]: changed } } };
  }
  for (const { name, lines, replaced } of listsOf(whole))
    for (const line of lines) {
      const { path } = parseFact(line);
      yield { name: `${name} ${path}`, changed: replaced([...lines, `${path}.new string`]) };
    }
}

function dropped<T>(table: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([one]) => one !== key));
}
