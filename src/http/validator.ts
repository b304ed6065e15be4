import type { RequestHandler } from 'express';
import type { OpenAPIV3, OpenApiValidatorOpts } from 'express-openapi-validator/dist/framework/types.js';
import { type Spec, sortRoutes } from 'express-openapi-validator/dist/framework/openapi.spec.loader.js';
import { OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import { basePath, operationsOf } from './api.js';
import type { Document } from './document.js';

/**
 * As the package's `middleware`, for a document that is whole and was checked when it was made: the package follows its references once
 * more and compiles the schema of all specifications, although told to check nothing, which takes as long as all else that it does.
 */
export function validator(document: Document, options: Omit<OpenApiValidatorOpts, 'apiSpec'>): RequestHandler[] {
  // the validator writes into the document it is given
  const apiDoc = structuredClone(document) as unknown as OpenAPIV3.DocumentV3_1;
  return new OpenApiValidator({ ...options, apiSpec: apiDoc }).installMiddleware(Promise.resolve(specOf(document, apiDoc)));
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
