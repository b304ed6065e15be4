import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import type { Document } from './document.js';

/** What a value must be: compiled when it is asked for first, which throws an Error for what is no schema. */
export type Schema = () => ValidateFunction;

/**
 * The schemas of one specification. A gateway that was started serves few of them, and only looks at what it answers when it is told to;
 * compiling all would take longer than everything else at start.
 */
export class Schemas {
  private readonly known = new Map<string, Schema>();
  private ajv: Ajv2020 | undefined;

  constructor(
    private readonly stem: string,
    private readonly document: Document,
  ) {}

  /**
   * What several operations share, above all their errors, stands in one place and is compiled once.
   *
   * @param pointer to the schema (RFC 6901, for a URI's fragment)
   */
  at(pointer: string): Schema {
    let compiled: ValidateFunction | undefined;
    const schema = this.known.get(pointer) ?? (() => (compiled ??= this.compile(pointer)));
    this.known.set(pointer, schema);
    return schema;
  }

  private compile(pointer: string): ValidateFunction {
    this.ajv ??= ajvFor(this.stem, this.document);
    return this.ajv.compile({ $ref: `${this.stem}#${pointer}` });
  }
}

function ajvFor(stem: string, document: Document): Ajv2020 {
  // asked once per value: shared schemas as functions of their own, and no time spent on polish
  // (the schemas of schemas, dear to compile, find little that strict compiling does not: a bound below zero, which redocly finds)
  const ajv = new Ajv2020({
    strict: true,
    validateSchema: false,
    strictRequired: false,
    allErrors: true,
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  ajv.addFormat('binary', true);
  // the schemas are found by pointers from the document's root, whose own members are none of JSON Schema's words; what tells the
  // members of a union apart is for generators of clients: `oneOf` asks the same
  ajv.addVocabulary([...Object.keys(document), 'discriminator']);
  ajv.addSchema(document, stem, undefined, false);
  return ajv;
}
