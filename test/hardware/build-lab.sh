#!/usr/bin/env bash
# Builds the hardware lab: Debian 12's own kernel, the kernel's virtual hardware, and a small system to use it from.
# Everything is unpacked from Debian's packages into the cache. The last line on stdout is the folder the lab is in.
#   test/hardware/build-lab.sh      (LAB_CACHE: where labs are kept, ~/.cache/umec-lab when not set)
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cache=${LAB_CACHE:-$HOME/.cache/umec-lab}

say() { echo "lab: $*" >&2; }

# exit code 3 means that this machine cannot have the lab, which is no failure of what would be tested in it
cannot() {
  say "cannot be built: $*"
  exit 3
}

# shellcheck disable=SC1091
. /etc/os-release 2> /dev/null || true
[ "${ID:-} ${VERSION_ID:-}" = 'debian 12' ] || cannot 'it is made of the packages of Debian 12'
[ "$(dpkg --print-architecture)" = amd64 ] || cannot 'it needs an x86-64 machine'

tools=(qemu-system-x86 gcc make xz-utils e2fsprogs)
if ! dpkg -s "${tools[@]}" > /dev/null 2>&1; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  say "installing ${tools[*]}"
  $sudo apt-get update -q > /dev/null
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${tools[@]}" >&2
fi

kernel=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: linux-image-//p' | head -1)
[ -n "$kernel" ] || cannot 'apt knows no linux-image-amd64; run apt-get update'
release=$(apt-cache policy "linux-image-$kernel" | sed -n 's/ *Candidate: //p')
# node is copied into the image, so another node is another lab
node=$(readlink -f "$(command -v node)")
key=$(cat "$here"/*.sh "$here"/guest/*.sh <(echo "$release $("$node" --version)") | sha256sum | cut -c1-12)
lab=$cache/$kernel-$key
if [ -f "$lab/root.img" ]; then
  say "found in $lab"
  echo "$lab"
  exit
fi

mkdir -p "$cache"
work=$(mktemp -d "$cache/building.XXXXXX")
trap 'rm -rf "$work"' EXIT
export here work kernel node
for part in packages kernel root; do
  began=$(date +%s%N)
  bash -euo pipefail "$here/build-$part.sh" >&2
  say "$part: $((($(date +%s%N) - began) / 1000000)) ms"
done

# renamed at the very end, so that a lab that is found is a whole one
mkdir -p "$work/done"
mv "$work/vmlinux" "$work/initramfs" "$work/root.img" "$work/done/"
rm -rf "$lab"
mv "$work/done" "$lab"
# of those before it, two are kept: for another branch, or another node
ls -dt "$cache"/[0-9]*/ | tail -n +4 | xargs -r rm -rf
echo "$lab"
