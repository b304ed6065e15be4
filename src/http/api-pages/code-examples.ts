import type { Document } from '../document.js';
import { curlExample } from './curl-example.js';
import { type ExampleCall, exampleCalls } from './example-call.js';
import { pythonExample } from './python-example.js';
import { typescriptExample } from './typescript-example.js';

/** How an operation is called: what a reader copies, runs and changes. Each reads the environment's `UMEC_URL` and `UMEC_TOKEN`. */
export interface CodeExamples {
  readonly curl: string;
  readonly typescript: string;
  readonly python: string;
}

/** Examples of every operation of a document, by its operationId. */
export function codeExamples(document: Document): ReadonlyMap<string, CodeExamples> {
  return new Map([...exampleCalls(document)].map(([operationId, call]) => [operationId, examplesOf(call)]));
}

/** One call, in each language. */
export function examplesOf(call: ExampleCall): CodeExamples {
  return { curl: curlExample(call), typescript: typescriptExample(call), python: pythonExample(call) };
}
