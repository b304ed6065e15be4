import type { RequestHandler } from 'express';
import type { OpenAPIV3, OpenApiValidatorOpts } from 'express-openapi-validator/dist/framework/types.js';
import { type Spec, sortRoutes } from 'express-openapi-validator/dist/framework/openapi.spec.loader.js';
import { OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import { basePath, operationsOf } from './api.js';
import type { Json } from '../json.js';
import type { Document } from './document.js';

/**
 * As the package's `middleware`, for a document that is whole and was checked when it was made: the package follows its references once
 * more and compiles the schema of all specifications, although told to check nothing, which takes as long as all else that it does.
 */
export function validator(document: Document, options: Omit<OpenApiValidatorOpts, 'apiSpec'>): RequestHandler[] {
  const apiDoc = copyWithoutDiscriminators(document) as unknown as OpenAPIV3.DocumentV3_1;
  return new OpenApiValidator({ ...options, apiSpec: apiDoc }).installMiddleware(Promise.resolve(specOf(document, apiDoc)));
}

/**
 * The validator writes into the document it is given, and so it gets a copy of its own. Discriminators, which are for generators of
 * clients, are not in there: it would compile each member of a union once more, judge a body that is a union by one member alone, and
 * look into such a body before it knows that this is an object. `oneOf` refuses the same without them.
 */
export function copyWithoutDiscriminators(document: Document): Document {
  return JSON.parse(
    JSON.stringify(document, (word, value: Json) => (isDiscriminator(word, value) ? undefined : value)),
  ) as Document;
}

/** A schema has no `mapping`, so a property of this name is none. */
function isDiscriminator(word: string, value: Json): boolean {
  return word === 'discriminator' && typeof value === 'object' && value !== null && 'mapping' in value;
}

function specOf(document: Document, apiDoc: Spec['apiDoc']): Spec {
  const root = basePath(document);
  const routes = [...operationsOf(document)].map(({ path, method }) => ({
    ...{ basePath: root, openApiRoute: root + path, method: method.toUpperCase() },
    expressRoute: root + path.replace(/\{(\w+)\}/g, ':$1'),
    pathParams: Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name),
  }));
  return { apiDoc, basePaths: [root], routes: routes.sort(sortRoutes), serial: 0 };
}
