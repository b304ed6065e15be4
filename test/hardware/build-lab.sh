#!/usr/bin/env bash
# Builds the hardware lab of a machine: a kernel of Debian, the kernel's virtual hardware, and a small system to use it from.
# Everything is unpacked from packages into the cache. What is said on stdout is the folder the lab is in, or with exit code 3 why there
# can be none.
#   test/hardware/build-lab.sh [x86-64|arm64|armv7]      (LAB_CACHE: where labs are kept, ~/.cache/umec-lab when not set)
set -euo pipefail
exec 3>&1 >&2
here=$(dirname "$(readlink -f "$0")")
cache=${LAB_CACHE:-$HOME/.cache/umec-lab}
machine=${1:-x86-64}

say() { echo "lab: $machine: $*"; }

# exit code 3 means that this machine cannot have the lab, which is no failure of what would be tested in it
cannot() {
  say "cannot be built: $*"
  echo "$*" >&3
  exit 3
}

# shellcheck disable=SC1091
. /etc/os-release 2> /dev/null || true
[ "${ID:-} ${VERSION_ID:-}" = 'debian 12' ] || cannot 'it is made with the packages of Debian 12'
[ "$(dpkg --print-architecture)" = amd64 ] || cannot 'it needs an x86-64 machine'
. "$here/machine.sh"

mkdir -p "$cache"
(
  # labs may be built side by side, but packages are installed one after the other
  flock 9
  if ! dpkg -s "${tools[@]}" > /dev/null 2>&1; then
    # nobody sees that a test asks for a password
    sudo=$([ "$(id -u)" = 0 ] || echo sudo -n)
    say "installing ${tools[*]}"
    $sudo apt-get update -q > /dev/null &&
      $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${tools[@]}" ||
      cannot "its tools cannot be installed; run sudo apt-get update && sudo apt-get install ${tools[*]}"
  fi
) 9> "$cache/installing"

made_of=$(cat "$here"/*.sh "$here"/guest/*.sh)
if [ "$machine" = x86-64 ]; then
  # this machine's own release, and its own node: another of them is another lab
  release=$(apt-cache policy "linux-image-$flavour" | sed -n 's/ *Candidate: //p')
  [ -n "$release" ] || cannot "apt knows no linux-image-$flavour; run sudo apt-get update"
  made_of+="$release $(node --version)"
fi
lab=$cache/$machine-$(sha256sum <<< "$made_of" | cut -c1-12)

# looked for, built and put in its place by one at a time: who comes second finds it
exec 8> "$cache/$machine.lock"
flock 8
if [ -f "$lab/root.img" ]; then
  say "found in $lab"
  echo "$lab" >&3
  exit
fi

# those that were killed have left theirs
rm -rf "$cache/building.$machine".*
work=$(mktemp -d "$cache/building.$machine.XXXXXX")
trap 'rm -rf "$work"' EXIT
export here work machine
export -f say cannot
mkdir "$work/done"
for part in "${parts[@]}"; do
  began=$(date +%s%N)
  bash -euo pipefail -c '. "$here/machine.sh"; . "$0"' "$here/build-$part.sh"
  say "$part: $((($(date +%s%N) - began) / 1000000)) ms"
done

# renamed at the very end, so that a lab that is found is a whole one
rm -rf "$lab"
mv "$work/done" "$lab"
# of those before it, two are kept: for another branch, or another node
ls -dt "$cache/$machine"-*/ | tail -n +4 | xargs -r rm -rf
echo "$lab" >&3
