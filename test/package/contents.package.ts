import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Architecture, machineOf, MACHINES } from '../elf.js';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { built, ownPackage } from './built.js';

const MOST_MIB = 75;
/** As scripts/package/architectures.mjs has it. */
const NODE = 'node@24.21.0';

interface Named {
  readonly name: string;
  readonly version: string;
}
const identity = ({ name, version }: Named) => `${name}@${version}`;

const lines = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .trim()
    .split('\n');

if (!hasProgram('dpkg-deb', '--version')) it.todo('The package has what it should (apt-get install dpkg)');
else
  describe.each(Object.keys(MACHINES) as Architecture[])('The package for %s', (arch) => {
    const folder = tempDirectory();
    const tree = join(folder.path, 'tree');
    let file: string;
    let paths: string[];
    beforeAll(async () => {
      file = ownPackage().endsWith(`_${arch}.deb`) ? ownPackage() : await built(arch, folder.path);
      execFileSync('dpkg-deb', ['--raw-extract', file, tree]);
      const all = readdirSync(tree, { recursive: true, encoding: 'utf8' });
      paths = all.filter((path) => !path.startsWith('DEBIAN') && !statSync(join(tree, path)).isDirectory());
    });
    afterAll(() => folder[Symbol.dispose]());

    it('belongs to root, and nobody else can write to it', () => {
      const modes = lines('dpkg-deb', '--contents', file).map((line) => line.split(/\s+/).slice(0, 2).join(' '));
      expect([...new Set(modes)].sort()).toEqual(['-rw-r--r-- root/root', '-rwxr-xr-x root/root', 'drwxr-xr-x root/root']);
      const programs = paths.filter((path) => statSync(join(tree, path)).mode & 0o111);
      expect(programs.sort()).toEqual(['usr/bin/umec', ...(arch === 'armhf' ? [] : ['usr/lib/umec-gateway/bin/node'])]);
    });

    it('lies where the system looks for it', () => {
      const places = new Set(paths.map((path) => path.replace(/^(usr\/lib\/umec-gateway)\/.*/, '$1').replace(/[^/]+$/, '')));
      expect([...places].sort()).toEqual([
        'etc/umec/',
        'usr/bin/',
        'usr/lib/',
        'usr/lib/systemd/system/',
        'usr/lib/sysusers.d/',
        'usr/lib/tmpfiles.d/',
        'usr/lib/udev/rules.d/',
        'usr/share/dbus-1/system.d/',
        'usr/share/doc/umec-gateway/',
        'usr/share/lintian/overrides/',
        'usr/share/man/man1/',
      ]);
      expect(readFileSync(join(tree, 'DEBIAN/conffiles'), 'utf8')).toBe('/etc/umec/umec.yaml\n');
    });

    it('has programs and libraries for this processor alone', () => {
      const found = paths.flatMap((path) => {
        const machine = machineOf(join(tree, path));
        return machine === undefined ? [] : [{ path, machine }];
      });
      expect(found.filter(({ machine }) => machine !== MACHINES[arch])).toEqual([]);
      const names = found.map(({ path }) => path.replace(/^.*\//, '').replace(/[-.\d].*$/, ''));
      // pictures and their library, the C library of the system, and SQLite: Node's own, or where there is none, libsql
      const needed = arch === 'armhf' ? ['index', 'koffi', 'libvips', 'sharp'] : ['koffi', 'libvips', 'node', 'sharp'];
      expect(names.sort()).toEqual(needed);
    });

    it('has nothing that builds, tests or installs, and tells nothing of where it was made', () => {
      const packages = readdirSync(join(tree, 'usr/lib/umec-gateway/node_modules'));
      for (const tool of ['typescript', 'jest', 'eslint', 'npm', 'nan', 'node-gyp', 'epoll', 'onoff', '.bin'])
        expect(packages).not.toContain(tool);
      expect(paths.filter((path) => /\.d\.ts$|dist\/test\/|\/\.[^/]+$/.test(path))).toEqual([]);
      // Node's own bytes are its project's
      const places = [process.cwd(), `${homedir()}/`, folder.path].flatMap((place) => ['-e', place]);
      const grep = ['--recursive', '--files-with-matches', '--fixed-strings', '--exclude=node', ...places, tree];
      expect(spawnSync('grep', grep, { encoding: 'utf8' }).stdout).toBe('');
    });

    it('names in its bill of materials what is in it, and nothing else', () => {
      const documents = join(tree, 'usr/share/doc/umec-gateway');
      const [, name = ''] = /^Comment: (sbom\.\S+) beside/m.exec(readFileSync(join(documents, 'copyright'), 'utf8')) ?? [];
      const { components } = JSON.parse(gunzipSync(readFileSync(join(documents, name))).toString()) as { components: Named[] };
      const manifests = paths.filter((path) => /node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path));
      const packages = manifests.map((path) => identity(JSON.parse(readFileSync(join(tree, path), 'utf8')) as Named));
      const node = arch === 'armhf' ? [] : [NODE];
      const panel = (
        JSON.parse(readFileSync(join(tree, 'usr/lib/umec-gateway/dist/web/third-party.json'), 'utf8')) as Named[]
      ).map(identity);
      expect(components.map(identity).sort()).toEqual([...new Set([...packages, ...panel, ...node])].sort());
    });

    it('is no larger than it has to be', () => {
      expect(statSync(file).size / 2 ** 20).toBeLessThan(MOST_MIB);
    });
  });
