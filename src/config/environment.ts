import { parse } from 'yaml';
import { ConfigError, firstLine } from './error.js';
import { isObject } from './is-object.js';
import { isText, settings } from './settings.js';
import { suggestion } from './suggestion.js';

/** What Kubernetes tells every container of a Service whose name begins with `umec`. */
const KUBERNETES = /_(SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$/;

/** What programs that call a gateway read, those of /docs among them: whoever has set it may start a gateway in the same shell. */
const OF_PROGRAMS = ['UMEC_URL', 'UMEC_TOKEN', 'UMEC_CLIENT_ID', 'UMEC_CLIENT_SECRET', 'UMEC_SCOPE'];

export function withEnvironment(document: unknown, env: Readonly<Record<string, string | undefined>>): unknown {
  const paths = new Map([...settings()].map((path) => [variableOf(path), path]));
  const isKnown = (name: string) => paths.has(name) || OF_PROGRAMS.includes(name) || KUBERNETES.test(name);
  const unknown = Object.keys(env).filter((name) => name.startsWith('UMEC_') && !isKnown(name));
  if (unknown.length > 0)
    throw new ConfigError(
      unknown.map((name) => `${name}: there is no such setting${insteadOf(name, [...paths.keys()])}`).join('\n'),
    );
  let merged = document;
  for (const [name, path] of paths) {
    const text = env[name];
    if (text !== undefined) merged = withValue(merged, path, isText(path) ? text : valueOf(name, text));
  }
  return merged;
}

function insteadOf(name: string, known: readonly string[]): string {
  return name.startsWith('UMEC_INFLUX_') ? ', expected UMEC_DESTINATIONS with all of them' : suggestion(name, known);
}

/** `http.maxBodyBytes` ↔ `UMEC_HTTP_MAX_BODY_BYTES`. Text is taken as it is, everything else is written as in YAML. */
export function variableOf(path: readonly string[]): string {
  return `UMEC_${path.map((part) => part.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()).join('_')}`;
}

function valueOf(name: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new ConfigError(`${name}: ${firstLine(error)}`, { cause: error });
  }
}

function withValue(document: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  // what is no object is a fault of the file, and stays one
  if (document !== undefined && !isObject(document)) return document;
  return { ...document, [key]: withValue(document?.[key], rest, value) };
}
