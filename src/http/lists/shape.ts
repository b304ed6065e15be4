import type { Json, JsonObject } from '../../json.js';
import type { Document } from '../document.js';

/** What a simple attribute can hold; `any` where the specification leaves it open. */
export type Kind = 'string' | 'enumeration' | 'date-time' | 'number' | 'integer' | 'boolean' | 'any';

/**
 * What lists must know of a schema: which attributes there are, what they hold, and which of them may be left out.
 *
 * References are followed and `allOf`, `anyOf` and `oneOf` seen together: an attribute of any alternative is an attribute. Arrays
 * are seen through: the shape of an array is the shape of its elements. Shapes are made when they are asked for, so a schema may
 * contain itself.
 */
export class Shape {
  /** The attributes that have names of their own; a map's keys are none. */
  readonly names: ReadonlySet<string>;
  /** What it can hold where it is simple; empty when it never is. */
  readonly kinds: ReadonlySet<Kind>;
  /** The values of an enumeration. */
  readonly choices: readonly string[];
  /** Whether it is an object or an array, or can be. */
  readonly isComplex: boolean;
  private readonly attributes = new Map<string, Shape>();
  private mapValues: { readonly shape: Shape | undefined } | undefined;

  private constructor(
    private readonly document: Document,
    private readonly parts: readonly JsonObject[],
  ) {
    this.names = new Set(parts.flatMap(({ properties }) => Object.keys(objectOf(properties))));
    this.choices = parts.flatMap(choicesOf).filter((choice) => typeof choice === 'string');
    this.isComplex = parts.some(isComplex);
    this.kinds = new Set(parts.every(isSilent) ? ['any'] : parts.flatMap(kindsOf));
  }

  /** @throws Error when the document has no such component schema */
  static of(document: Document, schema: string): Shape {
    const found = find(document, `#/components/schemas/${schema}`);
    if (!isObject(found)) throw new Error(`there is no schema ${schema} in ${document.info.title}`);
    return new Shape(document, partsOf(document, [found]));
  }

  attribute(name: string): Shape | undefined {
    if (!this.names.has(name)) return undefined;
    let shape = this.attributes.get(name);
    if (!shape) {
      const schemas = this.parts.map(({ properties }) => own(objectOf(properties), name));
      this.attributes.set(name, (shape = new Shape(this.document, partsOf(this.document, schemas))));
    }
    return shape;
  }

  /** What a map has for each of its keys; undefined when this is no map. */
  get values(): Shape | undefined {
    this.mapValues ??= { shape: this.valuesNow() };
    return this.mapValues.shape;
  }

  /**
   * Whether a representation without this attribute is still one: it is complex, and neither required nor one of several of which
   * some must be there.
   *
   * @see ETSI GS MEC 009, clause 6.18: a lower bound of 0, and not conditionally mandatory
   */
  mayLack(name: string): boolean {
    return (this.attribute(name)?.isComplex ?? false) && !this.parts.some((part) => requires(part, name));
  }

  private valuesNow(): Shape | undefined {
    const isOpen = this.names.size === 0 && (this.kinds.has('any') || this.parts.some(isBareObject));
    const schemas = [...this.parts.flatMap(mapSchemas), ...(isOpen ? [{}] : [])];
    return schemas.length > 0 ? new Shape(this.document, partsOf(this.document, schemas)) : undefined;
  }
}

/** All schemas that speak of one place. */
function partsOf(document: Document, schemas: readonly (Json | undefined)[]): readonly JsonObject[] {
  const parts = new Set(schemas.flatMap(asSchema));
  // the set grows while it is gone through, and has each schema once
  for (const { $ref, allOf, anyOf, oneOf, items, prefixItems } of parts) {
    const target = typeof $ref === 'string' ? find(document, $ref) : undefined;
    const further = [target, ...listOf(allOf), ...listOf(anyOf), ...listOf(oneOf), items, ...listOf(prefixItems)];
    for (const part of further.flatMap(asSchema)) parts.add(part);
  }
  return [...parts];
}

/** Follows a reference within the document; redocly has bundled all others into it. */
function find(document: Document, reference: string): Json | undefined {
  const names = reference.split('/').slice(1);
  return names.reduce<Json | undefined>(
    (at, name) => own(objectOf(at), decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')),
    document,
  );
}

function kindsOf(part: JsonObject): Kind[] {
  const choices = choicesOf(part);
  if (choices.length > 0)
    return choices.flatMap((choice) => (typeof choice === 'string' ? 'enumeration' : kindOf(typeof choice)));
  return typesOf(part).flatMap((type) => (type === 'string' && part.format === 'date-time' ? 'date-time' : kindOf(type)));
}

function kindOf(type: Json): Kind | [] {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean' ? type : [];
}

function choicesOf({ enum: choices, const: only }: JsonObject): readonly Json[] {
  return only === undefined ? listOf(choices) : [only];
}

function isComplex(part: JsonObject): boolean {
  const types = typesOf(part);
  return (
    types.includes('object') || types.includes('array') || 'properties' in part || 'items' in part || mapSchemas(part).length > 0
  );
}

/** Says nothing of what may stand here, as `{}` does. */
function isSilent(part: JsonObject): boolean {
  return !isComplex(part) && typesOf(part).length === 0 && choicesOf(part).length === 0;
}

function isBareObject(part: JsonObject): boolean {
  return typesOf(part).includes('object') && part.additionalProperties === undefined;
}

function mapSchemas({ additionalProperties, patternProperties }: JsonObject): readonly Json[] {
  return [...asSchema(additionalProperties), ...Object.values(objectOf(patternProperties))] as readonly Json[];
}

/** Alternatives that differ in what they require make it conditional, and conditional is required here. */
function requires(part: JsonObject, name: string): boolean {
  const { required, minProperties, dependentRequired, then, else: otherwise } = part;
  return (
    listOf(required).includes(name) ||
    (typeof minProperties === 'number' && minProperties > listOf(required).length) ||
    Object.values(objectOf(dependentRequired)).some((names) => listOf(names).includes(name)) ||
    [then, otherwise].flatMap(asSchema).some((branch) => requires(branch, name))
  );
}

function typesOf({ type }: JsonObject): readonly Json[] {
  return Array.isArray(type) ? (type as readonly Json[]) : type === undefined ? [] : [type];
}

function asSchema(value: Json | undefined): JsonObject[] {
  return value === true ? [{}] : isObject(value) ? [value] : [];
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
