#!/bin/sh
# Unpacks packages of Debian, and all that they need, as the system of an image. apt finds and verifies them as it does here; nothing of
# them is run, so they may be for any processor, and what would only install or show something stays out.
#   [OVER=FOLDER] unpack-packages.sh amd64|arm64|arm FOLDER PACKAGE…
# What lies in the folder OVER, unpacked before, is left out: the two are copied over each other.
set -eu
case $1 in
  amd64 | arm64) architecture=$1 ;;
  arm) architecture=armhf ;;
  *) echo "no image is made for $1" >&2 && exit 1 ;;
esac
root=$2
over=${OVER-$root}
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$root/var/lib/dpkg/status.d"

# to apt, which looks at an empty list of what is installed, the image is a machine with nothing on it yet
: > "$work/nothing-installed"
cat > "$work/apt.conf" << END
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
Dir::State::status "$work/nothing-installed";
Dir::State::extended_states "$work/extended";
Dir::State::lists "$work/lists";
Dir::Cache::archives "$work/archives";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Debug::NoLocking "true";
END
export APT_CONFIG="$work/apt.conf"
apt-get -qq update
apt-get -qq -y install --download-only "$@" > /dev/null

for folder in bin sbin lib; do
  mkdir -p "$root/usr/$folder"
  [ -e "$root/$folder" ] || ln -s "usr/$folder" "$root/$folder"
done
if [ "$architecture" = amd64 ]; then
  mkdir -p "$root/usr/lib64"
  [ -e "$root/lib64" ] || ln -s usr/lib64 "$root/lib64"
fi

for package in "$work"/archives/*.deb; do
  name=$(dpkg-deb --field "$package" Package)
  case $name in
    # what only installs, and what is loaded only where there is a screen
    dpkg | tar | mawk | debconf | perl* | libperl* | usrmerge | sysvinit-utils | shared-mime-info | fontconfig | node-corepack) continue ;;
    libllvm* | libgl1-mesa-dri | mesa-* | libz3-* | xkb-data | x11-common | libopenal-data) continue ;;
  esac
  [ ! -e "$over/var/lib/dpkg/status.d/$name" ] || continue
  dpkg-deb --fsys-tarfile "$package" | tar --extract --preserve-permissions --keep-directory-symlink --directory "$root"
  # where scanners look for what an image without dpkg is made of
  dpkg-deb --field "$package" > "$root/var/lib/dpkg/status.d/$name"
done

for name in "$@"; do # what apt finds in a folder it leaves there
  [ -e "$root/var/lib/dpkg/status.d/$name" ] || [ -e "$over/var/lib/dpkg/status.d/$name" ] || { echo "$name was not fetched: an archive in a folder has to be copy:, not file:" >&2; exit 1; }
done

# no package was configured, so what update-alternatives and adduser would have set up is set up here
for library in "$root"/usr/lib/*/blas/*.so.? "$root"/usr/lib/*/lapack/*.so.?; do
  [ ! -e "$library" ] || ln -sf "$(basename "$(dirname "$library")")/$(basename "$library")" "$(dirname "$library")/.."
done
mkdir -p "$root/etc" "$root/tmp" "$root/usr/share/doc"
printf '%s\n' 'root:x:0:0:root:/root:/nonexistent' 'umec:x:10001:10001:umec:/data:/nonexistent' > "$root/etc/passwd"
printf '%s\n' root:x:0: umec:x:10001: > "$root/etc/group"

find "$root/usr/share/doc" -mindepth 2 \( -type f -o -type l \) ! -name copyright -delete
for unread in bug info lintian locale man menu bash-completion doc-base; do rm -rf "$root/usr/share/$unread"; done
find "$root/usr/share/doc" -depth -type d -empty -delete
# for debuggers and other alphabets, and programs that nobody here starts
rm -rf "$root"/usr/share/gdb "$root"/usr/lib/*/gconv "$root"/usr/bin/ffplay "$root"/usr/bin/tini-static
chown -R 0:0 "$root"
chmod -R a-s,go-w "$root"
chmod 1777 "$root/tmp"
