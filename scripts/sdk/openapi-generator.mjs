import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const VERSION = '7.25.0';

/** @returns the path of openapi-generator's program, which Maven fetches unless it is there already */
export function openapiGenerator(version = VERSION) {
  return fetchedJar('org.openapitools:openapi-generator-cli', version);
}

/** Fetches a program from Maven Central to where it is found, wherever Maven keeps what it has fetched. */
export function fetchedJar(artifact, version) {
  const folder = join(root, 'dist/sdk/tools');
  const jar = join(folder, `${artifact.split(':')[1]}-${version}.jar`);
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  if (!existsSync(jar)) run('mvn', ['-q', '-B', goal, `-Dartifact=${artifact}:${version}`, `-DoutputDirectory=${folder}`]);
  return jar;
}
