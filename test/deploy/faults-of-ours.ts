import { type Container, type Manifest, ofKind, type Policy, type Service, type Workload, workloads } from './manifest.js';

type Spoil = (manifests: Manifest[]) => void;

const gatewayOf = (manifests: readonly Manifest[]): Workload => {
  const found = workloads(manifests).find(({ metadata }) => metadata.name === 'umec-pi-1');
  if (!found) throw new Error('there is no gateway');
  return found;
};
const pod =
  (change: (spec: Workload['spec']['template']['spec']) => void): Spoil =>
  (manifests) =>
    change(gatewayOf(manifests).spec.template.spec);
const container = (change: (container: Container) => void): Spoil => pod(({ containers }) => containers.forEach(change));
const serviceCalled =
  (name: string, change: (spec: Service['spec']) => void): Spoil =>
  (manifests) =>
    ofKind<Service>('Service', manifests)
      .filter(({ metadata }) => metadata.name === name)
      .forEach(({ spec }) => change(spec));
const policyCalled =
  (name: string, change: (spec: Policy['spec']) => void): Spoil =>
  (manifests) =>
    ofKind<Policy>('NetworkPolicy', manifests)
      .filter(({ metadata }) => metadata.name === name)
      .forEach(({ spec }) => change(spec));
const without =
  (kind: string, name: RegExp): Spoil =>
  (manifests) => {
    const kept = manifests.filter((one) => one.kind !== kind || !name.test(one.metadata.name));
    manifests.splice(0, manifests.length, ...kept);
  };
const file =
  (name: string, before: string, after: string): Spoil =>
  (manifests) => {
    for (const { metadata, data } of ofKind('ConfigMap', manifests) as {
      metadata: { name: string };
      data?: Record<string, string>;
    }[])
      if (metadata.name.startsWith(name) && data?.['umec.yaml']?.includes(before))
        data['umec.yaml'] = data['umec.yaml'].replaceAll(before, after);
  };

/** Each rule broken once: what is wrong, how it comes to be so, and what is said of it. */
export const FAULTS_OF_OURS: readonly (readonly [what: string, spoil: Spoil, words: RegExp])[] = [
  [
    'a kind that nobody has thought about',
    (all) => all.push({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'all' } }),
    /nobody has thought/,
  ],
  [
    'a selector that does not match',
    (all) => (gatewayOf(all).spec.selector.matchLabels = { app: 'other' }),
    /does not select its own pods/,
  ],
  [
    'a selector that matches others',
    (all) => (gatewayOf(all).spec.selector.matchLabels = { 'app.kubernetes.io/name': 'umec' }),
    /selects the pods of StatefulSet\/umec-registry/,
  ],
  [
    'a gateway on the node of another',
    pod((spec) => (spec.nodeSelector = { 'umec.io/hardware': 'pi-2' })),
    /DaemonSet\/umec-pi-1: is not for the node that it is called by/,
  ],
  [
    'a Service without pods',
    serviceCalled('umec', (spec) => (spec.selector = { app: 'other' })),
    /Service\/umec: selects no pods/,
  ],
  [
    'a Service without a port',
    serviceCalled('umec', ({ ports }) => ports.forEach((port) => (port.targetPort = 8080))),
    /Service\/umec: DaemonSet\/umec-pi-1 has no port 8080/,
  ],
  [
    'a policy for nobody',
    policyCalled('umec', (spec) => (spec.podSelector.matchLabels = { app: 'other' })),
    /NetworkPolicy\/umec: selects no pods/,
  ],
  [
    'a policy for a port that there is not',
    policyCalled('influxdb', (spec) => (spec.ingress?.[0]?.ports ?? []).forEach((port) => (port.port = 'https'))),
    /has no port https/,
  ],
  [
    'a policy that lets nobody out',
    policyCalled('umec-street', (spec) =>
      (spec.egress?.[0]?.to ?? []).forEach((peer) => (peer.podSelector = { matchLabels: { app: 'other' } })),
    ),
    /there are no pods of/,
  ],
  [
    'a policy for everywhere',
    policyCalled('umec', (spec) => (spec.egress ?? []).forEach((rule) => delete rule.to)),
    /NetworkPolicy\/umec: is for everywhere/,
  ],
  [
    'callers from all of the Internet',
    policyCalled('umec-outside', (spec) =>
      (spec.ingress ?? []).forEach((rule) => (rule.from = [{ ipBlock: { cidr: '0.0.0.0/0' } }])),
    ),
    /NetworkPolicy\/umec-outside: is for 0\.0\.0\.0\/0/,
  ],
  [
    'a way out to where clouds keep the secrets of their machines',
    policyCalled('umec-to-outside', (spec) =>
      (spec.egress ?? []).forEach(({ to = [] }) => to.forEach(({ ipBlock }) => ipBlock?.except?.pop())),
    ),
    /NetworkPolicy\/umec-to-outside: is for 0\.0\.0\.0\/0/,
  ],
  ['a namespace that is open', without('NetworkPolicy', /^default-deny$/), /Namespace\/umec: anybody may call/],
  ['hostNetwork', pod((spec) => (spec.hostNetwork = true)), /DaemonSet\/umec-pi-1: hostNetwork/],
  ['hostPID', pod((spec) => (spec.hostPID = true)), /hostPID/],
  ['hostIPC', pod((spec) => (spec.hostIPC = true)), /hostIPC/],
  ['root', pod((spec) => (spec.securityContext = { ...spec.securityContext, runAsUser: 0 })), /may be root/],
  ['no seccomp profile', pod((spec) => (spec.securityContext = { runAsNonRoot: true, runAsUser: 1 })), /no seccomp profile/],
  ['a folder of the node', pod((spec) => (spec.volumes ?? []).forEach((one) => (one.hostPath = { path: '/' }))), /hostPath/],
  [
    'a volume in memory without end',
    pod((spec) => (spec.volumes ?? []).forEach((one) => one.emptyDir && delete one.emptyDir.sizeLimit)),
    /emptyDir without a size/,
  ],
  ['a token for the API server', pod((spec) => delete spec.automountServiceAccountToken), /mounts a token/],
  ['links to Services', pod((spec) => delete spec.enableServiceLinks), /is told of every Service/],
  ['privileged', container((one) => (one.securityContext = { ...one.securityContext, privileged: true })), /privileged/],
  [
    'privileges that can be gained',
    container((one) => delete one.securityContext?.allowPrivilegeEscalation),
    /may gain privileges/,
  ],
  ['a root that can be written', container((one) => delete one.securityContext?.readOnlyRootFilesystem), /writes to its root/],
  [
    'capabilities',
    container((one) => (one.securityContext = { ...one.securityContext, capabilities: { drop: ['NET_RAW'] } })),
    /has capabilities/,
  ],
  [
    'a capability',
    container((one) => (one.securityContext = { ...one.securityContext, capabilities: { drop: ['ALL'], add: ['SYS_RAWIO'] } })),
    /adds capabilities/,
  ],
  ['hostPort', container(({ ports = [] }) => ports.forEach((port) => (port.hostPort = 8443))), /hostPort/],
  ['the latest image', container((one) => (one.image = 'umec-gateway:latest')), /whatever it is at the time/],
  ['an image without a tag', container((one) => (one.image = 'registry:5000/umec-gateway')), /whatever it is at the time/],
  ['an image of another version', container((one) => (one.image = 'umec-gateway:0.0.9')), /is not version/],
  ['no limits', container((one) => (one.resources = {})), /has no limit of memory/],
  [
    'a limit below the request',
    container((one) => (one.resources = { ...one.resources, limits: { cpu: '1', memory: '100Mi' } })),
    /requests more than its limit: memory/,
  ],
  [
    'no limit of what prepares the pod',
    pod((spec) => (spec.initContainers = [{ name: 'first', image: 'x:1' }])),
    /first: has no limit of cpu/,
  ],
  ['no probe', container((one) => delete one.livenessProbe), /no livenessProbe/],
  [
    'a probe at another port',
    container((one) => (one.readinessProbe = { httpGet: { scheme: 'HTTPS', port: 8080 } })),
    /no readinessProbe at a port of its own/,
  ],
  ['a probe without TLS', container((one) => (one.readinessProbe = { httpGet: { port: 8443 } })), /is probed without TLS/],
  ['an end that comes at once', container((one) => delete one.lifecycle), /stops while it is still called/],
  ['an end that comes too early', pod((spec) => (spec.terminationGracePeriodSeconds = 10)), /is killed after 10 s/],
  ['a Secret that there is not', without('Secret', /^umec-authority/), /there is no Secret umec-authority/],
  ['a ConfigMap that there is not', without('ConfigMap', /^umec-pi-1-[0-9a-z]{10}$/), /there is no ConfigMap umec-pi-1-/],
  ['a ServiceAccount that there is not', without('ServiceAccount', /^umec$/), /there is no ServiceAccount umec/],
  ['a claim that there is not', without('PersistentVolumeClaim', /^umec-data$/), /there is no PersistentVolumeClaim umec-data/],
  ['a volume that is for nobody', without('PersistentVolume', /^umec-data$/), /no PersistentVolume is for it/],
  [
    'a mount of nothing',
    pod((spec) => (spec.volumes = spec.volumes?.filter(({ name }) => name !== 'tmp'))),
    /there is no volume tmp/,
  ],
  [
    'a volume that nobody mounts',
    pod((spec) => spec.volumes?.push({ name: 'more', emptyDir: { sizeLimit: '1Mi' } })),
    /nobody mounts more/,
  ],
  [
    'a key that there is not',
    container(({ env = [] }) =>
      env.forEach(({ valueFrom }) => valueFrom?.secretKeyRef && (valueFrom.secretKeyRef.key = 'token')),
    ),
    /Secret influxdb-\w+ has no token/,
  ],
  [
    'a device that nobody hands out',
    container(({ resources }) => resources?.limits && (resources.limits['squat.ai/radio'] = '1')),
    /nobody hands out squat\.ai\/radio/,
  ],
  [
    'a ConfigMap whose change starts nothing',
    (all) => ofKind('ConfigMap', all).forEach(({ metadata }) => (metadata.name = 'umec')),
    /would start nothing anew/,
  ],
  ['a setting that there is not', file('umec-', 'dir: /data', 'directory: /data'), /data\.directory: there is no such setting/],
  [
    'a variable that there is not',
    container(({ env = [] }) => env.push({ name: 'UMEC_HTTP_LISTENS', value: '1' })),
    /UMEC_HTTP_LISTENS: there is no such setting/,
  ],
  [
    'a variable that is wrong',
    container(({ env = [] }) => env.push({ name: 'UMEC_DATA_COMMIT_MS', value: 'soon' })),
    /data\.commitMs/,
  ],
  [
    'a gateway that nobody reaches',
    container(({ env = [] }) => env.push({ name: 'UMEC_HTTP_LISTEN', value: '127.0.0.1:8443' })),
    /nobody reaches it at 127\.0\.0\.1/,
  ],
  [
    'a gateway at another port',
    container(({ env = [] }) => env.push({ name: 'UMEC_HTTP_LISTEN', value: '0.0.0.0:8080' })),
    /listens at 8080/,
  ],
  [
    'plain HTTP',
    file(
      'umec-registry',
      'mode: own\n    authority: /etc/umec/authority\n    names: [umec-registry.umec.svc.cluster.local]',
      "mode: 'off'\n  insecure: true",
    ),
    /takes calls without TLS/,
  ],
  [
    'a URL that goes with the pod',
    container(({ env = [] }) =>
      env.push(
        { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        { name: 'UMEC_HTTP_PUBLIC_URL', value: 'https://$(POD_IP):8443' },
      ),
    ),
    /https:\/\/10\.42\.1\.7:8443 is not its own for good/,
  ],
  [
    'a URL of somebody else',
    container(({ env = [] }) => env.push({ name: 'UMEC_HTTP_PUBLIC_URL', value: 'http://influxdb.umec.svc:8086' })),
    /leads to StatefulSet\/influxdb/,
  ],
  [
    'a port of the node that leads to any gateway',
    serviceCalled('umec-outside', (spec) => delete spec.trafficDistribution),
    /https:\/\/pi-1:30443 is not its own for good/,
  ],
  [
    'a name that it refuses',
    container(({ env = [] }) => env.push({ name: 'UMEC_HTTP_HOSTS', value: '[]' })),
    /refuses who calls it umec-local\.umec\.svc:8443/,
  ],
  [
    'a name without a certificate',
    container(({ env = [] }) => env.push({ name: 'UMEC_HTTP_TLS_NAMES', value: '[]' })),
    /no certificate for umec-local\.umec\.svc/,
  ],
  [
    'a file that nobody mounts',
    file('umec-', '/etc/umec/authority', '/etc/umec/other'),
    /there is no \/etc\/umec\/other\/ca\.pem/,
  ],
  [
    'data that goes with the pod',
    pod((spec) =>
      (spec.volumes ?? []).forEach(
        (one) => one.name === 'data' && (delete one.persistentVolumeClaim, (one.emptyDir = { sizeLimit: '1Gi' })),
      ),
    ),
    /\/data goes with the pod/,
  ],
  ['a registry that is not there', without('Service', /^umec-registry$/), /nobody is at https:\/\/umec-registry/],
  ['a database that is not there', without('Service', /^influxdb$/), /nobody is at http:\/\/influxdb/],
  [
    'a registry that takes no token of the gateways',
    file('umec-registry', 'audience: umec-registry', 'audience: other'),
    /takes no token of umec/,
  ],
];
