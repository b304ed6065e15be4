import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { withEnvironment } from './environment.js';
import { ConfigError, firstLine } from './error.js';
import { describe, impossible } from './faults.js';
import { isObject } from './is-object.js';
import { type Config, schema } from './schema.js';

/**
 * The configuration of a file and the environment, the environment first.
 *
 * @param file a path; when undefined, `umec.yaml` if there is one
 * @throws ConfigError
 */
export function loadConfig(file: string | undefined, env: Readonly<Record<string, string | undefined>>): Config {
  return parseConfig(fromFile(file), env);
}

/** @param document what the file says */
export function parseConfig(document: unknown, env: Readonly<Record<string, string | undefined>>): Config {
  const merged = withEnvironment(withoutEmptySections(document ?? {}), env);
  const result = schema.safeParse(merged);
  if (!result.success) throw new ConfigError(describe(result.error.issues, merged).join('\n'));
  const faults = impossible(result.data);
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return result.data;
}

function fromFile(file: string | undefined): unknown {
  const path = file ?? 'umec.yaml';
  if (file === undefined && !existsSync(path)) return {};
  try {
    return parse(readFileSync(path, 'utf8'), { prettyErrors: true });
  } catch (error) {
    throw new ConfigError(`${path}: ${firstLine(error)}`, { cause: error });
  }
}

/** A section of which every line is commented out is null in YAML. */
function withoutEmptySections(document: unknown): unknown {
  if (!isObject(document)) return document;
  return Object.fromEntries(Object.entries(document).filter(([key, value]) => value !== null || !(key in schema.shape)));
}
