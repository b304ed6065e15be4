import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Json, JsonObject } from '../../src/json.js';
import { specifications } from './specifications.js';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));
/** A literal stands where no value can end: behind a bracket, a comma, an operator or a word. */
const LITERAL = /(?<=[(,=>:[!&|?{};+\n]\s*|return\s+)\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g;

export interface Pattern {
  readonly where: string;
  readonly expression: RegExp;
}

/** Every regular expression that may meet what somebody else has written. */
export function patterns(): Pattern[] {
  return [...inSpecifications(), ...inRoutes(), ...inSources()];
}

function inSpecifications(): Pattern[] {
  const found = Object.entries(specifications).flatMap(([stem, document]) =>
    patternsIn(document).map((pattern) => ({ where: `${stem}: ${pattern}`, expression: new RegExp(pattern, 'u') })),
  );
  return [...new Map(found.map((pattern) => [pattern.expression.source, pattern])).values()];
}

function patternsIn(node: Json): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node as JsonObject).flatMap(([key, value = null]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

/** As the router and the validator make them of paths. */
function inRoutes(): Pattern[] {
  return Object.entries(specifications).flatMap(([stem, { paths }]) =>
    Object.keys(paths).map((path) => ({
      where: `${stem}: ${path}`,
      expression: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+?)')}(?:/$)?$`),
    })),
  );
}

function inSources(): Pattern[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(`${SRC}/${path}`, 'utf8').matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
        const expression = expressionOf(source, flags);
        return expression ? [{ where: `src/${path}: /${source}/${flags}`, expression }] : [];
      }),
    );
}

/** What stands between two slashes of a text may look like one; of those in code the compiler would have let through none that is not. */
function expressionOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
