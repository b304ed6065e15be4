import { parse } from 'yaml';
import { parseConfig } from '../../../src/config/config.js';
import { listenAddress } from '../../../src/config/listen-address.js';
import type { Config } from '../../../src/config/schema.js';
import { messageOf } from '../../../src/errors.js';
import {
  called,
  containersOf,
  listensAt,
  type Manifest,
  ofKind,
  selected,
  selects,
  type Service,
  type Workload,
} from '../manifest.js';
import { FACTS, filesAt, gateways, settingsOf } from '../settings-of.js';

/** Whether each gateway understands what it is told, and whether that is true of the cluster. */
export function settingsFaults(manifests: readonly Manifest[]): string[] {
  return gateways(manifests).flatMap((workload) => {
    const { file, env } = settingsOf(workload, manifests);
    try {
      const config = parseConfig(parse(file), env);
      const faults = [
        ...listenFaults(config, workload),
        ...nameFaults(config, workload, manifests),
        ...urlFaults(config, workload, manifests),
        ...pathFaults(config, workload, manifests),
        ...calledFaults(config, manifests),
        ...streetFaults(config, workload, manifests),
      ];
      return faults.map((fault) => `${called(workload)}: ${fault}`);
    } catch (error) {
      return [`${called(workload)}: ${messageOf(error)}`];
    }
  });
}

function listenFaults({ http, auth }: Config, workload: Workload): string[] {
  const { host, port } = listenAddress(http.listen);
  const probes = containersOf(workload).flatMap(({ startupProbe, readinessProbe, livenessProbe }) => [
    ...[startupProbe, readinessProbe, livenessProbe].map((probe) => probe?.httpGet?.scheme ?? 'HTTP'),
  ]);
  return [
    ...(host === '0.0.0.0' ? [] : [`nobody reaches it at ${host}`]),
    ...(listensAt(workload, port) ? [] : [`listens at ${port}, which is no port of its container`]),
    ...(http.tls.mode === 'own' && auth.mode === 'tokens' ? [] : ['takes calls without TLS or tokens']),
    ...(probes.every((scheme) => scheme === 'HTTPS') ? [] : ['is probed without TLS']),
  ];
}

/** By the name of a Service it has to be known, and to have a certificate. */
function nameFaults({ http }: Config, workload: Workload, manifests: readonly Manifest[]): string[] {
  const own = new URL(http.publicUrl ?? 'https://nobody');
  return servicesOf(workload, manifests).flatMap(({ metadata, spec }) => {
    const name = `${metadata.name}.${metadata.namespace ?? ''}.svc`;
    const host = `${name}:${spec.ports[0]?.port ?? 0}`;
    return [
      ...([own.host, ...http.hosts].includes(host) ? [] : [`refuses who calls it ${host}`]),
      ...([own.hostname, ...http.tls.names].includes(name) ? [] : [`has no certificate for ${name}`]),
    ];
  });
}

/** Those by which applications call it: at a node's port it is called by other names. */
function servicesOf(workload: Workload, manifests: readonly Manifest[]): Service[] {
  return ofKind<Service>('Service', manifests).filter(({ spec }) => spec.type !== 'NodePort' && leadsTo(spec, workload));
}

function leadsTo({ selector = {} }: Service['spec'], { spec }: Workload): boolean {
  return selects({ matchLabels: selector }, spec.template.metadata.labels);
}

/** What it says of where it is stays true, and leads to no other: by a Service of its own, or by its node at a port of that node alone. */
function urlFaults({ http }: Config, workload: Workload, manifests: readonly Manifest[]): string[] {
  const url = new URL(http.publicUrl ?? 'https://nobody');
  const service = serviceAt(url.href, manifests);
  const { namespace } = workload.metadata;
  const others =
    service && selected({ matchLabels: service.spec.selector ?? {} }, namespace, manifests).filter((one) => one !== workload);
  if (others) return others.map((other) => `${url.origin} leads to ${called(other)}`);
  const isNodes = ofKind<Service>('Service', manifests).some(
    ({ spec }) =>
      leadsTo(spec, workload) &&
      spec.externalTrafficPolicy === 'Local' &&
      spec.trafficDistribution === 'PreferSameNode' &&
      spec.ports.some(({ nodePort }) => String(nodePort) === url.port),
  );
  return url.hostname === FACTS['spec.nodeName'] && isNodes ? [] : [`${url.origin} is not its own for good`];
}

/** Every file that it is to read lies in a volume, and what it keeps in one that stays. */
function pathFaults({ http, auth, street, data }: Config, workload: Workload, manifests: readonly Manifest[]): string[] {
  const { authority } = http.tls;
  const named = [
    ...(authority === undefined ? [] : [`${authority}/ca.pem`, `${authority}/ca.key`]),
    ...auth.issuers.flatMap(({ caFile, tokenFile }) => [caFile, tokenFile]),
    ...[street?.tokenFile, settingsOf(workload, manifests).env.NODE_EXTRA_CA_CERTS],
  ].filter((path) => path !== undefined);
  const isThere = (path: string) => {
    const slash = path.lastIndexOf('/');
    return path.slice(slash + 1) in filesAt(path.slice(0, slash), workload, manifests);
  };
  const stays = containersOf(workload)
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .some(({ mountPath, name }) => mountPath === data.dir && isKept(name, workload));
  return [
    ...named.filter((path) => !isThere(path)).map((path) => `there is no ${path}`),
    ...(stays ? [] : [`${data.dir} goes with the pod`]),
  ];
}

function isKept(name: string, { spec }: Workload): boolean {
  const claimed = spec.template.spec.volumes?.some((volume) => volume.name === name && volume.persistentVolumeClaim);
  return claimed === true || spec.volumeClaimTemplates?.some(({ metadata }) => metadata.name === name) === true;
}

/** Whom it calls in the cluster is there. */
function calledFaults({ street, destinations }: Config, manifests: readonly Manifest[]): string[] {
  const urls = [...(street ? [street.registry] : []), ...Object.values(destinations).map(({ url }) => url)];
  return urls.filter((url) => !serviceAt(url, manifests)).map((url) => `nobody is at ${url}`);
}

function serviceAt(url: string, manifests: readonly Manifest[]): Service | undefined {
  const { hostname, port } = new URL(url);
  return ofKind<Service>('Service', manifests).find(
    ({ metadata, spec }) =>
      hostname === `${metadata.name}.${metadata.namespace ?? ''}.svc` && spec.ports.some((one) => String(one.port) === port),
  );
}

/** What it shows to the registry is for that one, and the registry has a rule for whom it shows. */
function streetFaults({ street }: Config, workload: Workload, manifests: readonly Manifest[]): string[] {
  if (street?.tokenFile === undefined) return [];
  const service = serviceAt(street.registry, manifests);
  const registry = gateways(manifests).find((one) => service && servicesOf(one, manifests).includes(service));
  if (!registry) return [`${street.registry} is no gateway`];
  const { file, env } = settingsOf(registry, manifests);
  const { issuers } = parseConfig(parse(file), env).auth;
  const { volumes = [], serviceAccountName } = workload.spec.template.spec;
  const audiences = volumes
    .flatMap(({ projected }) => projected?.sources ?? [])
    .map((source) => source.serviceAccountToken?.audience);
  const taken = issuers.filter(({ audience }) => audiences.includes(audience));
  const isKnown = taken.some(({ rules }) =>
    rules.some(
      ({ when }) =>
        when['kubernetes.io.namespace'] === workload.metadata.namespace &&
        when['kubernetes.io.serviceaccount.name'] === serviceAccountName,
    ),
  );
  return isKnown ? [] : [`the registry at ${street.registry} takes no token of ${serviceAccountName ?? 'nobody'}`];
}
