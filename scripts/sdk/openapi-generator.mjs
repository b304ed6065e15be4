import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const VERSION = '7.25.0';

/** Runs openapi-generator, with the arguments that its command `generate` takes. */
export function generate(args) {
  run('java', ['-jar', openapiGenerator(), 'generate', ...args]);
}

/** @returns the path of openapi-generator's program, which Maven fetches unless it is there already */
export function openapiGenerator() {
  const folder = join(root, 'dist/sdk/tools');
  const jar = join(folder, `openapi-generator-cli-${VERSION}.jar`);
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  const artifact = `-Dartifact=org.openapitools:openapi-generator-cli:${VERSION}`;
  if (!existsSync(jar)) run('mvn', ['-q', '-B', copy, artifact, `-DoutputDirectory=${folder}`]);
  return jar;
}
