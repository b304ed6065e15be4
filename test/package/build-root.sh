#!/usr/bin/env bash
# Unpacks a small Debian with systemd, as a board has it before anything of ours, into the cache. What is said on stdout is its
# folder, or with exit code 3 why there can be none.
#   test/package/build-root.sh      (LAB_CACHE: where it is kept, ~/.cache/umec-lab when not set; LAB_DEBIAN: bookworm, or trixie)
set -euo pipefail
cache=${LAB_CACHE:-$HOME/.cache/umec-lab}
suite=${LAB_DEBIAN:-bookworm}
packages=systemd,systemd-sysv,dbus,udev,libstdc++6,sudo,curl,openssl,procps
cannot() {
  echo "$*"
  exit 3
}

[ "$(id -u)" = 0 ] || cannot 'it needs root'
[ "$(uname -s)" = Linux ] || cannot 'it needs Linux'
for tool in mmdebstrap nsenter unshare dpkg-deb lintian systemd-analyze; do
  command -v "$tool" > /dev/null || cannot "it needs $tool: apt-get install mmdebstrap util-linux dpkg lintian systemd"
done
mkdir -p "$cache"
root=$cache/root-$suite-$(sha256sum "$0" | cut -c1-12)
# built and put in its place by one at a time: who comes second finds it
exec 8> "$cache/root.lock"
flock 8
if [ ! -d "$root" ]; then
  rm -rf "$cache"/building.root.*
  work=$(mktemp -d "$cache/building.root.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  echo "package: unpacking Debian ($suite) into $root" >&2
  mmdebstrap --quiet --variant=minbase --include="$packages" "$suite" "$work/root.tar" >&2
  mkdir "$work/root"
  tar -xf "$work/root.tar" -C "$work/root"
  mv "$work/root" "$root"
  find "$cache" -maxdepth 1 -name 'root-*' ! -path "$root" -mtime +7 -exec rm -rf {} +
fi
echo "$root"
