import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly version: string;
  readonly license?: string | readonly string[];
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface Installed {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly license?: unknown;
  readonly licenses?: unknown;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = json('package.json') as Manifest;
const locked = Object.entries((json('package-lock.json') as { packages: Record<string, Locked> }).packages).filter(
  ([path]) => path !== '',
);

/** Packages whose install scripts may run, by path in node_modules, each with a reason here. So far none needs one. */
const MAY_RUN_SCRIPTS: readonly string[] = [];
/** Packages that have one, are used without it having run, and why that is well. */
const NOT_RUN: readonly string[] = [
  // compiles where no ready binary fits; those for Linux on x64, arm64 and arm are packages of their own
  'node_modules/koffi',
  // compiles what onoff hears edges with: whoever wants the old interface of pins, and has a compiler, lets it run (npm rebuild)
  'node_modules/epoll',
];
/** Packages whose code is in the panel's files. */
const inThePanel = (JSON.parse(readFileSync('dist/web/third-party.json', 'utf8')) as { name: string }[]).map(
  ({ name }) => `node_modules/${name}`,
);
/** What may be shipped: none of these asks anything of whoever uses the gateway but to keep the notice. */
const PERMISSIVE = ['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Python-2.0'];
/** For tools that are not shipped, some more: MPL asks something of whoever changes its files. */
const OF_TOOLS = [...PERMISSIVE, 'CC0-1.0', 'CC-BY-4.0', 'MPL-2.0', 'W3C-20150513', 'Zlib'];
/** libvips is a shared library that anybody can replace by another, which is what its licence asks for. */
const LGPL = /^node_modules\/@img\/sharp-[a-z0-9-]+$/;

function licenceOf(path: string, { license }: Locked): string {
  const found = license ?? legacyLicence(path);
  return typeof found === 'string' ? found : found.join(' AND ');
}

/** As packages said it before there was `license`; Apache2 is how one of them spells it. */
function legacyLicence(path: string): string | readonly string[] {
  const { license, licenses = license } = installed(path) ?? {};
  const all = (Array.isArray(licenses) ? licenses : [licenses]) as readonly unknown[];
  return all.map((one) => (typeof one === 'string' ? one : String((one as { type?: string } | undefined)?.type)));
}

function installed(path: string): Installed | undefined {
  const file = join(path, 'package.json');
  return existsSync(file) ? (json(file) as Installed) : undefined;
}

/** Of alternatives one is enough, of what is joined all are needed. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const bare = expression.replace(/[()]/g, '').replaceAll('Apache2', 'Apache-2.0');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));
}

function refused(packages: readonly (readonly [string, Locked])[], allowed: readonly string[]): string[] {
  return packages.flatMap(([path, found]) => {
    const more = LGPL.test(path) ? [...allowed, 'LGPL-3.0-or-later'] : allowed;
    const licence = licenceOf(path, found);
    return isAllowed(licence, more) ? [] : [`${path}: ${licence}`];
  });
}

describe('Every package that the gateway is made of', () => {
  it('is named with its exact version', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([]);
    for (const [name, version] of Object.entries(all))
      expect([name, locked.find(([path]) => path === `node_modules/${name}`)?.[1].version]).toEqual([name, version]);
  });

  it('is locked by its hash, wherever it comes from', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('runs nothing when it is installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const scripted = locked.filter(([path, { hasInstallScript }]) => hasInstallScript ?? runsAtInstall(path));
    expect(scripted.map(([path]) => path).filter((path) => ![...MAY_RUN_SCRIPTS, ...NOT_RUN].includes(path))).toEqual([]);
  });

  it('has a licence that lets it be shipped', () => {
    expect(
      refused(
        locked.filter(([path, { dev }]) => !dev || inThePanel.includes(path)),
        PERMISSIVE,
      ),
    ).toEqual([]);
  });

  it('has, where it is a tool, a licence that lets it be used', () => {
    expect(
      refused(
        locked.filter(([, { dev }]) => dev),
        OF_TOOLS,
      ),
    ).toEqual([]);
  });

  it('would be found out otherwise', () => {
    const strange = [
      ['node_modules/a', { version: '1.0.0', license: 'GPL-3.0-only' }],
      ['node_modules/b', { version: '1.0.0', license: 'LGPL-3.0-or-later' }],
      ['node_modules/c', { version: '1.0.0', license: '(GPL-2.0 OR MIT)' }],
      ['node_modules/d', { version: '1.0.0', license: 'MIT AND SSPL-1.0' }],
      ['node_modules/no-such-package', { version: '1.0.0' }],
    ] as const;
    expect(refused(strange, PERMISSIVE).map((line) => line.split(':')[0])).toEqual([
      ...['node_modules/a', 'node_modules/b', 'node_modules/d', 'node_modules/no-such-package'],
    ]);
  });
});

function runsAtInstall(path: string): boolean {
  const { scripts = {} } = installed(path) ?? {};
  // npm compiles by itself what has a binding.gyp and no script of its own
  return ['preinstall', 'install', 'postinstall'].some((name) => name in scripts) || existsSync(join(path, 'binding.gyp'));
}
