/** What a document promises, as bare facts: names, types and values, and no sentence of it. */
export interface Digest {
  readonly title: string;
  readonly version: string;
  /** By method and path, names of path parameters left out: `GET /services/{}`. */
  readonly operations: Readonly<Record<string, OperationFacts>>;
  /** By name of the type: what the platform posts to whoever has subscribed. */
  readonly notifications: Readonly<Record<string, readonly string[]>>;
}

export interface OperationFacts {
  readonly query?: readonly string[];
  readonly header?: readonly string[];
  /** Absent when there is no body. */
  readonly request?: readonly string[];
  /** By status; bodies and headers only of success. */
  readonly responses: Readonly<Record<string, ResponseFacts>>;
}

export interface ResponseFacts {
  readonly header?: readonly string[];
  readonly body?: readonly string[];
}

/**
 * One property, parameter or list, wherever it stands in a body: `[].serCategory.href`. It is written as one line, so that a digest
 * is short: `[].state* string ACTIVE,INACTIVE`, with a star when it is required.
 */
export interface Fact {
  readonly path: string;
  readonly required: boolean;
  /** Such as `string`, `array` or, where there is a choice, `array/object`; `any` when nothing is said. */
  readonly type: string;
  /** Empty when any is allowed. */
  readonly values: readonly string[];
}

/** @throws TypeError when the line is not one of a digest */
export function parseFact(line: string): Fact {
  const [, path, star, type, values] = /^(.*?)(\*?) (\S+)(?: (\S+))?$/.exec(line) ?? [];
  if (path === undefined || type === undefined) throw new TypeError(`"${line}" is no line of a digest`);
  return { path, required: star === '*', type, values: values?.split(',') ?? [] };
}

export function formatFact({ path, required, type, values }: Fact): string {
  return `${path}${required ? '*' : ''} ${type}${values.length > 0 ? ` ${values.join(',')}` : ''}`;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Holder {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly headers?: Readonly<Record<string, Omit<Parameter, 'name' | 'in'>>>;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Holder;
  readonly responses?: Readonly<Record<string, Holder>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly parameters?: readonly Parameter[] }>>;

interface Root {
  readonly info: { readonly title: string; readonly version: string | number };
  readonly paths: Paths;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** What stands in ETSI's files of V3.1.1 where the values are told in prose. */
const PLACEHOLDER = 'SEE_DESCRIPTION';

/** The type of what is required, but not (or not here) described. */
const UNDECLARED = '';

/** @param document an OpenAPI document in one piece, parsed */
export function digest(document: object): Digest {
  return new Digester(document as Root).digest();
}

class Digester {
  constructor(private readonly root: Root) {}

  digest(): Digest {
    const { info, paths, components } = this.root;
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map((method) => [
        `${method.toUpperCase()} ${path.replaceAll(/\{[^}]+\}/g, '{}').replace(/(?<=.)\/$/, '')}`,
        this.operation(item[method] as Operation, item.parameters ?? []),
      ]),
    );
    const notifications = Object.entries(components?.schemas ?? {})
      .filter(([name]) => /^\w+Notification$/.test(name))
      .map(([name, schema]) => [name, this.body(schema)]);
    return {
      title: info.title,
      version: String(info.version),
      operations: Object.fromEntries(operations) as Digest['operations'],
      notifications: Object.fromEntries(notifications) as Digest['notifications'],
    };
  }

  private operation(operation: Operation, shared: readonly Parameter[]): OperationFacts {
    const parameters = [...shared, ...(operation.parameters ?? [])].map((one) => this.at(one));
    const isIn = (place: string) =>
      parameters
        .filter((one) => one.in === place)
        .flatMap((one) => this.named(place === 'header' ? one.name.toLowerCase() : one.name, one));
    const responses = Object.entries(operation.responses ?? {}).map(([status, holder]) => [
      status,
      this.response(status, holder),
    ]);
    return {
      ...unlessEmpty('query', isIn('query')),
      ...unlessEmpty('header', isIn('header')),
      ...only('request', this.content(operation.requestBody)),
      responses: Object.fromEntries(responses) as OperationFacts['responses'],
    };
  }

  private response(status: string, holder: Holder): ResponseFacts {
    if (!status.startsWith('2')) return {};
    const headers = Object.entries(this.at(holder).headers ?? {}).flatMap(([name, one]) =>
      this.named(name.toLowerCase(), this.at(one)),
    );
    return { ...unlessEmpty('header', headers), ...only('body', this.content(holder)) };
  }

  private content(holder: Holder = {}): string[] | undefined {
    const content = Object.entries(this.at(holder).content ?? {}).find(([type]) => type.includes('json'))?.[1];
    return content && this.body(content.schema ?? {});
  }

  private named(name: string, { schema = {}, required = false }: Omit<Parameter, 'name' | 'in'>): string[] {
    return lines(this.facts(schema, name, required, []));
  }

  /** The root itself is told only where it is more than an object. */
  private body(schema: Schema): string[] {
    return lines(this.facts(this.unwrapped(schema), '', false, [])).filter((line) => line !== ' object');
  }

  /** ETSI's files of V3.1.1 put each body into an object with one member, named after its type. */
  private unwrapped(schema: Schema): Schema {
    const [[name, only] = [], ...others] = Object.entries(this.at(schema).properties ?? {});
    return only && others.length === 0 && /^[A-Z]/.test(name ?? '') ? only : schema;
  }

  private facts(unresolved: Schema, path: string, required: boolean, above: readonly Schema[]): Facts {
    const schema = this.at(unresolved);
    if (above.includes(schema)) return new Map();
    const within = [...above, schema];
    const inside = (one: Schema, at: string, isRequired = false) => this.facts(one, at, isRequired, within);
    const own: Fact = { path, required, type: schema.type ?? (schema.properties ? 'object' : 'any'), values: valuesOf(schema) };
    const members = Object.entries(schema.properties ?? {}).map(([name, one]) => inside(one, path ? `${path}.${name}` : name));
    let facts = both([new Map([[path, own]]), ...members]);
    if (schema.items) facts = both([facts, inside(schema.items, `${path}[]`)]);
    facts = both([facts, ...(schema.allOf ?? []).map((one) => inside(one, path, required))]);
    for (const choice of [schema.oneOf, schema.anyOf])
      if (choice)
        facts = both([
          facts,
          either(
            path,
            choice.map((one) => inside(one, path, required)),
          ),
        ]);
    for (const name of schema.required ?? []) {
      const member = path ? `${path}.${name}` : name;
      facts.set(member, { ...(facts.get(member) ?? { path: member, type: UNDECLARED, values: [] }), required: true });
    }
    return facts;
  }

  private at<T extends object>(node: T): T {
    const { $ref } = node as { readonly $ref?: string };
    if ($ref === undefined) return node;
    const keys = $ref.replace(/^#\//, '').split('/');
    const found = keys.reduce<unknown>(
      (at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      this.root,
    );
    if (found === undefined) throw new TypeError(`${$ref} leads nowhere`);
    return this.at(found as T);
  }
}

type Facts = Map<string, Fact>;

function valuesOf(schema: Schema): string[] {
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return values.map(String).filter((value) => value !== PLACEHOLDER);
}

/** What holds when all of them do. */
function both(parts: readonly Facts[]): Facts {
  return merged(parts, (facts) => facts.some(({ required }) => required));
}

/** What holds when one of them does: required is what all require that are lists, or all that are not. */
function either(path: string, parts: readonly Facts[]): Facts {
  const isList = (part: Facts) => part.get(path)?.type === 'array';
  const isAll = (facts: readonly Fact[]) => {
    const member = facts[0]?.path ?? path;
    const alike = member === path ? parts : parts.filter((part) => isList(part) === member.startsWith(`${path}[]`));
    return facts.length === alike.length && facts.every(({ required }) => required);
  };
  return merged(parts, isAll);
}

function merged(parts: readonly Facts[], isRequired: (facts: readonly Fact[]) => boolean): Facts {
  const paths = new Set(parts.flatMap((part) => [...part.keys()]));
  return new Map(
    [...paths].map((path) => {
      const facts = parts.flatMap((part) => part.get(path) ?? []);
      const untold = facts.every(({ type }) => type === UNDECLARED) ? UNDECLARED : 'any';
      const types = new Set(facts.flatMap(({ type }) => type.split('/')).filter((type) => type !== 'any' && type !== UNDECLARED));
      const values = [...new Set(facts.flatMap((fact) => fact.values))];
      return [path, { path, required: isRequired(facts), type: [...types].sort().join('/') || untold, values }];
    }),
  );
}

function lines(facts: Facts): string[] {
  return [...facts.values()].filter(({ type }) => type !== UNDECLARED).map(formatFact);
}

function unlessEmpty<K extends string>(key: K, list: readonly string[]): Readonly<Partial<Record<K, readonly string[]>>> {
  return only(key, list.length > 0 ? list : undefined);
}

function only<K extends string>(key: K, list: readonly string[] | undefined): Readonly<Partial<Record<K, readonly string[]>>> {
  return (list ? { [key]: list } : {}) as Readonly<Partial<Record<K, readonly string[]>>>;
}
