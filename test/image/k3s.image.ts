import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { blocksOf, readPage } from '../docs/blocks.js';
import { tempDirectory } from '../temp-directory.js';
import { obstacle, run, tryRun } from './engine.js';

/** As a node of k3s would do it: `k3s ctr images import FILE` shows the names that it would have. */
const NODE = `
sudo() { "$@"; }
k3s() { tar -xOf "$4" manifest.json; echo; }
`;
const build = blocksOf(readPage('docs/k3s.md')).find(({ info }) => info === 'sh image')?.text ?? '';
/** Quick to build, and with the targets of the real one. */
const DOCKERFILE = `
FROM scratch AS sensors
COPY Dockerfile /
FROM sensors AS camera
COPY Dockerfile /camera
`;

/** What the manifests ask a node for, as its containerd looks for it. */
function asked(): string[] {
  const { 1: sensors } = /newTag: (\S+)/.exec(readFileSync('deploy/k3s/gateway/kustomization.yaml', 'utf8')) ?? [];
  const { 1: camera } = /image: (\S+)/.exec(readFileSync('deploy/k3s/components/cameras/kustomization.yaml', 'utf8')) ?? [];
  return [`umec-gateway:${sensors ?? ''}`, camera ?? ''].map((name) => `docker.io/library/${name}`);
}

afterAll(() => tryRun('buildah', ['rmi', ...asked()]));

const missing = obstacle();
if (missing === undefined)
  it('builds, by docs/k3s.md, the images that the manifests ask a node for, again and again', async () => {
    using dir = tempDirectory();
    writeFileSync(join(dir.path, 'Dockerfile'), DOCKERFILE);
    for (let time = 0; time < 2; time++) {
      const shown = await run('sh', ['-ec', NODE + build], dir.path);
      const imported = shown.split('\n').filter((line) => line.startsWith('[{'));
      const names = imported.flatMap((line) =>
        (JSON.parse(line) as { RepoTags: string[] }[]).flatMap(({ RepoTags }) => RepoTags),
      );
      expect(names).toEqual(asked());
    }
  });
else it.todo(`builds the images that the manifests ask a node for: ${missing}`);
