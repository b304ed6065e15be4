import {
  called,
  listensAt,
  type Manifest,
  ofKind,
  type Peer,
  type Policy,
  runsGateway,
  selected,
  selects,
  type Service,
  workloads,
} from '../manifest.js';

const KINDS = [
  ...['v1/Namespace', 'v1/ServiceAccount', 'v1/ConfigMap', 'v1/Secret', 'v1/Service'],
  ...['v1/PersistentVolume', 'v1/PersistentVolumeClaim', 'networking.k8s.io/v1/NetworkPolicy'],
  ...['apps/v1/DaemonSet', 'apps/v1/StatefulSet', 'apps/v1/Deployment'],
];

/** What is there that nobody looked at yet. */
export function kindFaults(manifests: readonly Manifest[]): string[] {
  const strange = manifests.filter(({ apiVersion, kind }) => !KINDS.includes(`${apiVersion}/${kind}`));
  return strange.map((one) => `${called(one)}: nobody has thought about ${one.apiVersion}/${one.kind}`);
}

/** Each workload selects its own pods, and no other's. */
export function selectorFaults(manifests: readonly Manifest[]): string[] {
  return workloads(manifests).flatMap((workload) => {
    const own = workload.spec.template.metadata.labels;
    if (!selects(workload.spec.selector, own)) return [`${called(workload)}: does not select its own pods`];
    const others = selected(workload.spec.selector, workload.metadata.namespace, manifests).filter((one) => one !== workload);
    return others.map((other) => `${called(workload)}: selects the pods of ${called(other)}`);
  });
}

const NODE = 'umec.io/hardware';

/** A gateway runs on the node that it is called by: two on one would have the same data. */
export function nodeFaults(manifests: readonly Manifest[]): string[] {
  const gateways = workloads(manifests).filter(
    ({ kind, spec }) => kind === 'DaemonSet' && spec.template.spec.containers.some(runsGateway),
  );
  const strays = gateways.filter(
    ({ spec: { template } }) =>
      template.metadata.labels?.[NODE] === undefined || template.spec.nodeSelector?.[NODE] !== template.metadata.labels[NODE],
  );
  return strays.map((one) => `${called(one)}: is not for the node that it is called by`);
}

export function serviceFaults(manifests: readonly Manifest[]): string[] {
  return ofKind<Service>('Service', manifests).flatMap((service) => {
    const pods = selected({ matchLabels: service.spec.selector ?? {} }, service.metadata.namespace, manifests);
    if (!service.spec.selector || pods.length === 0) return [`${called(service)}: selects no pods`];
    return service.spec.ports.flatMap(({ targetPort }) =>
      pods
        .filter((pod) => !listensAt(pod, targetPort))
        .map((pod) => `${called(service)}: ${called(pod)} has no port ${targetPort}`),
    );
  });
}

export function policyFaults(manifests: readonly Manifest[]): string[] {
  const policies = ofKind<Policy>('NetworkPolicy', manifests);
  return [...policies.flatMap((policy) => [...faultsOf(policy, manifests), ...wideFaults(policy)]), ...open(manifests)];
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
/** Pods, Services, and where clouds keep the secrets of their machines. */
const NEVER_OUTSIDE = ['10.42.0.0/16', '10.43.0.0/16', '169.254.0.0/16'];
/** The one that lets gateways call whom they like beyond the cluster. */
const TO_OUTSIDE = 'umec-to-outside';

/** Nobody may call or be called from just anywhere, unless that was asked for, and then not everywhere. */
function wideFaults({ metadata, spec: { ingress = [], egress = [] } }: Policy): string[] {
  const rules = [...ingress.map(({ from }) => from), ...egress.map(({ to }) => to)];
  const endless = rules.filter((peers = []) => peers.length === 0).map(() => 'is for everywhere');
  const blocks = rules.flatMap((peers = []) => peers.flatMap(({ ipBlock }) => ipBlock ?? []));
  const wide = blocks
    .filter(({ cidr }) => !PRIVATE.includes(cidr))
    .filter(({ except = [] }) => metadata.name !== TO_OUTSIDE || !NEVER_OUTSIDE.every((network) => except.includes(network)));
  return [...endless, ...wide.map(({ cidr }) => `is for ${cidr}`)].map((fault) => `NetworkPolicy/${metadata.name}: ${fault}`);
}

function faultsOf(policy: Policy, manifests: readonly Manifest[]): string[] {
  const { podSelector, ingress = [], egress = [] } = policy.spec;
  const pods = selected(podSelector, policy.metadata.namespace, manifests);
  const faults = pods.length === 0 ? ['selects no pods'] : [];
  for (const { ports = [] } of ingress)
    for (const { port } of ports)
      for (const pod of pods) if (port !== undefined && !listensAt(pod, port)) faults.push(`${called(pod)} has no port ${port}`);
  for (const { to, ports = [] } of egress)
    for (const { port } of ports)
      for (const pod of (to ?? []).flatMap((peer) => near(peer, policy, manifests)))
        if (port !== undefined && !listensAt(pod, port)) faults.push(`${called(pod)} has no port ${port}`);
  const peers = [...ingress.flatMap(({ from = [] }) => from), ...egress.flatMap(({ to = [] }) => to)];
  const strangers = peers.filter((peer) => isNear(peer) && near(peer, policy, manifests).length === 0);
  faults.push(...strangers.map((peer) => `there are no pods of ${JSON.stringify(peer.podSelector)}`));
  return faults.map((fault) => `${called(policy)}: ${fault}`);
}

/** In the same namespace. */
function isNear({ podSelector, namespaceSelector }: Peer): boolean {
  return podSelector !== undefined && namespaceSelector === undefined;
}

function near(peer: Peer, policy: Policy, manifests: readonly Manifest[]) {
  return isNear(peer) ? selected(peer.podSelector ?? {}, policy.metadata.namespace, manifests) : [];
}

/** Namespaces of ours in which a pod may be called by anybody; an application's is its own affair. */
function open(manifests: readonly Manifest[]): string[] {
  const ours = new Set(workloads(manifests).map(({ metadata }) => metadata.namespace));
  ours.delete('umec-apps');
  const closed = ofKind<Policy>('NetworkPolicy', manifests).filter(
    ({ spec }) => selects(spec.podSelector, {}) && ['Ingress', 'Egress'].every((type) => spec.policyTypes.includes(type)),
  );
  return [...ours]
    .filter((name) => !closed.some(({ metadata }) => metadata.namespace === name))
    .map((name) => `Namespace/${name}: anybody may call and be called`);
}
