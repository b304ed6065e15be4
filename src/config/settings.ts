import { z } from 'zod';
import { schema } from './schema.js';

/** Every setting's path; what hangs below a name that the user chooses counts as one. */
export function* settings(shape: z.ZodType = schema, path: readonly string[] = []): Generator<readonly string[]> {
  const inner = unwrap(shape);
  if (!(inner instanceof z.ZodObject)) yield path;
  else for (const [key, child] of Object.entries(inner.shape)) yield* settings(child as z.ZodType, [...path, key]);
}

/** Whether what is set there is text, which needs no quotes. */
export function isText(path: readonly string[]): boolean {
  const shape = path.reduce<z.ZodType>((at, key) => (unwrap(at) as z.ZodObject).shape[key] as z.ZodType, schema);
  return ['string', 'enum', 'literal'].includes(unwrap(shape).def.type);
}

function unwrap(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodPrefault || shape instanceof z.ZodDefault || shape instanceof z.ZodOptional)
    return unwrap(shape.unwrap() as z.ZodType);
  return shape;
}
