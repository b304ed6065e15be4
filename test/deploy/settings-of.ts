import {
  type Container,
  containersOf,
  type Labels,
  type Manifest,
  ofKind,
  runsGateway,
  type Volume,
  type Workload,
  workloads,
} from './manifest.js';

/** What a gateway is told in its pod. */
export interface Settings {
  /** The text of its umec.yaml. */
  readonly file: string;
  readonly env: Labels;
}

/** What a pod is told of itself, by the path of the field. */
export const FACTS: Labels = { 'status.podIP': '10.42.1.7', 'status.hostIP': '192.168.1.21', 'spec.nodeName': 'pi-1' };
const LABEL = /^metadata\.labels\['(.+)'\]$/;
/** As the image has it. */
const IMAGE: Labels = { UMEC_DATA_DIR: '/data' };
/** The image starts there. */
export const FILE = '/app/umec.yaml';

/** The workloads that are gateways. */
export function gateways(manifests: readonly Manifest[]): Workload[] {
  return workloads(manifests).filter((workload) => containersOf(workload).some(runsGateway));
}

export function settingsOf(workload: Workload, manifests: readonly Manifest[], facts: Labels = FACTS): Settings {
  const [container] = workload.spec.template.spec.containers;
  if (!container) throw new Error('a pod has a container');
  return {
    file: filesAt(FILE, workload, manifests)['umec.yaml'] ?? '',
    env: environmentOf(container, workload, manifests, facts),
  };
}

/** As the kubelet makes it: `$(NAME)` is what stands before. */
function environmentOf(
  container: Container,
  { metadata, spec }: Workload,
  manifests: readonly Manifest[],
  facts: Labels,
): Labels {
  const env: Labels = { ...IMAGE };
  const { namespace } = metadata;
  const labels = spec.template.metadata.labels ?? {};
  for (const { configMapRef, secretRef } of container.envFrom ?? []) {
    Object.assign(env, configMapRef && dataOf('ConfigMap', configMapRef.name, namespace, manifests));
    Object.assign(env, secretRef && dataOf('Secret', secretRef.name, namespace, manifests));
  }
  for (const { name, value = '', valueFrom: { fieldRef, secretKeyRef } = {} } of container.env ?? []) {
    if (fieldRef) env[name] = facts[fieldRef.fieldPath] ?? labels[LABEL.exec(fieldRef.fieldPath)?.[1] ?? ''] ?? '';
    else if (secretKeyRef) env[name] = dataOf('Secret', secretKeyRef.name, namespace, manifests)[secretKeyRef.key] ?? '';
    else env[name] = value.replace(/\$\(([A-Z_]+)\)/g, (whole, other: string) => env[other] ?? whole);
  }
  return env;
}

/** What lies where a volume is mounted, by file; of tokens only the name. */
export function filesAt(mountPath: string, workload: Workload, manifests: readonly Manifest[]): Labels {
  const { volumes = [], containers } = workload.spec.template.spec;
  const name = containers.flatMap(({ volumeMounts = [] }) => volumeMounts).find((mount) => mount.mountPath === mountPath)?.name;
  const volume = volumes.find((one) => one.name === name);
  return volume ? filesOf(volume, workload.metadata.namespace, manifests) : {};
}

function filesOf(
  { configMap, secret, projected }: Volume,
  namespace: string | undefined,
  manifests: readonly Manifest[],
): Labels {
  if (configMap) return dataOf('ConfigMap', configMap.name, namespace, manifests);
  if (secret) return dataOf('Secret', secret.secretName, namespace, manifests);
  const files: Labels = {};
  for (const { configMap: part, serviceAccountToken } of projected?.sources ?? []) {
    for (const { path } of part?.items ?? []) files[path] = '';
    if (serviceAccountToken) files[serviceAccountToken.path] = '';
  }
  return files;
}

function dataOf(kind: string, name: string, namespace: string | undefined, manifests: readonly Manifest[]): Labels {
  const found = ofKind(kind, manifests).find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
  const plain = (text: string) => (kind === 'Secret' ? Buffer.from(text, 'base64').toString() : text);
  return Object.fromEntries(Object.entries(found?.data ?? {}).map(([key, text]) => [key, plain(text)]));
}
