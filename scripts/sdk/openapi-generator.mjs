import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

const VERSION = '7.14.0';

/** @returns the path of openapi-generator's program, which Maven fetches unless it has it already */
export function openapiGenerator() {
  const jar = join(
    homedir(),
    `.m2/repository/org/openapitools/openapi-generator-cli/${VERSION}/openapi-generator-cli-${VERSION}.jar`,
  );
  if (!existsSync(jar))
    run('mvn', [
      '-q',
      '-B',
      'dependency:get',
      `-Dartifact=org.openapitools:openapi-generator-cli:${VERSION}`,
      '-Dtransitive=false',
    ]);
  return jar;
}
