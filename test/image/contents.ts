import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Architecture, machineOf, MACHINES } from '../elf.js';
import { NODE } from './bases.js';
import { BUILT, type Image, SECRET } from './build-image.js';
import { repository, run, tryRun } from './engine.js';
import { type Files, filesOf } from './files-of.js';

/** npm's packages of binaries for Linux with glibc; libsql is for a Node.js without SQLite, as that for armhf is here. */
const NATIVE: Record<Architecture, readonly string[]> = {
  amd64: ['@img/sharp-libvips-linux-x64', '@img/sharp-linux-x64', '@koromix/koffi-linux-x64'],
  arm64: ['@img/sharp-libvips-linux-arm64', '@img/sharp-linux-arm64', '@koromix/koffi-linux-arm64'],
  armhf: ['@img/sharp-libvips-linux-arm', '@img/sharp-linux-arm', '@koromix/koffi-linux-arm', '@libsql/linux-arm-gnueabihf'],
};

/** What there is to start in an image would serve whoever gets in as well. */
const TOOLS =
  /^\/(usr\/)?(local\/)?s?bin\/(sh|bash|dash|busybox|env|npm|npx|corepack|yarn|apt.*|dpkg.*|cc|gcc.*|g\+\+.*|make|perl.*|python.*|curl|wget|tar)$/;

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}
interface Config {
  readonly architecture: string;
  readonly variant?: string;
  readonly config: {
    readonly User: string;
    readonly Labels: Record<string, string>;
    readonly Env: string[];
    readonly Entrypoint: string[];
  };
}

/** What holds for every image, whatever it is for. */
export function contentsOf(image: () => Image, architecture: Architecture): void {
  describe('in it', () => {
    let files: Files;
    let mounted: Files | undefined;
    let programs: string[];
    beforeAll(async () => {
      files = mounted = await filesOf(image().name);
      programs = [...files.all].flatMap(([path, stats]) =>
        stats.isFile() && machineOf(files.root + path) !== undefined ? [path] : [],
      );
    });
    afterAll(async () => {
      await mounted?.[Symbol.asyncDispose]();
    });

    it('everything is root’s, and user 10001 can change nothing but /data and /tmp', () => {
      const others = [...files.all].flatMap(([path, { uid, gid }]) => (uid === 0 && gid === 0 ? [] : [`${path} ${uid}:${gid}`]));
      expect(others).toEqual(['/data 10001:10001']);
      const open = [...files.all].flatMap(([path, stats]) => (stats.isSymbolicLink() || !(stats.mode & 0o022) ? [] : [path]));
      expect(open).toEqual(['/tmp']);
      // nothing lifts whoever starts it, and all of the gateway can be read
      expect([...files.all].filter(([, { mode }]) => (mode & 0o6000) !== 0)).toEqual([]);
      const unread = [...files.all].filter(([path, { mode }]) => path.startsWith('/app') && !(mode & 0o004));
      expect(unread.map(([path]) => path)).toEqual([]);
    });

    it('there is no shell, no compiler and nothing to install more with', () => {
      expect([...files.all.keys()].filter((path) => TOOLS.test(path))).toEqual([]);
      expect(existsSync(join(files.root, 'var/lib/apt'))).toBe(false);
      expect([...files.all.keys()].filter((path) => /\/node_modules\/(npm|typescript|jest|node-gyp)\//.test(path))).toEqual([]);
    });

    it('every binary is for its processor, and each package of binaries has one', () => {
      expect(programs.filter((path) => machineOf(files.root + path) !== MACHINES[architecture])).toEqual([]);
      const owners = programs.flatMap((path) => /^\/app\/node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(path)?.[1] ?? []);
      expect([...new Set(owners)].sort()).toEqual(NATIVE[architecture]);
      expect(programs).toContain('/usr/local/bin/node');
    });

    it('a bill of materials names what there is, and nothing else', () => {
      const sbom = JSON.parse(readFileSync(join(files.root, 'app/sbom.cdx.json'), 'utf8')) as { components: Component[] };
      const named = (prefix: string) => sbom.components.filter(({ purl }) => purl.startsWith(prefix));
      const ids = (list: readonly Component[]) => list.map(({ name, version }) => `${name}@${version}`).sort();
      expect(ids(named('pkg:npm/'))).toEqual(npmPackages(files));
      const debian = [...files.all.keys()].flatMap((path) => /^\/var\/lib\/dpkg\/status\.d\/(.*)/.exec(path)?.[1] ?? []);
      expect(named('pkg:deb/').map(({ name }) => name)).toEqual(debian.sort());
      expect(debian).toEqual(expect.arrayContaining(['libc6', 'libstdc++6', 'tini']));
      // Debian's Node.js is one of its packages
      const node = debian.includes('libnode115') ? [] : [expect.objectContaining({ name: 'node', version: NODE })];
      expect(named('pkg:generic/')).toEqual(node);
      expect(sbom.components).toHaveLength(['npm', 'deb', 'generic'].flatMap((type) => named(`pkg:${type}/`)).length);
    });

    it('licences are there: ours, of Node.js and of every package of Debian', () => {
      expect(readFileSync(join(files.root, 'app/LICENSE'), 'utf8')).toContain('Apache License');
      expect(readFileSync(join(files.root, 'usr/share/doc/node/LICENSE'), 'utf8')).toMatch(
        /Node\.js[^]*Permission is hereby granted/,
      );
      const debian = [...files.all.keys()].flatMap((path) => /^\/var\/lib\/dpkg\/status\.d\/(.*)/.exec(path)?.[1] ?? []);
      expect(debian.filter((name) => !existsSync(join(files.root, 'usr/share/doc', name)))).toEqual([]);
    });

    it('nothing tells of the machine that built it', async () => {
      const words = [SECRET, repository.replace(/\/$/, ''), ...(hostname().length > 3 ? [hostname()] : [])];
      const found = await tryRun('grep', ['-rlF', ...words.map((word) => `-e${word}`), files.root]);
      expect([found.code, String(found.stdout)]).toEqual([1, '']);
      const about = await run('podman', ['image', 'inspect', image().name]);
      expect(words.filter((word) => about.includes(word))).toEqual([]);
    });

    it('labels say what it is', async () => {
      const about = await run('buildah', ['inspect', '--type=image', '--format={{.Config}}', image().name]);
      const { architecture: of, variant = '', config } = JSON.parse(about) as Config;
      expect([of, variant]).toEqual(architecture === 'armhf' ? ['arm', 'v7'] : [architecture, '']);
      expect(config.User).toBe('10001:10001');
      const label = (name: string) => config.Labels[`org.opencontainers.image.${name}`];
      const { version, revision, created, source } = BUILT;
      expect(['version', 'revision', 'created', 'source', 'licenses'].map(label)).toEqual([
        version,
        revision,
        created,
        source,
        'Apache-2.0',
      ]);
      expect([label('title'), label('description')]).toEqual(['uMEC gateway', expect.stringContaining('ETSI MEC')]);
    });
  });
}

function npmPackages({ root, all }: Files): string[] {
  const manifests = [...all.keys()].filter((path) => /^\/app\/.*node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path));
  const ids = manifests.map((path) => {
    const { name, version } = JSON.parse(readFileSync(root + path, 'utf8')) as Component;
    return `${name}@${version}`;
  });
  const panel = JSON.parse(readFileSync(`${root}/app/dist/web/third-party.json`, 'utf8')) as Component[];
  return [...new Set([...ids, ...panel.map(({ name, version }) => `${name}@${version}`)])].sort();
}
