/** What somebody may write wrong, what he writes instead of what, and what Kubernetes says of it. */
export const FAULTS_OF_TYPE: readonly (readonly [what: string, change: readonly [string, string], words: RegExp])[] = [
  [
    'a field in another spelling',
    ['readOnlyRootFilesystem: true', 'readOnlyRootFileSystem: true'],
    /unknown field .*readOnlyRootFileSystem/,
  ],
  ['a field where it does not belong', ['terminationGracePeriodSeconds: 20', 'replicas: 2'], /unknown field .*replicas/],
  ['a kind that there is not', ['kind: DaemonSet', 'kind: DaemonSett'], /no kind "DaemonSett"/],
  [
    'an API that was removed',
    ['apiVersion: apps/v1\nkind: DaemonSet', 'apiVersion: extensions/v1beta1\nkind: DaemonSet'],
    /no kind "DaemonSet" is registered for version "extensions\/v1beta1"/,
  ],
  ['a word for a number', ['containerPort: 8443', 'containerPort: https'], /cannot unmarshal string .*containerPort/],
  ['a number for a word', ['clusterIP: None', 'clusterIP: 5'], /cannot unmarshal number .*clusterIP/],
  ['a quantity that is none', ['storage: 4Gi', 'storage: 4GiB'], /quantities must match/],
  ['a key that is there twice', ['  clusterIP: None\n', '  clusterIP: None\n  clusterIP: None\n'], /key "clusterIP" already set/],
  ['a list for a map', ['  podSelector: {}\n', '  podSelector: []\n'], /cannot unmarshal array .*podSelector/],
  [
    'a folder of the node',
    ['persistentVolumeClaim:\n          claimName: umec-data', 'hostPath:\n          path: /var/lib/umec-k3s'],
    /DaemonSet\/umec-pi-1: violates restricted: .*hostPath/,
  ],
  ['root', ['runAsNonRoot: true', 'runAsNonRoot: false'], /violates restricted: .*runAsNonRoot/],
  [
    'a privileged container',
    ['allowPrivilegeEscalation: false', 'privileged: true'],
    /violates restricted: privileged \(container "[\w-]+" must not set securityContext\.privileged=true\)/,
  ],
  [
    'capabilities',
    [
      'capabilities:\n            drop:\n            - ALL\n          readOnlyRootFilesystem: true\n        startupProbe:\n          failureThreshold: 60',
      'readOnlyRootFilesystem: true\n        startupProbe:\n          failureThreshold: 60',
    ],
    /violates restricted: .*capabilities/,
  ],
];
