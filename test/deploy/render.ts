import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram } from '../has-program.js';
import { blocksOf, readPage, ROOT } from '../docs/blocks.js';

/** `kubectl kustomize`, or the same library by itself, in the version that the strict reader's go.mod names. */
const KUBECTL = hasProgram('kubectl', 'kustomize', '--help');

const STRICT = join(ROOT, 'test/deploy/strict');

/** What is deployed, with the parts of which it is made. */
export interface Composition {
  readonly resources: readonly string[];
  readonly components?: readonly string[];
}

const DEVICE_PLUGIN = 'device-plugin';

/** By name: what is there to be deployed as it is, and components one by one and together. */
export const COMPOSITIONS: Readonly<Record<string, Composition>> = {
  base: { resources: ['base'] },
  street: { resources: ['overlays/street'] },
  town: { resources: ['overlays/town'] },
  'example-application': { resources: ['example-application'] },
  'everything and an application': { resources: ['overlays/town', 'example-application'] },
  cameras: { resources: ['base', DEVICE_PLUGIN], components: ['cameras'] },
  gpio: { resources: ['base', DEVICE_PLUGIN], components: ['gpio'] },
  bluetooth: { resources: ['base'], components: ['bluetooth'] },
  influxdb: { resources: ['base'], components: ['influxdb'] },
  'from-outside': { resources: ['base'], components: ['from-outside'] },
  'to-outside': { resources: ['base'], components: ['to-outside'] },
  'pins and cameras': { resources: ['base', DEVICE_PLUGIN], components: ['gpio', 'cameras'] },
  'tags that go to a database': { resources: ['base'], components: ['influxdb', 'bluetooth'] },
  'cameras in a street, and callers': {
    resources: ['base', DEVICE_PLUGIN, 'registry'],
    components: ['street-member', 'bluetooth', 'from-outside'],
  },
};

/** A copy of deploy/k3s in which everything was made that docs/k3s.md says has to be made, by its own commands. */
export class Checkout {
  private constructor(readonly dir: string) {}

  static in(dir: string): Checkout {
    cpSync(join(ROOT, 'deploy'), join(dir, 'deploy'), {
      recursive: true,
      // what somebody has made in his own checkout stays his
      filter: (path) => !/(ca\.pem|ca\.key|\.secret)$/.test(path),
    });
    const checkout = new Checkout(dir);
    for (const name of ['authority', 'influxdb', 'application']) checkout.run(name);
    return checkout;
  }

  /** Runs a block of docs/k3s.md. */
  run(name: string): string {
    const block = blocksOf(readPage('docs/k3s.md')).find(({ info }) => info === `sh ${name}`);
    if (!block) throw new Error(`docs/k3s.md has no block ${name}`);
    return execFileSync('sh', ['-ec', block.text], { cwd: this.dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** The names of all components. */
  components(): string[] {
    return readdirSync(join(this.dir, 'deploy/k3s/components')).sort();
  }

  /** @returns YAML documents */
  render({ resources, components = [] }: Composition): string {
    const list = (paths: readonly string[]) => JSON.stringify(paths.map((path) => `../${path}`));
    const of = `resources: ${list(resources)}\ncomponents: ${list(components.map((name) => `components/${name}`))}\n`;
    return this.build(`apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${of}`);
  }

  /** What docs/k3s.md shows of a configuration of one's own. */
  renderMine(): string {
    return this.build(blocksOf(readPage('docs/k3s.md')).find(({ info }) => info === 'yaml mine')?.text ?? '');
  }

  private build(kustomization: string): string {
    const dir = join(this.dir, 'deploy/k3s/mine');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'kustomization.yaml'), kustomization);
    const [program = '', ...args] = KUBECTL ? ['kubectl', 'kustomize'] : ['go', 'tool', 'kustomize', 'build'];
    return execFileSync(program, [...args, dir], { cwd: STRICT, encoding: 'utf8' });
  }
}
