/** What our rules read of Kubernetes' objects, which the strict reader has held to all of their types before. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { name: string; namespace?: string; labels?: Labels };
  readonly spec?: unknown;
  readonly data?: Readonly<Record<string, string>>;
}

export type Labels = Record<string, string>;

export interface Selector {
  matchLabels?: Labels;
}

export interface Workload extends Manifest {
  readonly spec: {
    selector: Selector;
    template: { metadata: { labels?: Labels }; spec: PodSpec };
    volumeClaimTemplates?: { metadata: { name: string } }[];
  };
}

export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  nodeSelector?: Labels;
  serviceAccountName?: string;
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  terminationGracePeriodSeconds?: number;
  securityContext?: { runAsNonRoot?: boolean; runAsUser?: number; seccompProfile?: { type: string } };
}

export interface Container {
  name: string;
  image: string;
  command?: string[];
  ports?: { name?: string; containerPort: number; hostPort?: number }[];
  env?: EnvVar[];
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  resources?: { requests?: Quantities; limits?: Quantities };
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
  lifecycle?: { preStop?: { sleep?: { seconds: number } } };
  securityContext?: {
    privileged?: boolean;
    allowPrivilegeEscalation?: boolean;
    readOnlyRootFilesystem?: boolean;
    capabilities?: { add?: string[]; drop?: string[] };
  };
  volumeMounts?: { name: string; mountPath: string; subPath?: string; readOnly?: boolean }[];
}

export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: { fieldRef?: { fieldPath: string }; secretKeyRef?: { name: string; key: string } };
}

export type Quantities = Record<string, string>;

export interface Probe {
  httpGet?: { scheme?: string; path?: string; port: string | number };
}

export interface Volume {
  name: string;
  hostPath?: { path: string };
  configMap?: { name: string };
  secret?: { secretName: string };
  persistentVolumeClaim?: { claimName: string };
  emptyDir?: { sizeLimit?: string };
  projected?: { sources: Projection[] };
}

export interface Projection {
  serviceAccountToken?: { path: string; audience?: string; expirationSeconds?: number };
  configMap?: { name: string; items?: { key: string; path: string }[] };
}

export interface Service extends Manifest {
  readonly spec: {
    type?: string;
    selector?: Labels;
    externalTrafficPolicy?: string;
    trafficDistribution?: string;
    ports: { port: number; targetPort: string | number; nodePort?: number }[];
  };
}

export interface Policy extends Manifest {
  readonly spec: {
    podSelector: Selector;
    policyTypes: string[];
    ingress?: { from?: Peer[]; ports?: { port?: string | number }[] }[];
    egress?: { to?: Peer[]; ports?: { port?: string | number }[] }[];
  };
}

export interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}

const WORKLOADS = ['DaemonSet', 'StatefulSet', 'Deployment'];

export function workloads(manifests: readonly Manifest[]): Workload[] {
  return manifests.filter(({ kind }) => WORKLOADS.includes(kind)) as Workload[];
}

export function ofKind<T extends Manifest>(kind: string, manifests: readonly Manifest[]): T[] {
  return manifests.filter((one) => one.kind === kind) as T[];
}

/** All containers of a pod, those that prepare it first. */
export function containersOf({ spec }: Workload): Container[] {
  const { initContainers = [], containers } = spec.template.spec;
  return [...initContainers, ...containers];
}

/** Whether a gateway runs in it: the image may come from anywhere, and an application may run something else in it. */
export function runsGateway({ image, command }: Container): boolean {
  return /(^|\/)umec-gateway[:@]/.test(image) && command === undefined;
}

/** `DaemonSet/umec`, for messages. */
export function called({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** Whether labels have all that a selector asks for; an empty one takes all. */
export function selects({ matchLabels = {} }: Selector, labels: Labels = {}): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}

/** The workloads of a namespace whose pods have these labels. */
export function selected(selector: Selector, namespace: string | undefined, manifests: readonly Manifest[]): Workload[] {
  return workloads(manifests).filter(
    ({ metadata, spec }) => metadata.namespace === namespace && selects(selector, spec.template.metadata.labels),
  );
}

/** Whether a pod listens there, by the port's name or number. */
export function listensAt(workload: Workload, port: string | number): boolean {
  return containersOf(workload)
    .flatMap(({ ports = [] }) => ports)
    .some(({ name, containerPort }) => name === port || containerPort === port);
}
