import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blocksOf, readPage } from '../docs/blocks.js';
import { dbusMockAvailable, dbusMockHint, PYTHON } from '../dbusmock.js';
import { hasProgram } from '../has-program.js';
import { tempDirectory } from '../temp-directory.js';

/** What a page has to be done on a node. */
interface Told {
  /** The rule for its bus. */
  readonly rule: string;
  readonly useradd: string;
}

function told(path: string): Told {
  const blocks = blocksOf(readPage(path));
  const text = (name: string) => blocks.find(({ info }) => info === name)?.text ?? '';
  return { rule: text('xml'), useradd: text('sh user').replace('sudo ', '') };
}

/** A bus on which nobody may call anybody but the bus itself, as the system's, with what the page adds, and root as BlueZ. */
const BUS = (dir: string) => `
<busconfig>
  <type>system</type>
  <listen>unix:path=${dir}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <deny own="*"/>
    <deny send_type="method_call"/>
    <allow receive_type="method_return"/>
    <allow receive_type="error"/>
    <allow receive_type="method_call"/>
    <allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow send_destination="org.freedesktop.DBus" send_interface="org.freedesktop.DBus"/>
  </policy>
  <policy user="root">
    <allow own="org.bluez"/>
    <allow send_destination="org.bluez"/>
  </policy>
  <includedir>${dir}/system.d</includedir>
</busconfig>`;

/** Calls as user 10001, on a node of whose files only those of its users differ. */
const CALL = `
  set -e
  mkdir -p "$1/etc" && cp /etc/passwd /etc/group "$1/etc"
  if [ -n "$2" ]; then
    eval "$(echo "$2" | sed "s#^useradd#useradd --prefix $1#")" 2>&1
    mount --bind "$1/etc/passwd" /etc/passwd
    mount --bind "$1/etc/group" /etc/group
  fi
  dbus-daemon --config-file="$1/bus.conf" --fork --print-pid > "$1/pid" 2>> "$1/log"
  export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$1/bus"
  ${PYTHON} -m dbusmock --system org.bluez /org/bluez org.bluez.Adapter1 > "$1/mock" 2>&1 &
  until dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner string:org.bluez > "$1/owner" 2>&1
  do kill -0 $! && sleep 0.1; done
  setpriv --reuid 10001 --regid 10001 --clear-groups dbus-send --system --print-reply \\
    --dest=org.bluez /org/bluez org.freedesktop.DBus.Introspectable.Introspect 2>&1 || true
  kill "$(cat "$1/pid")"
  wait`;

function callAs10001({ rule, useradd }: Told): string {
  using dir = tempDirectory();
  chmodSync(dir.path, 0o755);
  mkdirSync(join(dir.path, 'system.d'));
  writeFileSync(join(dir.path, 'system.d/umec-container.conf'), rule);
  writeFileSync(join(dir.path, 'bus.conf'), BUS(dir.path));
  return execFileSync('unshare', ['--mount', 'sh', '-c', CALL, 'call', dir.path, useradd], { encoding: 'utf8' });
}

const isPossible = process.getuid?.() === 0 && dbusMockAvailable && hasProgram('unshare', '--mount', 'true');

describe.each(['docs/k3s.md', 'docs/container.md'])('The bus of a node, by %s,', (path) => {
  const { rule, useradd } = told(path);

  if (!isPossible) it.todo(`lets in who is known there, as root ${dbusMockHint}`);
  else {
    it('lets in user 10001 when the node knows him, and has a rule for BlueZ', () => {
      expect(callAs10001({ rule, useradd })).toContain('<node name="/org/bluez">');
    });

    it('cuts him off when the node does not know him, or has no rule', () => {
      expect(callAs10001({ rule: rule.replace('umec-container', '10001'), useradd: '' })).toContain('Failed to open connection');
      expect(callAs10001({ rule: rule.replace('org.bluez', 'org.other'), useradd })).toContain(
        'org.freedesktop.DBus.Error.AccessDenied',
      );
    });
  }
});
