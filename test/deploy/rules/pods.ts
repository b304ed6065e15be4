import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../docs/blocks.js';
import {
  called,
  type Container,
  containersOf,
  type Manifest,
  type PodSpec,
  type Workload,
  runsGateway,
  workloads,
} from '../manifest.js';
import { quantityOf } from '../quantity.js';

/** The one pod that reaches into its node, so that the others need not. */
const DEVICE_PLUGIN = 'DaemonSet/device-plugin';
/** Within which a gateway is gone, s. */
const GATEWAY_ENDS_WITHIN_S = 10;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

type Requirement = readonly [kept: boolean, words: string];

/** What pods must never have, and what each must. */
export function podFaults(manifests: readonly Manifest[]): string[] {
  return workloads(manifests).flatMap((workload) => [
    ...broken(called(workload), podRequirements(workload)),
    ...containersOf(workload).flatMap((container) => [
      ...broken(`${called(workload)}, ${container.name}`, containerRequirements(container)),
      ...broken(`${called(workload)}, ${container.name}`, resourceRequirements(container)),
    ]),
    ...workload.spec.template.spec.containers.flatMap((container) =>
      broken(`${called(workload)}, ${container.name}`, lifeRequirements(container, workload.spec.template.spec)),
    ),
  ]);
}

function broken(at: string, requirements: readonly Requirement[]): string[] {
  return requirements.filter(([kept]) => !kept).map(([, words]) => `${at}: ${words}`);
}

function podRequirements(workload: Workload): Requirement[] {
  const { spec } = workload.spec.template;
  const { securityContext = {}, volumes = [] } = spec;
  const isPlugin = called(workload) === DEVICE_PLUGIN;
  return [
    [spec.hostNetwork !== true, 'hostNetwork'],
    [spec.hostPID !== true && spec.hostIPC !== true, 'hostPID or hostIPC'],
    [isPlugin || (securityContext.runAsNonRoot === true && (securityContext.runAsUser ?? 0) > 0), 'may be root'],
    [securityContext.seccompProfile?.type === 'RuntimeDefault', 'no seccomp profile'],
    [isPlugin || volumes.every(({ hostPath }) => hostPath === undefined), 'hostPath'],
    [volumes.every(({ emptyDir }) => emptyDir === undefined || emptyDir.sizeLimit !== undefined), 'emptyDir without a size'],
    [spec.automountServiceAccountToken === false, 'mounts a token for the API server that nobody asked for'],
    [spec.enableServiceLinks === false, 'is told of every Service by its environment'],
  ];
}

function containerRequirements({ image, ports = [], securityContext = {} }: Container): Requirement[] {
  const [, name, tag] = /^([^@]+?)(?::([^:/@]+))?(?:@sha256:[0-9a-f]{64})?$/.exec(image) ?? [];
  return [
    [securityContext.privileged !== true, 'privileged'],
    [securityContext.allowPrivilegeEscalation === false, 'may gain privileges'],
    [securityContext.readOnlyRootFilesystem === true, 'writes to its root'],
    [securityContext.capabilities?.drop?.includes('ALL') === true, 'has capabilities'],
    [securityContext.capabilities?.add === undefined, 'adds capabilities'],
    [ports.every(({ hostPort }) => hostPort === undefined), 'hostPort'],
    [tag !== undefined && tag !== 'latest', `${image} is whatever it is at the time`],
    [name?.split('/').at(-1) !== 'umec-gateway' || tag?.startsWith(version) === true, `${image} is not version ${version}`],
  ];
}

function resourceRequirements({ resources: { requests = {}, limits = {} } = {} }: Container): Requirement[] {
  const exceeds = Object.entries(requests).filter(([name, asked]) => quantityOf(asked) > quantityOf(limits[name] ?? '0'));
  return [
    ...['cpu', 'memory'].map((name): Requirement => [requests[name] !== undefined, `requests no ${name}`]),
    ...['cpu', 'memory'].map((name): Requirement => [limits[name] !== undefined, `has no limit of ${name}`]),
    [exceeds.length === 0, `requests more than its limit: ${exceeds.map(([name]) => name).join(', ')}`],
  ];
}

/** How it is looked after, and how it ends. */
function lifeRequirements(container: Container, { terminationGracePeriodSeconds = 30 }: PodSpec): Requirement[] {
  const { ports = [], startupProbe, readinessProbe, livenessProbe, lifecycle } = container;
  const probes = { startupProbe, readinessProbe, livenessProbe };
  const sleep = lifecycle?.preStop?.sleep?.seconds ?? 0;
  const isGateway = runsGateway(container);
  return [
    ...Object.entries(probes).map(([name, probe]): Requirement => {
      const port = probe?.httpGet?.port;
      return [ports.some((one) => one.name === port || one.containerPort === port), `no ${name} at a port of its own`];
    }),
    [!isGateway || sleep > 0, 'stops while it is still called'],
    [
      !isGateway || terminationGracePeriodSeconds >= sleep + GATEWAY_ENDS_WITHIN_S,
      `is killed after ${terminationGracePeriodSeconds} s, before it is done`,
    ],
  ];
}
