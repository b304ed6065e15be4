import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/config.js';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';

const UNIT = 'deploy/systemd/umec-gateway.service';
const unit = readFileSync(UNIT, 'utf8');
const settingsOf = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value);

/** @returns what systemd-analyze says of a unit, with its program in a place where there is one */
function verified(text: string): string {
  using dir = tempDirectory();
  const program = join(dir.path, 'umec');
  writeFileSync(program, '');
  chmodSync(program, 0o755);
  mkdirSync(join(dir.path, 'units'));
  const file = join(dir.path, 'units', 'umec-gateway.service');
  writeFileSync(file, text.replaceAll('/usr/bin/umec', program));
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
  return stdout + stderr;
}

describe('The unit of systemd', () => {
  const analyzed = hasProgram('systemd-analyze', '--version')
    ? it
    : (name: string) => it.todo(`${name} (apt-get install systemd)`);

  analyzed('leaves the gateway little to do harm with', () => {
    const args = ['security', '--offline=yes', '--no-pager'];
    const said = execFileSync('systemd-analyze', [...args, '--threshold=25', UNIT], { encoding: 'utf8' });
    expect(said).toMatch(/Overall exposure level for umec-gateway\.service: [01]\.\d OK/);
    // the threshold is one
    expect(spawnSync('systemd-analyze', [...args, '--threshold=5', UNIT]).status).not.toBe(0);
  });

  analyzed('is one that systemd understands', () => {
    expect(verified(unit)).toBe('');
    expect(verified(unit.replace('WatchdogSec', 'WatchDogSec'))).toContain('WatchDogSec');
  });

  it('keeps the gateway until it says that it is ready, and only while it says that it lives', () => {
    expect(settingsOf(unit, 'Type')).toEqual(['notify']);
    expect(settingsOf(unit, 'WatchdogSec')).toEqual(['60']);
    expect(settingsOf(unit, 'Restart')).toEqual(['on-failure']);
    // it ends within 10 s (docs/architecture.md)
    expect(Number(settingsOf(unit, 'TimeoutStopSec')[0])).toBeGreaterThan(10);
  });

  it('names no group, without which there would be no start where there is none', () => {
    expect(settingsOf(unit, 'SupplementaryGroups')).toEqual([]);
    const users = readFileSync('deploy/systemd/umec-gateway.sysusers', 'utf8');
    for (const group of ['gpio', 'video']) {
      expect(users).toMatch(new RegExp(`^g ${group} +-$`, 'm'));
      expect(users).toMatch(new RegExp(`^m umec +${group}$`, 'm'));
    }
  });
});

describe('The program umec of the package', () => {
  const wrapper = readFileSync('deploy/debian/umec', 'utf8');

  it('tells each command that has a configuration where it is', () => {
    const commands = readFileSync('src/umec.ts', 'utf8').split('.command(').slice(1);
    const configured = commands.filter((text) => text.includes('--config <file>')).map((text) => /'([a-z]+)'/.exec(text)?.[1]);
    expect(/^ {2}([a-z |]+)\)$/m.exec(wrapper)?.[1]?.split(' | ').sort()).toEqual(configured.sort());
  });

  /** Runs `umec check` as the package does, with this /etc/umec/environment. */
  function check(environment: string, args: readonly string[], env: Record<string, string> = {}) {
    using dir = tempDirectory();
    const file = join(dir.path, 'environment');
    writeFileSync(file, environment);
    const script = wrapper
      .replace('/usr/lib/umec-gateway', process.cwd())
      .replace('/etc/umec/environment', file)
      .replace(/^node=.*$/m, `node='${process.execPath}'`)
      .replace(' --disable-warning=ExperimentalWarning', '');
    return spawnSync('sh', ['-c', script, 'umec', 'check', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
  }

  it('gives way to another configuration', () => {
    using dir = tempDirectory();
    const other = join(dir.path, 'other.yaml');
    writeFileSync(other, 'data: { dir: elsewhere }\n');
    expect(check('', ['--config', other]).stdout).toContain('dir: elsewhere');
    expect(check('', ['-c', other]).stdout).toContain('dir: elsewhere');
    expect(check('', []).stderr).toContain('/etc/umec/umec.yaml');
  });

  it('takes the variables of its file as they stand, and leaves those that are set', () => {
    using dir = tempDirectory();
    const other = join(dir.path, 'other.yaml');
    writeFileSync(other, 'data: { dir: elsewhere }\n');
    const said = (environment: string, env?: Record<string, string>) =>
      (parse(check(environment, ['-c', other], env).stdout) as { data: { dir: string } }).data.dir;
    const odd = 'a b#$(id)`id`\\n$HOME"';
    for (const quoted of [odd, `"${odd}"`, `'${odd}'`])
      expect(said(`# its data\n\nUMEC_LOG_LEVEL=warn\nUMEC_DATA_DIR=${quoted}`)).toBe(odd);
    expect(said('UMEC_DATA_DIR=there', { UMEC_DATA_DIR: 'here' })).toBe('here');
    expect(check('UMEC_DATE_DIR=there', ['-c', other]).stderr).toContain('UMEC_DATE_DIR: there is no such setting');
  });
});

describe('The configuration of the package', () => {
  const text = readFileSync('deploy/debian/umec.yaml', 'utf8');

  it('opens no device, simulates none, and is there for this machine alone', () => {
    const { devices, data, http } = parseConfig(parse(text), {});
    expect([devices, data.dir, http.listen]).toEqual([{ radios: {}, cameras: {}, chips: {} }, '/var/lib/umec', '127.0.0.1:8080']);
  });

  it('shows settings that there are', () => {
    // what follows a # without a space, or with several, is YAML
    const shown = text.replace('  radios: {}\n', '').replace(/^( *)#(?! \S)/gm, '$1');
    const { devices, http } = parseConfig(parse(shown), {});
    expect(Object.keys(devices.radios)).toEqual(['hci0']);
    expect(Object.keys(devices.cameras)).toEqual(['door', 'yard']);
    expect(Object.keys(devices.chips)).toEqual(['header']);
    expect(http.tls.mode).toBe('own');
  });
});
