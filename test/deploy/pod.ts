import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { ROOT } from '../docs/blocks.js';
import { type Container, type Labels, type Manifest, runsGateway, type Workload } from './manifest.js';
import { FACTS, FILE, filesAt, settingsOf } from './settings-of.js';
import type { Cluster } from './cluster.js';

const UMEC = join(ROOT, 'dist/src/umec.js');

export interface PodParts {
  readonly cluster: Cluster;
  /** What is its root directory. */
  readonly root: string;
  /** Its address, one of loopback. */
  readonly ip: string;
  /** What stands for what, in all that it is told: names, which nobody resolves here, and addresses. */
  readonly instead?: Labels;
  /** More of the environment, as it is here. */
  readonly env?: Labels;
}

/** The one container of a pod, run here as the manifests have it: its files in a folder, its environment, its command. */
export class Pod implements AsyncDisposable {
  private said = '';
  private readonly ended: Promise<number | null>;

  private constructor(
    readonly container: Container,
    private readonly child: ChildProcessByStdio<null, Readable, Readable>,
    private readonly env: NodeJS.ProcessEnv,
    private readonly workingDir: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (this.said += data.toString()));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  static async start(workload: Workload, manifests: readonly Manifest[], parts: PodParts): Promise<Pod> {
    const [container] = workload.spec.template.spec.containers;
    if (!container) throw new Error('a pod has a container');
    const here = (text: string) => mapped(text, container, parts);
    await writeFiles(workload, manifests, parts, here);
    const { env } = settingsOf(workload, manifests, { ...FACTS, 'status.podIP': parts.ip });
    const told = {
      PATH: process.env.PATH,
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, here(value)])),
      // a busy machine is not the gateway's to refuse
      UMEC_HTTP_LIMITS_LAG_MS: '60000',
      ...parts.env,
    };
    const [, ...command] = container.command ?? ['node', UMEC, 'start', '-c', join(parts.root, FILE)];
    const args = container.command ? command.map(here) : command;
    const child = spawn(process.execPath, args, { env: told, stdio: ['ignore', 'pipe', 'pipe'] });
    const pod = new Pod(container, child, told, dirname(join(parts.root, FILE)));
    if (runsGateway(container)) await pod.says(/ready at/);
    return pod;
  }

  /** Resolves when it has said so. */
  async says(words: RegExp): Promise<void> {
    while (!words.test(this.said)) {
      const [code] = (await Promise.race([
        once(this.child.stdout, 'data'),
        this.ended.then((status) => [status ?? 'a signal']),
      ])) as [unknown];
      if (!Buffer.isBuffer(code) && !words.test(this.said)) throw new Error(`it ended with ${String(code)}: ${this.said}`);
    }
  }

  /** As `kubectl exec … -- node dist/src/umec.js` does it. @returns what it prints */
  async umec(...args: string[]): Promise<string> {
    const { env, workingDir: cwd } = this;
    return (await promisify(execFile)(process.execPath, [UMEC, ...args], { env, cwd })).stdout.trim();
  }

  /** As the kubelet ends it. @returns its exit status */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

/** Where it would find things in a cluster becomes where they are here. */
function mapped(text: string, { volumeMounts = [] }: Container, { root, ip, cluster, instead = {} }: PodParts): string {
  const at: Labels = { 'https://kubernetes.default.svc/': `${cluster.url}/`, '0.0.0.0': ip, ...instead };
  for (const { mountPath } of volumeMounts) at[mountPath] = join(root, mountPath);
  // the longest first, and each place once: what stands for something is not looked at again
  const words = Object.keys(at).sort((one, other) => other.length - one.length);
  const anyOfThem = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'g');
  return text.replace(anyOfThem, (word) => at[word] ?? word);
}

async function writeFiles(
  workload: Workload,
  manifests: readonly Manifest[],
  { root, cluster }: PodParts,
  here: (text: string) => string,
): Promise<void> {
  const { volumes = [], containers, serviceAccountName = '' } = workload.spec.template.spec;
  for (const { name, mountPath, subPath } of containers.flatMap(({ volumeMounts = [] }) => volumeMounts)) {
    const folder = join(root, subPath === undefined ? mountPath : dirname(mountPath));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = filesAt(mountPath, workload, manifests);
    for (const [path, text] of Object.entries(files))
      writeFileSync(join(folder, path), path.endsWith('.yaml') ? here(text) : text);
    for (const { serviceAccountToken } of volumes.find((one) => one.name === name)?.projected?.sources ?? []) {
      if (!serviceAccountToken) continue;
      const token = await cluster.token(workload.metadata.namespace ?? '', serviceAccountName, serviceAccountToken.audience);
      writeFileSync(join(folder, serviceAccountToken.path), token);
    }
    if ('ca.crt' in files) writeFileSync(join(folder, 'ca.crt'), cluster.ca);
  }
}
