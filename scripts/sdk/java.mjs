import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repair } from './java-repairs.mjs';
import { unlessMade } from './made-of.mjs';
import { generate } from './openapi-generator.mjs';
import { has, run } from './run.mjs';

export function missing() {
  const { stdout } = spawnSync('javac', ['-version'], { encoding: 'utf8' });
  if (!(Number(/^javac (\d+)/.exec(stdout ?? '')?.[1]) >= 17))
    return 'a JDK, 17 or later (apt-get install openjdk-17-jdk-headless)';
  if (!has('mvn', '-v')) return 'Maven 3.8 or later (apt-get install maven)';
}

/**
 * Makes the Maven artifact in a file repository. In `out`, `generated/` is what the generator wrote, and `project/` that together with what is
 * written by hand: an ordinary Maven project.
 */
export async function make({ documents, source, out, version }) {
  const [generated, project, repository, docs] = ['generated', 'project', 'repository', 'docs'].map((folder) =>
    join(out, folder),
  );
  const config = join(source, 'generator.yaml');
  const scripts = ['java.mjs', 'java-repairs.mjs', 'openapi-generator.mjs'].map((file) => join(import.meta.dirname, file));

  unlessMade(generated, [documents.openapi30, config, ...scripts], '', () => {
    rmSync(generated, { recursive: true, force: true });
    generate(['-c', config, '-i', documents.openapi30, '-o', generated]);
    repair(join(generated, 'src/main/java/org/umec/client/api'));
  });
  unlessMade(project, [generated, join(source, 'pom.xml'), join(source, 'src')], version, () => {
    rmSync(project, { recursive: true, force: true });
    cpSync(join(generated, 'src/main/java'), join(project, 'src/main/java'), { recursive: true });
    cpSync(join(source, 'src'), join(project, 'src'), { recursive: true });
    const pom = readFileSync(join(source, 'pom.xml'), 'utf8').replace(
      '<version>0.0.0</version>',
      `<version>${version}</version>`,
    );
    writeFileSync(join(project, 'pom.xml'), pom);
    rmSync(repository, { recursive: true, force: true });
    const to = `-DaltDeploymentRepository=umec::${pathToFileURL(repository)}`;
    // whoever depends on it is to find it in the repository, and not in what Maven keeps of this machine
    run('mvn', ['-q', '-B', 'deploy', '-Dmaven.test.skip=true', '-Dmaven.install.skip=true', to], { cwd: project });
    rmSync(docs, { recursive: true, force: true });
    cpSync(join(project, 'target/reports/apidocs'), docs, { recursive: true });
  });

  const artifact = join(repository, 'org/umec/umec-client', version, `umec-client-${version}`);
  return [
    { what: 'Maven artifact', file: `${artifact}.jar` },
    { what: 'its sources', file: `${artifact}-sources.jar` },
    { what: 'its javadoc', file: `${artifact}-javadoc.jar` },
    { what: 'Maven repository', file: repository },
    { what: 'reference', file: docs },
  ];
}
