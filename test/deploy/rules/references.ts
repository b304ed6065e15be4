import { parse } from 'yaml';
import { called, containersOf, type Manifest, ofKind, type Volume, type Workload, workloads } from '../manifest.js';

interface Claim extends Manifest {
  readonly spec: { volumeName?: string };
}

interface PersistentVolume extends Manifest {
  readonly spec: { claimRef?: { namespace: string; name: string } };
}

/** Every cluster has it in every namespace. */
const OF_CLUSTER = 'kube-root-ca.crt';
/** What the device plugin hands out is called so. */
const DOMAIN = 'squat.ai/';

/** Whatever is named must be there, with the keys that are named. */
export function referenceFaults(manifests: readonly Manifest[]): string[] {
  return [
    ...workloads(manifests).flatMap((workload) => workloadFaults(workload, manifests)),
    ...ofKind<Claim>('PersistentVolumeClaim', manifests).flatMap((claim) => claimFaults(claim, manifests)),
    ...generatedFaults(manifests),
  ];
}

function workloadFaults(workload: Workload, manifests: readonly Manifest[]): string[] {
  const { namespace } = workload.metadata;
  const { volumes = [], serviceAccountName } = workload.spec.template.spec;
  const containers = containersOf(workload);
  const faults: string[] = [];
  const find = (kind: string, name: string) =>
    manifests.find((one) => one.kind === kind && one.metadata.name === name && one.metadata.namespace === namespace);
  const need = (kind: string, name: string, keys: readonly string[] = []) => {
    const found = find(kind, name);
    if (!found) faults.push(`there is no ${kind} ${name}`);
    else faults.push(...keys.filter((key) => !(key in (found.data ?? {}))).map((key) => `${kind} ${name} has no ${key}`));
  };

  if (serviceAccountName !== undefined) need('ServiceAccount', serviceAccountName);
  for (const { configMap, secret, persistentVolumeClaim, projected } of volumes) {
    if (configMap) need('ConfigMap', configMap.name);
    if (secret) need('Secret', secret.secretName);
    if (persistentVolumeClaim) need('PersistentVolumeClaim', persistentVolumeClaim.claimName);
    for (const { configMap: part } of projected?.sources ?? [])
      if (part && part.name !== OF_CLUSTER)
        need(
          'ConfigMap',
          part.name,
          part.items?.map(({ key }) => key),
        );
  }
  for (const { env = [], envFrom = [], resources } of containers) {
    for (const { valueFrom } of env)
      if (valueFrom?.secretKeyRef) need('Secret', valueFrom.secretKeyRef.name, [valueFrom.secretKeyRef.key]);
    for (const { configMapRef, secretRef } of envFrom) {
      if (configMapRef) need('ConfigMap', configMapRef.name);
      if (secretRef) need('Secret', secretRef.name);
    }
    const asked = Object.keys(resources?.limits ?? {}).filter((name) => name.includes('/'));
    faults.push(...asked.filter((name) => !handedOut(manifests).has(name)).map((name) => `nobody hands out ${name}`));
  }
  return [...faults, ...mountFaults(workload, volumes)].map((fault) => `${called(workload)}: ${fault}`);
}

function mountFaults(workload: Workload, volumes: readonly Volume[]): string[] {
  const mounted = containersOf(workload).flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
  const claimed = workload.spec.volumeClaimTemplates?.map(({ metadata }) => metadata.name) ?? [];
  const there = [...volumes.map(({ name }) => name), ...claimed];
  return [
    ...mounted.filter((name) => !there.includes(name)).map((name) => `there is no volume ${name}`),
    ...there.filter((name) => !mounted.includes(name)).map((name) => `nobody mounts ${name}`),
  ];
}

/** What pods may ask for, by the configuration of the device plugin. */
function handedOut(manifests: readonly Manifest[]): ReadonlySet<string> {
  const texts = ofKind('ConfigMap', manifests).flatMap(({ metadata, data = {} }) =>
    metadata.name.startsWith('device-plugin') ? (data['config.yaml'] ?? []) : [],
  );
  const devices = texts.flatMap((text) => (parse(text) as { devices: { name: string }[] }).devices);
  return new Set(devices.map(({ name }) => DOMAIN + name));
}

/** A volume that an administrator has laid out is for one claim, and the claim for it. */
function claimFaults(claim: Claim, manifests: readonly Manifest[]): string[] {
  const { name, namespace } = claim.metadata;
  const volume = ofKind<PersistentVolume>('PersistentVolume', manifests).find(
    ({ metadata }) => metadata.name === claim.spec.volumeName,
  );
  const isFor = volume?.spec.claimRef?.name === name && volume.spec.claimRef.namespace === namespace;
  return isFor ? [] : [`${called(claim)}: no PersistentVolume is for it`];
}

/** What changes has another name, so that pods are made anew. */
function generatedFaults(manifests: readonly Manifest[]): string[] {
  const kept = manifests.filter(({ kind }) => kind === 'ConfigMap' || kind === 'Secret');
  return kept
    .filter(({ metadata }) => !/-[0-9a-z]{10}$/.test(metadata.name))
    .map((one) => `${called(one)}: a change of it would start nothing anew`);
}
