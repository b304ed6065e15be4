import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';
import { built, ownPackage } from './built.js';

/** e_machine, elf(5) */
const MACHINES: Record<string, number> = { amd64: 62, arm64: 183, armhf: 40 };
const MOST_MIB = 75;

/** Of an ELF file; `undefined` of any other. */
function machineOf(path: string): number | undefined {
  const head = Buffer.alloc(20);
  const file = openSync(path, 'r');
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : undefined;
}

const lines = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .trim()
    .split('\n');

if (!hasProgram('dpkg-deb', '--version')) it.todo('The package has what it should (apt-get install dpkg)');
else
  describe.each(Object.keys(MACHINES))('The package for %s', (arch) => {
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
        'lib/systemd/system/',
        'lib/udev/rules.d/',
        'usr/bin/',
        'usr/lib/',
        'usr/lib/sysusers.d/',
        'usr/lib/tmpfiles.d/',
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

    it('is no larger than it has to be', () => {
      expect(statSync(file).size / 2 ** 20).toBeLessThan(MOST_MIB);
    });
  });
