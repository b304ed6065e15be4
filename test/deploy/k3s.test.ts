import { beforeAll, describe, expect, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { FAULTS_OF_TYPE } from './faults-of-type.js';
import { FAULTS_OF_OURS } from './faults-of-ours.js';
import type { Manifest } from './manifest.js';
import { Checkout, COMPOSITIONS } from './render.js';
import { kindFaults, nodeFaults, policyFaults, selectorFaults, serviceFaults } from './rules/matches.js';
import { podFaults } from './rules/pods.js';
import { referenceFaults } from './rules/references.js';
import { settingsFaults } from './rules/settings.js';
import { gateways, settingsOf } from './settings-of.js';
import { missingTools, toldToInstall } from './tools.js';
import { buildStrict, readStrictly } from './strict.js';

const RULES = [kindFaults, selectorFaults, nodeFaults, serviceFaults, policyFaults, podFaults, referenceFaults, settingsFaults];
const faultsOf = (manifests: readonly Manifest[]) => RULES.flatMap((rule) => rule(manifests));

const suite = missingTools.length === 0 ? describe : toldToInstall;

suite('deploy/k3s', () => {
  const dir = tempDirectory();
  let checkout: Checkout;
  let town: string;
  beforeAll(() => {
    buildStrict();
    checkout = Checkout.in(dir.path);
    town = checkout.render(COMPOSITIONS['everything and an application'] ?? { resources: [] });
  }, 300_000);

  it.each(Object.entries(COMPOSITIONS))('%s is what Kubernetes takes, and keeps every rule of ours', (_name, composition) => {
    const { objects, faults } = readStrictly(checkout.render(composition));
    expect(objects.length).toBeGreaterThan(5);
    expect([...faults, ...faultsOf(objects)]).toEqual([]);
  });

  it('has the next node by a copy of the folder of one, with hardware of its own', () => {
    checkout.run('next-node');
    checkout.run('own-hardware');
    const { objects, faults } = readStrictly(
      checkout.render(COMPOSITIONS['cameras in a street, and callers'] ?? { resources: [] }),
    );
    const named = (kind: string) => objects.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
    expect(named('Service')).toEqual(expect.arrayContaining(['umec-pi-1', 'umec-pi-2']));
    expect([...faults, ...faultsOf(objects)]).toEqual([]);
    const cameras = gateways(objects).map((one) => [one.metadata.name, settingsOf(one, objects).env.UMEC_DEVICES_CAMERAS]);
    expect(Object.fromEntries(cameras)).toEqual({ 'umec-pi-2': expect.stringContaining('crossing') });
  });

  it('is what docs/k3s.md shows of a configuration of one’s own', () => {
    const { objects, faults } = readStrictly(checkout.renderMine());
    expect([...faults, ...faultsOf(objects)]).toEqual([]);
    const [gateway] = gateways(objects);
    if (!gateway) throw new Error('there is no gateway');
    const { env } = settingsOf(gateway, objects);
    expect(env).toMatchObject({ UMEC_DATA_RETENTION_RAW_DAYS: '7', UMEC_DEVICES_CHIPS: expect.stringContaining('lamp') });
  });

  it('looks as docs/k3s.md says', () => {
    if (hasProgram('kubectl', 'kustomize', '--help')) expect(checkout.run('look')).toContain('kind: DaemonSet');
  });

  it.each(FAULTS_OF_TYPE)('shows %s', (_what, [before, after], words) => {
    expect(town).toContain(before);
    expect(readStrictly(town.replace(before, after)).faults.join('\n')).toMatch(words);
  });

  it.each(FAULTS_OF_OURS)('shows %s', (_what, spoil, words) => {
    const { objects } = readStrictly(town);
    expect(faultsOf(objects)).toEqual([]);
    spoil(objects);
    expect(faultsOf(objects).join('\n')).toMatch(words);
  });

  it('has nothing in it that a test does not render', () => {
    const rendered = Object.values(COMPOSITIONS).flatMap(({ components = [] }) => components);
    expect([...new Set(rendered)].sort()).toEqual(checkout.components());
  });
});
